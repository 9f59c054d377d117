import type { Context } from "hono";
import {
  carFieldLabel,
  decodeSheet,
  describeCarField,
  type FieldValue,
  type ImportReport,
  type ImportRow,
  importCars,
  planImport,
} from "@/backend/features/cars";
import { ForbiddenError, ValidationError } from "@/backend/platform/errors";
import { ImportPage } from "@/frontend/dashboard/stock/import-page";
import { ImportReportPage, type ImportRowView } from "@/frontend/dashboard/stock/import-report-page";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage } from "../page";
import { readForm } from "./read-form";
import { branchChoices } from "./stock-list";
import { rightsOf } from "./stock-rights";

type Page = Context<DashboardEnv>;

/** GET /dashboard/stok/impor */
export async function importPage(c: Page, deps: DashboardDeps, error: string | null = null): Promise<Response> {
  if (!rightsOf(c.var.ctx.actor).mayImport) throw new ForbiddenError("may not import cars");
  const page = { title: "Impor stok", active: "stok", children: <ImportPage error={error} /> } as const;
  return dashboardPage(c, deps, { ...page, status: error ? 422 : 200 });
}

/** POST /dashboard/stok/impor: the dry run. The sheet goes along in the page, so that nothing is kept meanwhile. */
export async function checkImport(c: Page, deps: DashboardDeps): Promise<Response> {
  const [file] = (await readForm(c)).files("file");
  if (!file) return importPage(c, deps, "Pilih dulu file CSV-nya.");
  return withFileErrors(c, deps, async () => {
    const bytes = await file.bytes();
    const report = await planImport(c.var.ctx, { bytes });
    return reportPage(c, deps, report, decodeSheet(bytes));
  });
}

/** POST /dashboard/stok/impor/jalankan */
export async function runImport(c: Page, deps: DashboardDeps): Promise<Response> {
  const { text } = await readForm(c);
  return withFileErrors(c, deps, async () => {
    const report = await importCars(c.var.ctx, { bytes: new TextEncoder().encode(text.sheet ?? "") });
    return reportPage(c, deps, report, null);
  });
}

async function withFileErrors(c: Page, deps: DashboardDeps, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    return importPage(c, deps, error.fields?.file ?? error.userMessage);
  }
}

async function reportPage(c: Page, deps: DashboardDeps, report: ImportReport, sheet: string | null): Promise<Response> {
  const isDone = sheet === null;
  const branchNames = new Map((await branchChoices(c)).map(({ value, label }) => [value, label]));
  return dashboardPage(c, deps, {
    title: isDone ? "Impor selesai" : "Periksa impor",
    active: "stok",
    children: (
      <ImportReportPage
        isDone={isDone}
        counts={report.counts}
        rows={report.rows.map((row) => toRowView(row, branchNames))}
        ignoredHeaders={report.ignoredHeaders}
        sheet={sheet}
      />
    ),
  });
}

/** Of a new car. */
const SUMMARY = ["plate", "variant", "color", "transmission", "km", "priceRupiah"];

function toRowView(
  { line, name, outcome, errors, notes, changes, carId }: ImportRow,
  branchNames: Map<string, string>,
) {
  const says = (field: string, value: FieldValue) => describeCarField(field, value, branchNames);
  const changed = changes.map(
    ({ field, from, to }) => `${carFieldLabel(field)}: ${says(field, from)} → ${says(field, to)}`,
  );
  const isNew = outcome === "create";
  const summary = changes.filter(({ field }) => SUMMARY.includes(field)).map(({ field, to }) => says(field, to));
  const wrong = errors.map(({ label, sentence }) => `${label}: ${sentence}`);
  const view: ImportRowView = {
    ...{ line, name, outcome },
    details: [...wrong, ...(isNew ? [summary.join(" · ")] : changed), ...notes],
    href: carId && `/dashboard/stok/${carId}`,
  };
  return view;
}
