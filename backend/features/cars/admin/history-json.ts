import { z } from "@hono/zod-openapi";
import type { CarChangeRecord } from "../car-changes";
import type { CarConflictError } from "../car-conflict-error";
import type { CarHistory } from "../car-history";
import { carJsonSchema, toCarJson } from "./car-json";

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

const changeJson = z
  .object({
    id: z.uuid(),
    type: z.string().openapi({ example: "status_changed" }),
    at: z.iso.datetime(),
    channel: z.enum(["web", "wa", "system"]),
    by: z.string(),
    isUndo: z.boolean(),
    changes: z.array(z.object({ field: z.string(), from: value, to: value })),
  })
  .openapi("CarChange");

export const carHistoryJson = z.object({
  history: z.array(changeJson),
  pagination: z.object({ page: z.int(), total: z.int(), totalPages: z.int() }),
});

/** 409: what the car is now and what happened since the revision that was sent; a plate in stock has neither. */
export const conflictJson = z.object({
  success: z.literal(false),
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
    current: carJsonSchema.optional(),
    changesSince: z.array(changeJson).optional(),
  }),
});

export function toHistoryJson({ entries, page, total, totalPages }: CarHistory): z.infer<typeof carHistoryJson> {
  return { history: entries.map(toChangeJson), pagination: { page, total, totalPages } };
}

export function toConflictJson(error: CarConflictError): z.infer<typeof conflictJson> {
  const { code, userMessage: message, car, changesSince } = error;
  return {
    success: false,
    error: { code, message, current: toCarJson(car), changesSince: changesSince.map(toChangeJson) },
  };
}

function toChangeJson({ at, ...change }: CarChangeRecord) {
  return { ...change, at: at.toISOString() };
}
