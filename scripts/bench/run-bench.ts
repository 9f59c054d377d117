import { type BenchDatabase, startBenchDatabase } from "./bench-database";
import { benchCatalog } from "./catalog";
import { fillCatalog } from "./catalog-data";
import { benchCustomers } from "./customers";
import { benchDashboard } from "./dashboard";
import { benchLighthouse } from "./lighthouse";
import { benchMessaging } from "./messaging";
import { benchPages } from "./pages";
import { benchPhotos } from "./photos";
import { benchPublish } from "./publish";
import { printTable, type Row } from "./table";

type Part = (shared: { catalogDatabase(): Promise<BenchDatabase>; minutes: number }) => Promise<Row[]>;

const parts: Record<string, Part> = {
  catalog: async ({ catalogDatabase }) => benchCatalog(await catalogDatabase()),
  publish: async ({ catalogDatabase }) => benchPublish(await catalogDatabase()),
  pages: async ({ catalogDatabase }) => benchPages(await catalogDatabase()),
  photos: benchPhotos,
  messaging: benchMessaging,
  dashboard: benchDashboard,
  customers: ({ minutes }) => benchCustomers(minutes),
  lighthouse: benchLighthouse,
};

/**
 * Runs the named parts, or all, prints what they measured and returns the exit code. A part that breaks is a failure;
 * a missed goal is one only with `--strict`. `--minutes=10` is how long customers write steadily, 1 without it.
 */
export async function runBench(args: readonly string[]): Promise<number> {
  const names = args.filter((arg) => !arg.startsWith("--"));
  const unknown = names.find((name) => !parts[name]);
  if (unknown) {
    console.error(`unknown benchmark "${unknown}"; there are: ${Object.keys(parts).join(", ")}`);
    return 2;
  }

  const minutes = Number(args.find((arg) => arg.startsWith("--minutes="))?.slice("--minutes=".length) ?? 1);
  const wanted = Object.keys(parts).filter((name) => isWanted(name, names));
  const { rows, isBroken } = await measureParts(wanted, minutes);
  printTable(rows);
  const isMissed = rows.some(({ ok }) => ok === false);
  return isBroken || (isMissed && args.includes("--strict")) ? 1 : 0;
}

async function measureParts(names: readonly string[], minutes: number): Promise<{ rows: Row[]; isBroken: boolean }> {
  const opened: { catalog: Promise<BenchDatabase> | null } = { catalog: null };
  const catalogDatabase = () => {
    opened.catalog ??= startBenchDatabase(fillCatalog);
    return opened.catalog;
  };
  const rows: Row[] = [];
  let isBroken = false;

  for (const name of names) {
    const startedAt = performance.now();
    try {
      rows.push(...((await parts[name]?.({ catalogDatabase, minutes })) ?? []));
    } catch (error) {
      console.error(`${name} could not be measured:`, error);
      isBroken = true;
    }
    console.log(`${name}: ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
  }
  const catalog = await opened.catalog?.catch(() => null);
  await catalog?.stop();
  return { rows, isBroken };
}

function isWanted(name: string, names: readonly string[]): boolean {
  return names.length === 0 || names.includes(name);
}
