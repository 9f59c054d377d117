import { z } from "zod";
import { recordEvent } from "@/backend/features/audit";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { afterCommit, withTenant } from "@/backend/platform/database/with-tenant";
import { ValidationError } from "@/backend/platform/errors";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import { parseInput } from "@/backend/platform/parse-input";
import { bumpCatalogVersion } from "./catalog-version";
import { type ContrastVerdict, judgeColor } from "./color-contrast";
import { type LogoView, logoKeyOf, logoView, sharperLogoKey } from "./logo-key";
import { colorInput } from "./schemas";

/** A logo as pages use it: a file for ordinary screens and one for sharper ones; size in CSS pixels. */
export type RenderedLogo = { hash: string; width: number; height: number; plain: Uint8Array; sharper: Uint8Array };

export type BrandingDeps = {
  objectStore: ObjectStore;
  /** @throws ValidationError with a sentence under `logo` for what is no picture we take. */
  renderLogo(bytes: Uint8Array): Promise<RenderedLogo>;
};

export type Branding = {
  primaryColor: string;
  secondaryColor: string;
  logo: LogoView | null;
  contrast: { primary: ContrastVerdict; secondary: ContrastVerdict };
};

const brandingSchema = z.object({
  primaryColor: colorInput.optional(),
  secondaryColor: colorInput.optional(),
  /** Content of a png, jpg or webp file; null takes the logo away. */
  logo: z
    .custom<Uint8Array>((value) => value instanceof Uint8Array)
    .nullable()
    .optional(),
});

const FIELDS = { primaryColor: true, secondaryColor: true, logoKey: true } as const;

export async function getBranding(ctx: Ctx): Promise<Branding> {
  requireRole(ctx.actor, "owner", "admin");
  const row = await withTenant(ctx, (tx) =>
    tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenant.id }, select: FIELDS }),
  );
  return toBranding(row);
}

/** Colours and logo of the site. A colour nobody can read text on is refused with the nearest that passes. */
export async function updateBranding(
  deps: BrandingDeps,
  ctx: Ctx,
  input: z.input<typeof brandingSchema>,
): Promise<Branding> {
  requireRole(ctx.actor, "owner", "admin");
  const { logo, primaryColor, secondaryColor } = parseInput(brandingSchema, input);
  refuseUnreadable({ primaryColor, secondaryColor });
  const logoKey = logo ? await storeLogo(deps, ctx, logo) : logo;

  return withTenant(ctx, async (tx) => {
    const where = { id: ctx.tenant.id };
    await tx.$queryRaw`SELECT 1 FROM tenants WHERE id = ${ctx.tenant.id} FOR UPDATE`;
    const before = await tx.tenant.findUniqueOrThrow({ where, select: FIELDS });
    const after = await tx.tenant.update({
      where,
      data: {
        ...(primaryColor && { primaryColor }),
        ...(secondaryColor && { secondaryColor }),
        ...(logoKey !== undefined && { logoKey }),
      },
      select: FIELDS,
    });
    const oldKey = before.logoKey;
    if (oldKey && oldKey !== after.logoKey) afterCommit(tx, () => void forgetLogo(deps.objectStore, oldKey));
    await bumpCatalogVersion(tx, ctx, "profile");
    await recordEvent(tx, ctx, { type: "showroom.branding_changed", data: { before, after } });
    return toBranding(after);
  });
}

function refuseUnreadable(colors: Record<string, string | undefined>): void {
  const fields: Record<string, string> = {};
  for (const [name, color] of Object.entries(colors)) {
    const verdict = color ? judgeColor(color) : null;
    if (!verdict?.suggestion) continue;
    const ratio = verdict.ratio.toLocaleString("id-ID");
    fields[name] =
      `Tulisan di atas warna ini sulit dibaca (kontras ${ratio}, minimal 4,5). Coba ${verdict.suggestion}.`;
  }
  if (Object.keys(fields).length > 0) throw new ValidationError(fields);
}

/** Before the row names it: a logo nobody names is only a file too many. */
async function storeLogo({ objectStore, renderLogo }: BrandingDeps, ctx: Ctx, bytes: Uint8Array): Promise<string> {
  const logo = await renderLogo(bytes);
  const key = logoKeyOf(ctx.tenant.id, logo);
  await objectStore.put(key, logo.plain, "image/webp");
  await objectStore.put(sharperLogoKey(key), logo.sharper, "image/webp");
  return key;
}

async function forgetLogo(store: ObjectStore, key: string): Promise<void> {
  await Promise.allSettled([store.delete(key), store.delete(sharperLogoKey(key))]);
}

function toBranding(row: { primaryColor: string; secondaryColor: string; logoKey: string | null }): Branding {
  const { primaryColor, secondaryColor } = row;
  return {
    primaryColor,
    secondaryColor,
    logo: logoView(row.logoKey),
    contrast: { primary: judgeColor(primaryColor), secondary: judgeColor(secondaryColor) },
  };
}
