import { ValidationError } from "@/backend/platform/errors";
import type { WebhookRequest } from "./gateway";
import { multipartBoundary, readMultipartFields } from "./multipart-fields";

/** All values of each top-level name, lower-cased. They are whatever came: always read them with `field…`. */
export type WebhookFields = ReadonlyMap<string, readonly unknown[]>;

/**
 * Reads a body sent as JSON object, urlencoded or multipart form, whatever its content type claims: senders label
 * JSON as a form and the other way round.
 * @throws ValidationError when it is none of them.
 */
export function readWebhookFields(request: WebhookRequest): WebhookFields {
  return toFields(readWebhookPairs(request));
}

/** The same with names as they were written and repeated ones kept. */
export function readWebhookPairs(request: WebhookRequest): [string, unknown][] {
  const boundary = multipartBoundary(request.contentType);
  if (boundary) return readMultipartFields(request.body, boundary);

  const text = new TextDecoder().decode(request.body).trim();
  if (text.startsWith("{")) return Object.entries(parseJsonObject(text));
  if (/^[^\s{}<>"=[][^\s{}<>"=]*=/.test(text)) return [...new URLSearchParams(text)];
  throw new ValidationError({ body: text === "" ? "is empty" : "is neither a JSON object nor a form" });
}

/** @throws ValidationError when the text is not one JSON object. */
export function readJsonFields(text: string): WebhookFields {
  return toFields(Object.entries(parseJsonObject(text)));
}

/** The first of the named fields that holds something, as trimmed text that Postgres can store. */
export function fieldText(fields: WebhookFields, ...names: string[]): string | undefined {
  return names.flatMap((name) => fieldList(fields, name))[0];
}

/** A field that may hold one value or several. */
export function fieldList(fields: WebhookFields, name: string): string[] {
  return (fields.get(name) ?? []).flat().flatMap((value) => scalarText(value) || []);
}

/** As `fieldText`, for identifiers: they become index keys, so an absurdly long one counts as missing. */
export function fieldId(fields: WebhookFields, ...names: string[]): string | undefined {
  const id = fieldText(fields, ...names);
  return id && id.length <= maxIdLength ? id : undefined;
}

export function fieldFlag(fields: WebhookFields, ...names: string[]): boolean {
  return ["true", "1", "yes"].includes(fieldText(fields, ...names)?.toLowerCase() ?? "");
}

/** Postgres text takes neither NUL nor lone surrogates; both arrive in hostile bodies. */
export function storableText(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

const maxIdLength = 120;

function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return storableText(value).trim();
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return undefined;
}

function parseJsonObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Falls through: a syntax error and nesting beyond the stack are the same to the sender.
  }
  throw new ValidationError({ body: "is not a JSON object" });
}

/** "choices", "choices[]" and "choices[0]" are one name. */
function toFields(pairs: [string, unknown][]): WebhookFields {
  const fields = new Map<string, unknown[]>();
  for (const [rawName, value] of pairs) {
    const name = rawName.toLowerCase().replace(/\[\d*\]$/, "");
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}
