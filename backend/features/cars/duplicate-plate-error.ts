import { AppError } from "@/backend/platform/errors";

/** The plate belongs to a car that is still in stock; the caller can offer to update that one. */
export class DuplicatePlateError extends AppError {
  constructor(
    readonly carId: string,
    readonly displayCode: string,
  ) {
    super("conflict", `plate already in stock as car ${carId}`, {
      userMessage: `Plat ini sudah ada di stok sebagai ${displayCode}.`,
      fields: { plate: `Sudah ada di stok sebagai ${displayCode}` },
    });
  }
}
