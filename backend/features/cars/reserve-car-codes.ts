import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { codeLetterOf, displayCodeOf, stockCodeOf, temporaryPlateOf } from "./car-codes";
import { publicNameOf, slugOf } from "./car-name";
import { nextNumber } from "./car-store";
import { type ReserveCarCodesInput, reserveCarCodesSchema } from "./schemas";

/** `plate` is the one given, or TEMP-001 … when there is none yet. */
export type ReservedCodes = {
  stockCode: string;
  displayCode: string;
  slug: string;
  publicName: string;
  plate: string;
};

/** Codes for a car that is about to be created, so that its recap can show them. Never given twice, used or not. */
export async function reserveCarCodes(ctx: Ctx, input: ReserveCarCodesInput): Promise<ReservedCodes> {
  requirePermission(ctx.actor, "upload");
  const { model, publicModelName, year, color, plate } = parseInput(reserveCarCodesSchema, input);

  return withTenant(ctx, async (tx) => {
    const codes = await takeCodes(tx, ctx.tenant.id, publicModelName || model);
    const named = { model, year, color, displayCode: codes.displayCode };
    return {
      ...codes,
      slug: slugOf(named),
      publicName: publicNameOf(named),
      plate: plate ?? (await takeTemporaryPlate(tx, ctx.tenant.id)),
    };
  });
}

/** Always in this order, so that two transactions never wait for each other. */
export async function takeCodes(tx: Tx, tenantId: number, publicModelName: string) {
  const letter = codeLetterOf(publicModelName);
  const stockCode = stockCodeOf(await nextNumber(tx, tenantId, "stock"));
  const displayCode = displayCodeOf(letter, await nextNumber(tx, tenantId, `display:${letter}`));
  return { stockCode, displayCode };
}

export async function takeTemporaryPlate(tx: Tx, tenantId: number): Promise<string> {
  return temporaryPlateOf(await nextNumber(tx, tenantId, "temp-plate"));
}
