import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import type { AdminEnv } from "@/backend/http/admin-api";
import { openApiDocument } from "@/backend/web/openapi";
import { type JsonSchema, jsonSchema } from "./sample-json";

/** One documented admin address with what is needed to call it. */
export type AdminOperation = {
  /** "PUT /leads/{id}/assignee", as in the document, without /api/admin. */
  name: string;
  method: string;
  path: string;
  /** Nobody needs to be logged in. */
  isOpen: boolean;
  parameters: { name: string; in: string; required: boolean; schema: JsonSchema }[];
  /** null without a body. */
  body: { contentType: string; schema: JsonSchema } | null;
  /** Of the answer 200, null when that is no JSON. */
  answer: JsonSchema | null;
};

const PREFIX = "/api/admin";
const content = z.record(z.string(), z.object({ schema: jsonSchema }));
const operationSchema = z.object({
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().default(false), schema: jsonSchema }))
    .default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
});
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), jsonSchema).default({}) }),
});

/** Every operation of the admin API that `/api/openapi.json` describes, and the named schemas it uses. */
export function documentedOperations(admin: OpenAPIHono<AdminEnv>) {
  const { paths, components } = documentSchema.parse(openApiDocument(admin, "autoleads_session"));
  const operations = Object.entries(paths)
    .filter(([path]) => path.startsWith(PREFIX))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => toOperation(path, method.toUpperCase(), operation)),
    );
  return { operations, schemas: components.schemas };
}

/** The same names from the router's own list: what is really answered, documented or not. */
export function routedOperations(admin: OpenAPIHono<AdminEnv>): string[] {
  const names = admin.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${withoutSlash(path.replace(/:(\w+)(?:\{[^}]*\})?/g, "{$1}"))}`);
  return [...new Set(names)].sort();
}

function toOperation(fullPath: string, method: string, operation: z.infer<typeof operationSchema>): AdminOperation {
  const path = withoutSlash(fullPath.slice(PREFIX.length));
  const [first] = Object.entries(operation.requestBody?.content ?? {});
  return {
    name: `${method} ${path}`,
    method,
    path: PREFIX + path,
    isOpen: operation.security?.length === 0,
    parameters: operation.parameters,
    body: first ? { contentType: first[0], schema: first[1].schema } : null,
    answer: operation.responses["200"]?.content?.["application/json"]?.schema ?? null,
  };
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, "");
}
