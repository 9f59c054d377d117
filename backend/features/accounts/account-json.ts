import { z } from "@hono/zod-openapi";
import { PERMISSIONS } from "./schemas";

const moment = z.date().openapi({ format: "date-time" });
const role = z.enum(["owner", "admin", "sales"]);

export const loggedInJson = z
  .object({
    /** For `Authorization: Bearer`, 24 hours. */
    token: z.string(),
    user: z.object({ id: z.string(), name: z.string(), email: z.string(), role }),
    tenant: z.object({
      id: z.number(),
      name: z.string(),
      subdomain: z.string(),
      customDomain: z.string().nullable(),
    }),
  })
  .openapi("LoggedIn");

export const sessionJson = z
  .object({
    id: z.string(),
    device: z.string().openapi({ example: "Chrome di Android" }),
    audience: z.string().openapi({ description: "page: the dashboard; api: a program" }),
    address: z.string(),
    ...{ createdAt: moment, lastSeenAt: moment, expiresAt: moment },
    isCurrent: z.boolean(),
  })
  .openapi("Session");

export const userJson = z
  .object({
    ...{ id: z.string(), name: z.string(), email: z.string() },
    phone: z.string().openapi({ description: 'Digits from 62, "" when not known' }),
    whatsappNumber: z.string().nullable(),
    role,
    status: z.enum(["active", "invited", "suspended"]),
    permissions: z.array(z.enum(PERMISSIONS)),
    branch: z.object({ id: z.string(), name: z.string() }).nullable(),
    ...{ hasPin: z.boolean(), hasTotp: z.boolean() },
    lastLoginAt: moment.nullable(),
    createdAt: moment,
  })
  .openapi("User");

export const userPageJson = z.object({
  users: z.array(userJson),
  ...{ page: z.number(), limit: z.number(), total: z.number(), totalPages: z.number() },
});

export const passwordLinkJson = z
  .object({
    url: z.string().openapi({ description: "Shown this once" }),
    purpose: z.enum(["invite", "reset"]),
    expiresAt: moment,
  })
  .openapi("PasswordLink");

export const totpSetupJson = z
  .object({ secret: z.string(), uri: z.string(), qrSvg: z.string().openapi({ description: "An <svg> element" }) })
  .openapi("TotpSetup");

export const doneJson = z.object({ done: z.literal(true) });
export const DONE = { success: true, data: { done: true } } as const;
