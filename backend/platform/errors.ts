/** Stable error codes; the HTTP status of each stands in `http/error-response.ts`. */
export type ErrorCode =
  | "validation"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "rule"
  | "too_large"
  | "rate_limited"
  | "unavailable"
  | "internal";

export type FieldErrors = Record<string, string>;

type AppErrorOptions = { userMessage?: string; fields?: FieldErrors; cause?: unknown };

/** The one error family. `message` is for the log (English), `userMessage` for people (Indonesian). */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly userMessage: string;
  readonly fields: FieldErrors | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.userMessage = options.userMessage ?? defaultUserMessage[code];
    this.fields = options.fields;
  }
}

/** Something asked for is not in this tenant (or belongs to another one: same answer). */
export class NotFoundError extends AppError {
  constructor(what: string, options: AppErrorOptions = {}) {
    super("not_found", `${what} not found`, options);
  }
}

/** A rule of the business says no; the reason is said to the person as it is. */
export class RuleError extends AppError {
  constructor(userMessage: string, options: AppErrorOptions = {}) {
    super("rule", userMessage, { ...options, userMessage });
  }
}

export class ValidationError extends AppError {
  constructor(fields: FieldErrors, options: AppErrorOptions = {}) {
    super("validation", `invalid: ${Object.keys(fields).join(", ")}`, { ...options, fields });
  }
}

export class ForbiddenError extends AppError {
  constructor(message: string, options: AppErrorOptions = {}) {
    super("forbidden", message, options);
  }
}

const defaultUserMessage: Record<ErrorCode, string> = {
  validation: "Ada isian yang belum benar. Silakan periksa lagi.",
  unauthenticated: "Silakan masuk terlebih dahulu.",
  forbidden: "Anda tidak punya izin untuk melakukan ini.",
  not_found: "Data tidak ditemukan.",
  conflict: "Data sudah berubah. Silakan muat ulang.",
  rule: "Permintaan tidak dapat dilakukan.",
  too_large: "Ukuran data terlalu besar.",
  rate_limited: "Terlalu banyak permintaan. Coba lagi sebentar lagi.",
  unavailable: "Layanan sedang sibuk. Coba lagi sebentar lagi.",
  internal: "Terjadi gangguan. Tim kami sudah diberi tahu.",
};
