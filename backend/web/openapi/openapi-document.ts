import { OpenAPIHono } from "@hono/zod-openapi";
import type { AdminEnv } from "@/backend/http/admin-api";
import { describePublicCars } from "./public-cars";

export type OpenApiDocument = ReturnType<OpenAPIHono<AdminEnv>["getOpenAPI31Document"]>;

const DESCRIPTION = `The showroom's catalogue is public; everything under \`/api/admin\` needs a session.
The host decides the showroom: call the address the showroom's website has.

Log in with \`POST /api/admin/auth/login\` and send the token as \`Authorization: Bearer …\` (24 hours). The dashboard's
session cookie works too; then every request that changes something must come from the same origin.

Every answer is \`{ "success": true, "data": … }\` or \`{ "success": false, "error": { code, message, fields? } }\`;
\`message\` is in Indonesian, to be shown. Money is whole rupiah, times are ISO 8601 in UTC.`;

/** OpenAPI 3.1 of the whole API, made from the schemas the routes themselves check with. */
export function openApiDocument(admin: OpenAPIHono<AdminEnv>, cookieName: string): OpenApiDocument {
  const api = new OpenAPIHono<AdminEnv>();
  describePublicCars(api.openAPIRegistry);
  api.route("/api/admin", admin);
  api.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
  });
  api.openAPIRegistry.registerComponent("securitySchemes", "cookie", {
    type: "apiKey",
    in: "cookie",
    name: cookieName,
    description: "The dashboard's session; changes then need the same origin",
  });

  const document = api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "AutoLeads API", version: "1.0.0", description: DESCRIPTION },
    servers: [{ url: "/" }],
    security: [{ bearer: [] }, { cookie: [] }],
  });
  requirePathParameters(document);
  return document;
}

const METHODS = ["get", "put", "post", "delete", "patch"] as const;

/** A schema that converts ("coerce") takes undefined too and is described as optional; in a path nothing is. */
function requirePathParameters({ paths = {} }: OpenApiDocument): void {
  const operations = Object.values(paths).flatMap((item) => METHODS.map((method) => item[method]));
  for (const parameter of operations.flatMap((operation) => operation?.parameters ?? [])) {
    if ("in" in parameter && parameter.in === "path") parameter.required = true;
  }
}
