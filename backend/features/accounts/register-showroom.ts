import { z } from "zod";
import { isReservedSubdomain } from "@/backend/features/tenants";
import type { Ctx } from "@/backend/platform/ctx";
import type { Database } from "@/backend/platform/database/database";
import { withSystem } from "@/backend/platform/database/with-tenant";
import { AppError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import type { PasswordLink, PasswordLinkDeps } from "./passwords/issue-password-link";
import { inviteUser } from "./users/invite-user";

const registerShowroomSchema = z.object({
  name: z.string().trim().min(2).max(100),
  /** The showroom lives at <subdomain>.<APP_DOMAIN>. */
  subdomain: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{1,40}[a-z0-9])$/, "lower-case letters, digits and hyphens")
    .refine((subdomain) => !isReservedSubdomain(subdomain), "is kept for ourselves"),
  ownerName: z.string().trim().min(2).max(80),
  ownerEmail: z.email(),
  ownerWhatsapp: z.string().optional(),
});

export type RegisterShowroomInput = z.input<typeof registerShowroomSchema>;

/** A new showroom with its owner, as the operator makes it; the link sets the owner's password (7 days, once). */
export async function registerShowroom(
  deps: PasswordLinkDeps & { db: Database; clock: Ctx["clock"] },
  input: RegisterShowroomInput,
): Promise<{ tenantId: number; link: PasswordLink }> {
  const { name, subdomain, ownerName, ownerEmail, ownerWhatsapp } = parseInput(registerShowroomSchema, input);
  const rows = await withSystem(deps.db, async (sql) => {
    const inserted = await sql.query<{ id: number }>(
      `INSERT INTO tenants (name, slug, subdomain) VALUES ($1, $2, $2) ON CONFLICT DO NOTHING RETURNING id`,
      [name, subdomain],
    );
    return inserted.rows;
  });
  const tenantId = rows[0]?.id;
  if (!tenantId) throw new AppError("conflict", `a showroom lives at ${subdomain} already`);

  const ctx: Ctx = {
    tenant: { id: tenantId },
    actor: { type: "system", name: "operator" },
    db: deps.db,
    clock: deps.clock,
    requestId: "register-showroom",
  };
  const whatsapp = ownerWhatsapp ? { whatsappNumber: ownerWhatsapp } : {};
  const owner = { name: ownerName, email: ownerEmail, role: "owner" as const, ...whatsapp };
  const { link } = await inviteUser(deps, ctx, owner);
  return { tenantId, link };
}
