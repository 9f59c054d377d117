/** `bun run bench [name…] [--strict]`: measures what the product promises and prints it; see scripts/bench. */
import { prepare } from "./prepare";

await prepare();
const { runBench } = await import("./bench/run-bench");
process.exit(await runBench(process.argv.slice(2)));
