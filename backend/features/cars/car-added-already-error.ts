import { AppError } from "@/backend/platform/errors";

/** The same form came a second time; its car is in stock. */
export class CarAddedAlreadyError extends AppError {
  constructor(readonly carId: string) {
    super("conflict", `car ${carId} was added already`, { userMessage: "Unit ini sudah tersimpan." });
  }
}
