import type { Context } from "hono";
import {
  BODY_TYPES,
  type CarView,
  carFieldLabel,
  FUELS,
  nameSuggestions,
  TRANSMISSIONS,
  TYPED_FIELDS,
  type TypedCar,
} from "@/backend/features/cars";
import type { FieldErrors } from "@/backend/platform/errors";
import type { CarFormView } from "@/frontend/dashboard/stock/car-form-view";
import type { DashboardEnv } from "../page";
import { branchChoices } from "./stock-list";
import { rightsOf } from "./stock-rights";

export const FIELD_LABELS = {
  ...Object.fromEntries(TYPED_FIELDS.map((field) => [field, carFieldLabel(field)])),
  photos: "Foto unit",
};

/** The fields of a car as they stand in a form that was sent. */
export function typedOf(text: Record<string, string>): TypedCar {
  return Object.fromEntries(TYPED_FIELDS.flatMap((field) => (text[field] === undefined ? [] : [[field, text[field]]])));
}

/** `car` null: a new one, whose price whoever may add it may set. */
export async function carFormView(
  c: Context<DashboardEnv>,
  car: CarView | null,
  values: TypedCar,
  errors: FieldErrors = {},
): Promise<CarFormView> {
  const { ctx } = c.var;
  const [names, branches] = await Promise.all([nameSuggestions(ctx), branchChoices(c)]);
  const rights = rightsOf(ctx.actor);
  return {
    values: withoutGaps(values),
    errors,
    labels: FIELD_LABELS,
    brands: names.brands,
    models: names.models,
    branches,
    transmissions: TRANSMISSIONS,
    fuels: FUELS,
    bodyTypes: BODY_TYPES,
    seesCost: rights.seesCost,
    maySetPrice: car === null || rights.maySetPrice,
    temporaryPlate: car?.plate?.startsWith("TEMP-") ? car.plate : null,
  };
}

/** What a verb complained about, by the names the form knows. */
export function formErrorsOf(fields: FieldErrors): FieldErrors {
  return Object.fromEntries(
    Object.entries(fields).map(([path, sentence]) => [path.replace(/^changes\./, "").split(".")[0] ?? path, sentence]),
  );
}

function withoutGaps(values: TypedCar): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? ""]));
}
