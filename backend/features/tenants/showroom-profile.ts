import type { z } from "zod";
import { recordEvent } from "@/backend/features/audit";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { bumpCatalogVersion } from "./catalog-version";
import { profileSchema } from "./schemas";

/** `phone` in digits ("62812…"); every field but the name may be empty. */
export type ShowroomProfile = {
  name: string;
  tagline: string;
  phone: string;
  email: string;
  address: string;
  city: string;
  mapsUrl: string;
};

const FIELDS = {
  name: true,
  tagline: true,
  phone: true,
  email: true,
  address: true,
  city: true,
  mapsUrl: true,
} as const;

export async function getShowroomProfile(ctx: Ctx): Promise<ShowroomProfile> {
  requireRole(ctx.actor, "owner", "admin");
  return withTenant(ctx, (tx) => tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenant.id }, select: FIELDS }));
}

/** What the public sees of the showroom; fields that are not given stay as they are. */
export async function updateShowroomProfile(ctx: Ctx, input: z.input<typeof profileSchema>): Promise<ShowroomProfile> {
  requireRole(ctx.actor, "owner", "admin");
  const given = Object.entries(parseInput(profileSchema, input)).filter(([, value]) => value !== undefined);
  const data = Object.fromEntries(given);

  return withTenant(ctx, async (tx) => {
    const before = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenant.id }, select: FIELDS });
    const after = await tx.tenant.update({ where: { id: ctx.tenant.id }, data, select: FIELDS });
    const changed = given.map(([key]) => key).filter((key) => Reflect.get(before, key) !== Reflect.get(after, key));
    if (changed.length === 0) return after;
    await bumpCatalogVersion(tx, ctx, "profile");
    await recordEvent(tx, ctx, { type: "showroom.profile_changed", data: { fields: changed } });
    return after;
  });
}
