import type { Context } from "hono";
import {
  type BulkAction,
  bulkActionSchema,
  bulkChangeCars,
  carFieldLabel,
  planBulkChange,
  undoBulkChange,
} from "@/backend/features/cars";
import { NotFoundError, ValidationError } from "@/backend/platform/errors";
import { BulkConfirmPage } from "@/frontend/dashboard/stock/bulk-confirm-page";
import { statusLabel } from "@/frontend/dashboard/ui/badge";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";
import { readForm } from "./read-form";
import { safeBack } from "./stock-address";
import { branchChoices } from "./stock-list";

type Page = Context<DashboardEnv>;

/** POST /dashboard/stok/massal: first asks, with `confirmed` does it. */
export async function bulkChange(c: Page, deps: DashboardDeps): Promise<Response> {
  const form = await readForm(c);
  const back = safeBack(form.text.back);
  const carIds = form.all("carId");
  const action = readAction(form.text.action ?? "");
  if (!action) return seeOther(c, back, { kind: "error", text: "Pilih dulu apa yang diubah." });

  try {
    if (form.text.confirmed) return await carryOut(c, carIds, action, back);
    const plan = await planBulkChange(c.var.ctx, { carIds, action });
    const actionLabel = await describeAction(c, action);
    return dashboardPage(c, deps, {
      title: actionLabel,
      active: "stok",
      children: <BulkConfirmPage {...plan} {...{ actionLabel, back }} action={form.text.action ?? ""} />,
    });
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    const [sentence = error.userMessage] = Object.values(error.fields ?? {});
    return seeOther(c, back, { kind: "error", text: `${sentence}.` });
  }
}

/** POST /dashboard/stok/massal/urungkan */
export async function undoBulk(c: Page): Promise<Response> {
  const form = await readForm(c);
  const back = safeBack(form.text.back);
  try {
    const { restored, skipped } = await undoBulkChange(c.var.ctx, { bulkId: form.text.bulkId ?? "", channel: "web" });
    const rest = skipped > 0 ? ` ${skipped} unit sudah diubah lagi, jadi dibiarkan.` : "";
    return seeOther(c, back, { kind: "ok", text: `${restored} unit dikembalikan seperti semula.${rest}` });
  } catch (error) {
    if (!(error instanceof NotFoundError || error instanceof ValidationError)) throw error;
    return seeOther(c, back, { kind: "error", text: "Perubahan ini tidak bisa dikembalikan lagi." });
  }
}

async function carryOut(c: Page, carIds: string[], action: BulkAction, back: string): Promise<Response> {
  const result = await bulkChangeCars(c.var.ctx, { carIds, action, channel: "web" });
  const left = result.refused.length;
  const rest = left > 0 ? ` ${left} unit tidak bisa diubah.` : "";
  return seeOther(c, back, {
    kind: "ok",
    text: `${result.willChange.length} unit diubah: ${await describeAction(c, action)}.${rest}`,
    ...(result.bulkId && {
      undo: { action: "/dashboard/stok/massal/urungkan", fields: { bulkId: result.bulkId, back }, label: "Urungkan" },
    }),
  });
}

/** "status:sold", "featured:1", "branch:<id>" */
function readAction(text: string): BulkAction | null {
  const [type, value = ""] = text.split(":");
  const read = bulkActionSchema.safeParse({
    type,
    ...(type === "status" && { status: value }),
    ...(type === "featured" && { featured: value === "1" }),
    ...(type === "branch" && { branchId: value || null }),
  });
  return read.success ? read.data : null;
}

async function describeAction(c: Page, action: BulkAction): Promise<string> {
  if (action.type === "status") return `Jadikan ${statusLabel("car", action.status)}`;
  if (action.type === "featured")
    return action.featured ? `Tandai ${carFieldLabel("featured").toLowerCase()}` : "Lepas dari unggulan";
  const branch = (await branchChoices(c)).find(({ value }) => value === action.branchId);
  return branch ? `Pindah ke ${branch.label}` : "Lepas dari cabang";
}
