import { recordEvent } from "@/backend/features/audit";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { joined, withSavepoint, withTenant } from "@/backend/platform/database/with-tenant";
import { AppError } from "@/backend/platform/errors";
import { logger } from "@/backend/platform/logger";
import { type CarRow, carsByPlate, lockCars, lockPlate } from "../car-store";
import { maySeeCost } from "../car-view";
import { createCar } from "../create-car";
import { editCar } from "../edit-car";
import { cleanPlate } from "../plate";
import type { CreateCarInput } from "../schemas";
import { setCarStatus } from "../set-car-status";
import { type ImportRow, type ImportWorld, type PlannedRow, planRow } from "./plan-row";
import { readSheet, type Sheet, type SheetRow } from "./read-sheet";

const ROWS_PER_TRANSACTION = 100;

export type ImportCounts = Record<ImportRow["outcome"], number>;

/** `rows` in the order of the sheet; `ignoredHeaders` are columns that nobody reads. */
export type ImportReport = { rows: ImportRow[]; counts: ImportCounts; ignoredHeaders: string[] };

/**
 * What importing a sheet would do, line by line: new cars, updates of cars with the same plate, and what is wrong.
 * Writes nothing. Throws ValidationError (`file`) for what is no sheet.
 */
export async function planImport(ctx: Ctx, input: { bytes: Uint8Array }): Promise<ImportReport> {
  requireRole(ctx.actor, "owner", "admin");
  const sheet = readSheetFor(ctx, input.bytes);
  const firstLines = firstLinesOf(sheet.rows);
  const rows = await withTenant(ctx, (tx) => planRows(tx, ctx, sheet.rows, firstLines));
  return report(rows, sheet);
}

/**
 * Imports a sheet: a hundred lines per transaction, planned anew in it. A line that is wrong is left out and said; an
 * empty cell changes nothing. New cars come in as drafts.
 */
export async function importCars(ctx: Ctx, input: { bytes: Uint8Array }): Promise<ImportReport> {
  requireRole(ctx.actor, "owner", "admin");
  const sheet = readSheetFor(ctx, input.bytes);
  const firstLines = firstLinesOf(sheet.rows);
  const rows: ImportRow[] = [];
  for (let start = 0; start < sheet.rows.length; start += ROWS_PER_TRANSACTION) {
    rows.push(...(await importChunk(ctx, sheet.rows.slice(start, start + ROWS_PER_TRANSACTION), firstLines)));
  }
  const result = report(rows, sheet);
  await withTenant(ctx, (tx) => recordEvent(tx, ctx, { type: "cars.imported", data: result.counts }));
  return result;
}

/** Without the cost prices for those who may not set them. */
function readSheetFor(ctx: Ctx, bytes: Uint8Array): Sheet {
  const sheet = readSheet(bytes);
  if (!sheet.hasCostPrice || maySeeCost(ctx.actor)) return sheet;
  return {
    ...sheet,
    rows: sheet.rows.map(({ typed: { costPriceRupiah: _, ...typed }, ...row }) => ({ ...row, typed })),
    unknownHeaders: [...sheet.unknownHeaders, "Harga Modal (hanya pemilik)"],
  };
}

async function importChunk(ctx: Ctx, rows: SheetRow[], firstLines: ReadonlyMap<string, number>): Promise<ImportRow[]> {
  try {
    return await withTenant(ctx, async (tx) => {
      await holdCars(tx, ctx, rows);
      const done: ImportRow[] = [];
      for (const row of await planRows(tx, ctx, rows, firstLines)) done.push(await carryOut(tx, ctx, row));
      return done;
    });
  } catch (error) {
    logger.error("import of a hundred lines failed", { requestId: ctx.requestId, error });
    return rows.map((row) => notSaved(row.line));
  }
}

/** Plates and cars in one order, before anything is written: two imports never wait for each other. */
async function holdCars(tx: Tx, ctx: Ctx, rows: readonly SheetRow[]): Promise<void> {
  const plates = platesOf(rows).toSorted();
  for (const plate of plates) await lockPlate(tx, ctx.tenant.id, plate);
  const cars = await carsByPlate(tx, ctx.tenant.id, plates);
  await lockCars(
    tx,
    ctx.tenant.id,
    cars.map(({ id }) => id),
  );
}

async function planRows(tx: Tx, ctx: Ctx, rows: SheetRow[], firstLines: ReadonlyMap<string, number>) {
  const cars = await carsByPlate(tx, ctx.tenant.id, platesOf(rows));
  const branches = await tx.branch.findMany({ where: { tenantId: ctx.tenant.id }, select: { id: true, name: true } });
  const world: ImportWorld = {
    carsByPlate: groupByPlate(cars),
    branchIdByName: new Map(branches.map(({ id, name }) => [name.toLowerCase(), id])),
    firstLines,
  };
  return rows.map((row) => planRow(row, world));
}

async function carryOut(tx: Tx, ctx: Ctx, row: PlannedRow): Promise<ImportRow> {
  if (row.outcome === "error" || row.outcome === "unchanged") return withoutPlan(row);
  try {
    const carId = await withSavepoint(tx, () => write(joined(ctx, tx), row));
    return { ...withoutPlan(row), carId };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...withoutPlan(row), outcome: "error", errors: [{ label: "Baris ini", sentence: error.userMessage }] };
  }
}

async function write(ctx: Ctx, row: PlannedRow): Promise<string> {
  const { carId, facts, status, soldPriceRupiah } = row;
  if (carId === null) return (await createCar(ctx, toNewCar(facts))).id;
  const { plate: _, ...changes } = facts;
  await editCar(ctx, { carId, changes, channel: "web" });
  if (status) await setCarStatus(ctx, { carId, status, soldPriceRupiah, channel: "web" });
  return carId;
}

/** A planned line has all that a car needs; what is missing after all is refused by the verb. */
function toNewCar(facts: PlannedRow["facts"]): CreateCarInput {
  const { brand = "", model = "", year = 0, color = "", transmission = "", km = 0, priceRupiah = 0 } = facts;
  return { ...facts, brand, model, year, color, transmission, km, priceRupiah, channel: "web" };
}

function report(rows: ImportRow[], sheet: Sheet): ImportReport {
  const counts: ImportCounts = { create: 0, update: 0, unchanged: 0, error: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return { rows: rows.map(withoutPlan), counts, ignoredHeaders: sheet.unknownHeaders };
}

function withoutPlan({ line, name, outcome, errors, notes, changes, carId }: ImportRow): ImportRow {
  return { line, name, outcome, errors, notes, changes, carId };
}

function notSaved(line: number): ImportRow {
  const errors = [{ label: "Baris ini", sentence: "Belum tersimpan karena gangguan. Impor file ini sekali lagi." }];
  return { line, name: "", outcome: "error", errors, notes: [], changes: [], carId: null };
}

function platesOf(rows: readonly SheetRow[]): string[] {
  return [...new Set(rows.map(({ typed }) => cleanPlate(typed.plate ?? "")).filter(Boolean))];
}

function firstLinesOf(rows: readonly SheetRow[]): Map<string, number> {
  const firstLines = new Map<string, number>();
  for (const { line, typed } of rows) {
    const plate = cleanPlate(typed.plate ?? "");
    if (plate && !firstLines.has(plate)) firstLines.set(plate, line);
  }
  return firstLines;
}

function groupByPlate(cars: readonly CarRow[]): Map<string, CarRow[]> {
  const groups = new Map<string, CarRow[]>();
  for (const car of cars) groups.set(car.plateClean, [...(groups.get(car.plateClean) ?? []), car]);
  return groups;
}
