import type { Context } from "hono";
import {
  type CarConflictError,
  carFieldLabel,
  type FieldChange,
  type FieldValue,
  readTypedCar,
  TYPED_FIELDS,
  type TypedCar,
  type TypedField,
} from "@/backend/features/cars";
import { type ConflictField, ConflictPage } from "@/frontend/dashboard/stock/conflict-page";
import { DateTime } from "@/frontend/dashboard/ui/time";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage } from "../page";
import { describe, type HistoryWords, toHistoryView } from "./history-view";
import { branchChoices } from "./stock-list";

type Conflict = { carId: string; error: CarConflictError; typed: TypedCar; text: Record<string, string> };

/** 409: what others changed since the form was opened, and a choice for every field that both would set. */
export async function conflictPage(
  c: Context<DashboardEnv>,
  deps: DashboardDeps,
  conflict: Conflict,
): Promise<Response> {
  const { carId, error, typed } = conflict;
  const branches = await branchChoices(c);
  const words: HistoryWords = {
    timezone: c.var.tenant.timezone,
    branchNames: new Map(branches.map(({ value, label }) => [value, label])),
  };
  return dashboardPage(c, deps, {
    title: "Diubah orang lain",
    active: "stok",
    status: 409,
    children: (
      <ConflictPage
        carId={carId}
        publicName={error.car.publicName}
        revision={error.car.revision}
        typed={{ ...withoutGaps(typed), ...earlierPicks(conflict.text) }}
        fields={fieldsOf(error, typed, words)}
        changes={toHistoryView(error.changesSince, words)}
      />
    ),
  });
}

/** Only fields whose value now and value typed differ: where both say the same there is nothing to choose. */
function fieldsOf(error: CarConflictError, typed: TypedCar, words: HistoryWords): ConflictField[] {
  const mine = new Map<string, FieldValue | undefined>(Object.entries(readTypedCar(typed).facts));
  return TYPED_FIELDS.flatMap((field) => {
    const changes = error.changesSince.flatMap((record) =>
      record.changes.filter((change) => change.field === field).map((change) => ({ record, change })),
    );
    const first = changes[0];
    const last = changes.at(-1);
    if (!first || !last || !mine.has(field)) return [];
    const value = mine.get(field) ?? null;
    if (isSame(value, last.change.to)) return [];
    return [
      {
        name: field,
        label: carFieldLabel(field),
        changedBy: (
          <>
            {last.record.by}, <DateTime at={last.record.at} timezone={words.timezone} />
          </>
        ),
        theirs: describe(field, last.change.to, words),
        mine: describe(field, value, words),
        isMineChanged: isMineChanged(field, value, first.change),
      },
    ];
  });
}

function isMineChanged(field: TypedField, mine: FieldValue, { from }: FieldChange): boolean {
  const wasTemporary = field === "plate" && typeof from === "string" && from.startsWith("TEMP-");
  return !isSame(mine, wasTemporary ? null : from);
}

function isSame(left: FieldValue, right: FieldValue): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** A choice made on an earlier conflict stays made, unless this page asks again. */
function earlierPicks(text: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(text).filter(([name, value]) => name.startsWith("pick.") && value === "theirs"),
  );
}

function withoutGaps(typed: TypedCar): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value ?? ""]));
}
