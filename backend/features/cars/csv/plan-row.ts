import type { FieldErrors } from "@/backend/platform/errors";
import type { FieldChange } from "../car-changes";
import { factsOf } from "../car-data";
import { carFieldLabel } from "../car-fields";
import { publicNameOf } from "../car-name";
import { type CarStatus, carStatusLabel, whyCannotChangeStatus } from "../car-status";
import type { CarRow } from "../car-store";
import { fieldChanges } from "../edit-car";
import { cleanPlate } from "../plate";
import type { CarChanges } from "../schemas";
import { whyCannotShow } from "../set-car-status";
import { readTypedCar } from "../typed/read-typed-car";
import { readTypedRupiah } from "../typed/read-typed-values";
import { type SheetRow, statusOfWord } from "./read-sheet";

/** What a line of a sheet comes to. */
export type ImportRow = {
  line: number;
  /** "Toyota Avanza 2020", or the public name of the car it updates. */
  name: string;
  outcome: "create" | "update" | "unchanged" | "error";
  /** One sentence per field that is wrong. */
  errors: { label: string; sentence: string }[];
  /** Worth knowing before going on. */
  notes: string[];
  /** Of an update what differs, of a new car what the sheet says of it. */
  changes: FieldChange[];
  /** The car it updates, or, after the import, the one it made. */
  carId: string | null;
};

/** An ImportRow with what the import needs to carry it out. */
export type PlannedRow = ImportRow & { facts: CarChanges; status: CarStatus | null; soldPriceRupiah: number | null };

/** What is known before the lines are looked at one by one. */
export type ImportWorld = {
  /** By cleaned plate, the newest first. */
  carsByPlate: ReadonlyMap<string, CarRow[]>;
  branchIdByName: ReadonlyMap<string, string>;
  /** Cleaned plate → the first line it stands in. */
  firstLines: ReadonlyMap<string, number>;
};

/** Decides what one line does; writes nothing. */
export function planRow(row: SheetRow, world: ImportWorld): PlannedRow {
  const plateClean = cleanPlate(row.typed.plate ?? "");
  const status = statusOfWord(row.extra.status ?? "");
  const car = plateClean ? carToUpdate(world.carsByPlate.get(plateClean) ?? [], status) : null;
  const typed = { ...row.typed, ...branchOf(row, world) };
  const { facts, errors } = readTypedCar(typed, { isWhole: car === null });
  const soldPriceRupiah = row.extra.soldPrice ? readTypedRupiah(row.extra.soldPrice) : null;
  Object.assign(errors, rowErrors(row, world, plateClean, car, status));

  const base = { line: row.line, facts, status, soldPriceRupiah, errors: sentences(errors), changes: [], carId: null };
  if (base.errors.length > 0) return { ...base, name: nameOf(row, car), outcome: "error", notes: [] };
  if (car) return planUpdate(base, car);
  const changes = Object.entries(facts).map(([field, to]) => ({ field, from: null, to: to ?? null }));
  return {
    ...base,
    changes,
    name: nameOf(row, null),
    outcome: "create",
    notes: notesOfNew(row, world, plateClean, status),
  };
}

/** The car in stock; a sold one only when the line itself says sold, for a plate may come back. */
function carToUpdate(cars: readonly CarRow[], status: CarStatus | null): CarRow | null {
  return cars.find((car) => car.status !== "sold") ?? (status === "sold" ? (cars[0] ?? null) : null);
}

function branchOf({ extra }: SheetRow, { branchIdByName }: ImportWorld): { branchId?: string } {
  if (extra.branchName === undefined) return {};
  return { branchId: branchIdByName.get(extra.branchName.toLowerCase()) ?? "" };
}

function rowErrors(
  row: SheetRow,
  world: ImportWorld,
  plateClean: string,
  car: CarRow | null,
  status: CarStatus | null,
) {
  const errors: FieldErrors = {};
  const { extra } = row;
  const firstLine = world.firstLines.get(plateClean) ?? row.line;
  if (plateClean && firstLine !== row.line) errors.plate = `Sama dengan plat di baris ${firstLine}`;
  if (!car && /^TEMP\d+$/.test(plateClean)) errors.plate = "Plat sementara ini tidak ada di stok. Kosongkan kolom plat";
  if (extra.branchName && !world.branchIdByName.has(extra.branchName.toLowerCase())) {
    errors.branchId = `Cabang “${extra.branchName}” tidak ada`;
  }
  if (extra.soldPrice && readTypedRupiah(extra.soldPrice) === null) {
    errors.soldPriceRupiah = "Tidak terbaca. Tulis seperti 180jt atau 180.000.000";
  }
  const refusal = extra.status ? whyRefusedStatus(car, status) : null;
  if (refusal) errors.status = refusal;
  return errors;
}

function whyRefusedStatus(car: CarRow | null, status: CarStatus | null): string | null {
  if (status === null) return "Tulis Draf, Tersedia, Booking atau Terjual";
  if (!car || car.status === status) return null;
  return whyCannotChangeStatus(car.status, status) ?? (status === "available" ? whyCannotShow(car) : null);
}

type Base = Omit<PlannedRow, "name" | "outcome" | "notes">;

function planUpdate(base: Base, car: CarRow): PlannedRow {
  const before = factsOf(car);
  const changes: FieldChange[] = fieldChanges(before, { ...before, ...definedOnly(base.facts) });
  const isStatusChange = base.status !== null && base.status !== car.status;
  if (isStatusChange) changes.push({ field: "status", from: car.status, to: base.status });
  const outcome = changes.length > 0 ? "update" : "unchanged";
  const status = isStatusChange ? base.status : null;
  return { ...base, status, name: publicNameOf(car), carId: car.id, outcome, changes, notes: [] };
}

/** The plate found the car, so it is not changed, however it is written here. */
function definedOnly({ plate: _, ...facts }: CarChanges) {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function notesOfNew({ extra }: SheetRow, world: ImportWorld, plateClean: string, status: CarStatus | null): string[] {
  const notes: string[] = [];
  const [former] = world.carsByPlate.get(plateClean) ?? [];
  if (plateClean === "") notes.push("Tanpa plat: selalu masuk sebagai unit baru");
  if (former) notes.push(`Plat ini pernah terjual sebagai ${former.displayCode}`);
  if (extra.status && status && status !== "draft") {
    notes.push(`Masuk sebagai ${carStatusLabel("draft")}: status lain perlu foto dulu`);
  }
  return notes;
}

function nameOf({ typed }: SheetRow, car: CarRow | null): string {
  if (car) return publicNameOf(car);
  return [typed.brand, typed.model, typed.year].filter(Boolean).join(" ") || (typed.plate ?? "Tanpa nama");
}

function sentences(errors: FieldErrors): ImportRow["errors"] {
  return Object.entries(errors).map(([field, sentence]) => ({ label: carFieldLabel(field), sentence }));
}
