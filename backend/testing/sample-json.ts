import { z } from "zod";

/** The part of JSON Schema that our documentation is made of. */
export type JsonSchema = {
  $ref?: string | undefined;
  type?: string | string[] | undefined;
  format?: string | undefined;
  pattern?: string | undefined;
  example?: unknown;
  examples?: unknown[] | undefined;
  const?: unknown;
  enum?: unknown[] | undefined;
  default?: unknown;
  minimum?: number | undefined;
  exclusiveMinimum?: number | boolean | undefined;
  minLength?: number | undefined;
  minItems?: number | undefined;
  items?: JsonSchema | undefined;
  properties?: Record<string, JsonSchema> | undefined;
  required?: string[] | undefined;
  anyOf?: JsonSchema[] | undefined;
  oneOf?: JsonSchema[] | undefined;
  allOf?: JsonSchema[] | undefined;
};

export const jsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    examples: z.array(z.unknown()).optional(),
    enum: z.array(z.unknown()).optional(),
    minimum: z.number().optional(),
    exclusiveMinimum: z.union([z.number(), z.boolean()]).optional(),
    minLength: z.number().optional(),
    minItems: z.number().optional(),
    items: jsonSchema.optional(),
    properties: z.record(z.string(), jsonSchema).optional(),
    required: z.array(z.string()).optional(),
    anyOf: z.array(jsonSchema).optional(),
    oneOf: z.array(jsonSchema).optional(),
    allOf: z.array(jsonSchema).optional(),
  }),
);

type Named = Record<string, JsonSchema>;

const FORMATS: Record<string, string> = {
  uuid: "01890000-0000-7000-8000-00000000dead",
  "date-time": "2026-11-20T03:00:00.000Z",
  date: "2026-11-20",
  email: "siapa@contoh.id",
  uri: "https://contoh.id/",
};

/** The smallest value a schema takes: what is required and nothing else. */
export function sampleOf(schema: JsonSchema, named: Named): unknown {
  const known = [schema.example, schema.examples?.[0], schema.const, schema.enum?.[0], schema.default];
  const given = known.find((value) => value !== undefined);
  if (given !== undefined) return given;
  if (schema.$ref) return sampleOf(resolve(schema.$ref, named), named);
  const variant = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (variant) return sampleOf(variant, named);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, named)));

  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "array") return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, named));
  if (type === "integer" || type === "number") return sampleNumber(schema);
  if (type === "boolean") return false;
  if (type === "string") return FORMATS[schema.format ?? ""] ?? "contoh".padEnd(schema.minLength ?? 0, "x");
  const properties = Object.entries(schema.properties ?? {});
  const wanted = properties.filter(([name]) => schema.required?.includes(name));
  return Object.fromEntries(wanted.map(([name, property]) => [name, sampleOf(property, named)]));
}

/** Every field with a value no field takes; null for a schema without fields. */
export function wrongSampleOf(schema: JsonSchema, named: Named): Record<string, unknown> | null {
  if (schema.$ref) return wrongSampleOf(resolve(schema.$ref, named), named);
  const variant = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema.allOf?.[0];
  if (variant) return wrongSampleOf(variant, named);
  const names = Object.keys(schema.properties ?? {});
  return names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, { bukan: ["ini"] }]));
}

function sampleNumber({ minimum, exclusiveMinimum }: JsonSchema): number {
  const above = typeof exclusiveMinimum === "number" ? exclusiveMinimum + 1 : 1;
  return Math.max(minimum ?? 1, above);
}

function resolve(reference: string, named: Named): JsonSchema {
  return named[reference.split("/").at(-1) ?? ""] ?? {};
}
