import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { SessionRef } from "@/backend/features/accounts";
import type { TenantProfile } from "@/backend/features/tenants";
import type { Ctx } from "@/backend/platform/ctx";
import { ValidationError } from "@/backend/platform/errors";
import { jsonError } from "./error-response";
import { fieldErrors } from "./validate";

/** What an admin route finds in its context: the host's tenant and a ctx whose actor is the user who is logged in. */
export type AdminEnv = { Variables: { requestId: string; tenant: TenantProfile; ctx: Ctx; session: SessionRef } };

/** A router whose schemas are its checks and its documentation; a body that does not fit is 400 with its fields. */
export function adminRouter(): OpenAPIHono<AdminEnv> {
  const router = new OpenAPIHono<AdminEnv>({
    defaultHook: (result) => {
      if (!result.success) throw new ValidationError(fieldErrors(result.error));
    },
  });
  router.onError((error, c) => jsonError(c, error));
  return router;
}

/** `{ success: true, data }`, described for the documentation. */
export function okJson<Schema extends z.ZodType>(data: Schema, description = "OK") {
  const schema = z.object({ success: z.literal(true), data });
  return { description, content: { "application/json": { schema } } };
}

/** A JSON body that must be there. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { "application/json": { schema } } } as const;
}

const errorSchema = z
  .object({
    success: z.literal(false),
    error: z.object({
      code: z.string(),
      /** In Indonesian, to be shown. */
      message: z.string(),
      fields: z.record(z.string(), z.string()).optional(),
    }),
  })
  .openapi("Error");

function failure(description: string) {
  return { description, content: { "application/json": { schema: errorSchema } } };
}

/** What every admin route may answer besides success. */
export const adminFailures = {
  400: failure("A field is wrong; `fields` says which"),
  401: failure("No session, or one that has ended"),
  403: failure("This role may not do it"),
  404: failure("Not in this showroom"),
};
