import type { CarDraft } from "./staff/upload/draft";

/** The draft's words as the fields of a car. Body type and seats follow from the model. */
export function toCarFields(draft: CarDraft) {
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
    fuel: draft.fuel,
    engineCc: draft.engineCc,
    taxMonth: draft.taxMonth,
    owners: draft.owners,
    keyFeatures: draft.features ?? [],
    conditionNotes: draft.notes ?? "",
  };
}
