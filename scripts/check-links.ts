import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Glob } from "bun";

const root = resolve(import.meta.dir, "..");
const LINK = /\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)/g;

/** Relative links and pictures in Markdown files that lead nowhere. */
export function findBrokenLinks(): string[] {
  const problems: string[] = [];
  for (const file of new Glob("**/*.md").scanSync({ cwd: root })) {
    if (file.startsWith("node_modules/")) continue;
    for (const [, target = ""] of readFileSync(join(root, file), "utf8").matchAll(LINK)) {
      if (!existsSync(join(root, dirname(file), decodeURI(target)))) problems.push(`${file}: ${target} is not there`);
    }
  }
  return problems;
}
