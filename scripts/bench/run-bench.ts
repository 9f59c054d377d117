import { type BenchDatabase, startBenchDatabase } from "./bench-database";
import { benchCatalog } from "./catalog";
import { fillCatalog } from "./catalog-data";
import { benchLighthouse } from "./lighthouse";
import { benchPages } from "./pages";
import { benchPhotos } from "./photos";
import { benchPublish } from "./publish";
import { printTable, type Row } from "./table";

type Part = (parts: { database(): Promise<BenchDatabase> }) => Promise<Row[]>;

const parts: Record<string, Part> = {
  catalog: async ({ database }) => benchCatalog(await database()),
  publish: async ({ database }) => benchPublish(await database()),
  pages: async ({ database }) => benchPages(await database()),
  photos: benchPhotos,
  lighthouse: benchLighthouse,
};

/** Runs the named parts, or all, and returns the exit code: only with `--strict` a missed goal is a failure. */
export async function runBench(args: readonly string[]): Promise<number> {
  const names = args.filter((arg) => !arg.startsWith("--"));
  const unknown = names.find((name) => !parts[name]);
  if (unknown) {
    console.error(`unknown benchmark ${unknown}; there are: ${Object.keys(parts).join(", ")}`);
    return 2;
  }

  const opened: { database: Promise<BenchDatabase> | null } = { database: null };
  const database = () => {
    opened.database ??= startBenchDatabase(fillCatalog);
    return opened.database;
  };
  const rows: Row[] = [];
  try {
    for (const [name, measure] of Object.entries(parts)) {
      if (names.length > 0 && !names.includes(name)) continue;
      console.log(`measuring ${name} …`);
      rows.push(...(await measure({ database })));
    }
  } finally {
    await (await opened.database)?.stop();
  }
  printTable(rows);
  return args.includes("--strict") && rows.some(({ ok }) => ok === false) ? 1 : 0;
}
