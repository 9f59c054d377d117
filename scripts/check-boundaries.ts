import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Glob } from "bun";

const root = resolve(import.meta.dir, "..");
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s+"([^"]+)"/g;

type Area =
  | { kind: "platform" | "http" | "web" | "frontend" | "testing" | "generated" | "root" | "prisma" | "scripts" }
  | { kind: "feature"; feature: string };

/** The rules of backend/README.md, "Imports": one sentence per import that breaks one. */
export function findBoundaryProblems(): string[] {
  const problems: string[] = [];
  for (const file of new Glob("{backend,frontend,prisma,scripts}/**/*.{ts,tsx}").scanSync({ cwd: root })) {
    if (file.startsWith("backend/generated/")) continue;
    const source = readFileSync(join(root, file), "utf8");
    for (const target of importsOf(file, source)) {
      const reason = whyForbidden(file, target);
      if (reason) problems.push(`${file} imports ${target}: ${reason}`);
    }
    const usesEnvironment = /\bprocess\.env\b|\bBun\.env\b/.test(source);
    if (usesEnvironment && !mayReadEnvironment(file))
      problems.push(`${file}: only platform/env.ts reads the environment`);
    const isDoor = file.startsWith("backend/web/") || /\/routes\.\w+\.ts$/.test(file);
    if (isDoor && !/\.test\.tsx?$/.test(file) && /\bwith(Tenant|TenantSql|System)\(/.test(source)) {
      problems.push(`${file}: a door asks a verb, never the database`);
    }
    if (isBotFlow(file) && /\btx\b|withTenant/.test(source))
      problems.push(`${file}: bot flows never touch the database`);
  }
  return problems.sort();
}

/** Our own modules a file imports, as paths from the root without extension. */
function importsOf(file: string, source: string): string[] {
  const targets: string[] = [];
  for (const [, first, second, third] of source.matchAll(IMPORT)) {
    const specifier = first ?? second ?? third ?? "";
    if (specifier.startsWith("@/")) targets.push(specifier.slice(2));
    else if (specifier.startsWith(".")) targets.push(join(dirname(file), specifier));
  }
  return targets;
}

function whyForbidden(file: string, target: string): string | null {
  const from = areaOf(file);
  const to = areaOf(target);
  const isTest = /\.test\.tsx?$/.test(file) || from.kind === "testing";
  if (from.kind === "frontend") return to.kind === "frontend" ? null : "frontend imports only itself";
  if (isTest || from.kind === "scripts" || from.kind === "prisma") return null;
  if (to.kind === "testing") return "testing is for tests";
  if (from.kind === "platform") {
    return to.kind === "platform" || to.kind === "generated" ? null : "platform imports nothing of ours";
  }
  if (from.kind === "feature") return whyFeatureMayNot(file, from.feature, to, target);
  if (to.kind === "feature" && !isIndex(target)) return "only a feature's index is its public face";
  if (from.kind === "http" && to.kind === "web") return "http knows no pages";
  return null;
}

function whyFeatureMayNot(file: string, feature: string, to: Area, target: string): string | null {
  if (to.kind === "platform" || to.kind === "generated") return null;
  if (to.kind === "http") return /routes\.\w+\.ts$/.test(file) ? null : "only routes know HTTP";
  if (to.kind !== "feature") return "a feature imports platform and other features";
  return to.feature === feature || isIndex(target) ? null : "only a feature's index is its public face";
}

function isIndex(target: string): boolean {
  return /^backend\/features\/[^/]+(\/index)?$/.test(target);
}

function isBotFlow(file: string): boolean {
  return /^backend\/features\/bot\/.*flow\.ts$/.test(file) || file.startsWith("backend/features/bot/staff/upload/");
}

function mayReadEnvironment(file: string): boolean {
  return file === "backend/platform/env.ts" || file.startsWith("scripts/") || /\.test\.tsx?$/.test(file);
}

function areaOf(path: string): Area {
  const [top, second, third] = path.split("/");
  if (top === "frontend") return { kind: "frontend" };
  if (top === "prisma") return { kind: "prisma" };
  if (top === "scripts") return { kind: "scripts" };
  if (second === "features" && third) return { kind: "feature", feature: third };
  if (
    second === "platform" ||
    second === "http" ||
    second === "web" ||
    second === "testing" ||
    second === "generated"
  ) {
    return { kind: second };
  }
  return { kind: "root" };
}
