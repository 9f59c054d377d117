import { modelFacts } from "@/backend/features/language";
import type { CarDraft } from "./staff/upload/draft";

/** The draft's words as the fields of a car. Body type and seats follow from the model when it is a known one. */
export function toCarFields(draft: CarDraft) {
  const known = modelFacts(draft.brand ?? "", draft.model ?? "");
  return {
    plate: draft.plate,
    brand: draft.brand ?? "",
    model: draft.model ?? "",
    variant: draft.variant ?? "",
    year: draft.year ?? 0,
    registrationYear: draft.registrationYear,
    color: draft.color ?? "",
    transmission: draft.transmission ?? "",
    km: draft.km ?? 0,
    priceRupiah: draft.price ?? 0,
    creditPriceRupiah: draft.priceCredit,
    fuel: draft.fuel ?? known?.fuel,
    engineCc: draft.engineCc,
    seats: known?.seats,
    bodyType: known?.bodyType,
    taxMonth: draft.taxMonth,
    owners: draft.owners,
    keyFeatures: draft.features ?? [],
    conditionNotes: draft.notes ?? "",
  };
}
