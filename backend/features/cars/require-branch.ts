import type { Tx } from "@/backend/platform/database/database";
import { ValidationError } from "@/backend/platform/errors";

/** A branch of this showroom, or none. */
export async function requireBranch(tx: Tx, tenantId: number, branchId: string | null): Promise<void> {
  if (branchId === null) return;
  const branch = await tx.branch.findUnique({
    where: { tenantId_id: { tenantId, id: branchId } },
    select: { id: true },
  });
  if (!branch) throw new ValidationError({ branchId: "Cabang tidak ditemukan" });
}
