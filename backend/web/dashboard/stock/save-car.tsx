import type { Context } from "hono";
import {
  CarConflictError,
  type CarView,
  editCar,
  getCar,
  readTypedCar,
  type TypedCar,
  type TypedReading,
  typedCarOf,
} from "@/backend/features/cars";
import { AppError } from "@/backend/platform/errors";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, seeOther } from "../page";
import { formErrorsOf, typedOf } from "./car-form";
import { carIdOf } from "./car-id";
import { carPage } from "./car-page";
import { conflictPage } from "./conflict";
import { readForm } from "./read-form";

type Page = Context<DashboardEnv>;

/** POST /dashboard/stok/:id: saves the form; when somebody else was first, shows what they changed. */
export async function saveCar(c: Page, deps: DashboardDeps): Promise<Response> {
  const carId = carIdOf(c);
  const { text } = await readForm(c);
  const typed = typedOf(text);
  const revision = Number(text.revision) || 0;
  const chosen = withoutTheirs(await withoutEmptyTemporaryPlate(c, carId, typed), text);
  const { facts, errors } = readTypedCar(chosen);
  if (Object.keys(errors).length > 0) return carPage(c, deps, { values: typed, errors, revision, status: 422 });

  try {
    const car = await editCar(c.var.ctx, { carId, changes: facts, revision, channel: "web" });
    return saved(c, car);
  } catch (error) {
    if (error instanceof CarConflictError) {
      if (isSavedAlready(error.car, facts)) return saved(c, error.car);
      return conflictPage(c, deps, { carId, error, typed, text });
    }
    if (!(error instanceof AppError)) throw error;
    if (error.fields) {
      const status = error.code === "conflict" ? 409 : 422;
      return carPage(c, deps, { values: typed, errors: formErrorsOf(error.fields), revision, status });
    }
    if (error.code !== "rule") throw error;
    return carPage(c, deps, { values: typed, problem: error.userMessage, revision, status: 422 });
  }
}

function saved(c: Page, { id, publicName }: CarView): Response {
  return seeOther(c, `/dashboard/stok/${id}`, { kind: "ok", text: `${publicName} tersimpan.` });
}

/** The same form sent twice, by a second click. */
function isSavedAlready(car: CarView, facts: TypedReading["facts"]): boolean {
  const now = new Map<string, unknown>(Object.entries(readTypedCar(typedCarOf(car)).facts));
  return Object.entries(facts).every(([field, value]) => JSON.stringify(now.get(field)) === JSON.stringify(value));
}

/** Fields for which the other one's value was picked are not part of this change. */
function withoutTheirs(typed: TypedCar, text: Record<string, string>): TypedCar {
  return Object.fromEntries(Object.entries(typed).filter(([field]) => text[`pick.${field}`] !== "theirs"));
}

/** The form shows a temporary plate as empty; left empty, it is no change. */
async function withoutEmptyTemporaryPlate(c: Page, carId: string, typed: TypedCar): Promise<TypedCar> {
  if (typed.plate === undefined || typed.plate.trim() !== "") return typed;
  const { plate } = await getCar(c.var.ctx, { carId });
  const { plate: _, ...others } = typed;
  return plate?.startsWith("TEMP-") ? others : typed;
}
