import { AppError } from "@/backend/platform/errors";
import type { CarChangeRecord } from "./car-changes";
import type { CarView } from "./car-view";

/** Somebody else changed the car after the editor had opened it. Carries the car as it is now and what happened. */
export class CarConflictError extends AppError {
  constructor(
    readonly car: CarView,
    readonly changesSince: CarChangeRecord[],
  ) {
    super("conflict", `car ${car.id} is at revision ${car.revision} by now`, {
      userMessage: "Unit ini baru saja diubah orang lain. Periksa perubahannya sebelum menyimpan.",
    });
  }
}
