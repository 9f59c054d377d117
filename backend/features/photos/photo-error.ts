import { AppError } from "@/backend/platform/errors";

/** A picture that cannot become a car photo; `userMessage` tells the sender what to do about it. */
export class PhotoError extends AppError {
  constructor(message: string, userMessage: string, cause?: unknown) {
    super("rule", message, { userMessage, cause });
  }
}
