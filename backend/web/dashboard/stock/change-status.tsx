import type { Context } from "hono";
import {
  CAR_STATUSES,
  type CarStatus,
  type CarView,
  getCar,
  publishCar,
  readTypedRupiah,
  setCarStatus,
  undoStatus,
} from "@/backend/features/cars";
import { RuleError } from "@/backend/platform/errors";
import { statusLabel } from "@/frontend/dashboard/ui/badge";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, seeOther } from "../page";
import { carIdOf } from "./car-id";
import { carPage } from "./car-page";
import { readForm } from "./read-form";

type Page = Context<DashboardEnv>;

/** POST /dashboard/stok/:id/status */
export async function changeStatus(c: Page, deps: DashboardDeps): Promise<Response> {
  const carId = carIdOf(c);
  const { text } = await readForm(c);
  const status = CAR_STATUSES.find((known) => known === text.status);
  const soldPrice = text.soldPrice ?? "";
  const soldPriceRupiah = soldPrice.trim() ? readTypedRupiah(soldPrice) : null;
  if (!status) return seeOther(c, `/dashboard/stok/${carId}`);
  if (soldPrice.trim() && soldPriceRupiah === null) {
    const statusError = "Tidak terbaca. Tulis seperti 180jt atau 180.000.000";
    return carPage(c, deps, { statusError, soldPrice, status: 422 });
  }

  try {
    const before = await getCar(c.var.ctx, { carId });
    const car = await setStatus(c, before, status, soldPriceRupiah);
    return seeOther(c, `/dashboard/stok/${carId}`, {
      kind: "ok",
      text: `${car.publicName} sekarang ${statusLabel("car", car.status)}.`,
      ...(car.revision !== before.revision && {
        undo: {
          action: `/dashboard/stok/${carId}/status/urungkan`,
          fields: { revision: `${car.revision}` },
          label: "Urungkan",
        },
      }),
    });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return carPage(c, deps, { statusError: error.userMessage, soldPrice, status: 422 });
  }
}

/** POST /dashboard/stok/:id/status/urungkan */
export async function undoCarStatus(c: Page): Promise<Response> {
  const carId = carIdOf(c);
  const { text } = await readForm(c);
  try {
    const car = await undoStatus(c.var.ctx, { carId, revision: Number(text.revision) || 0, channel: "web" });
    const label = statusLabel("car", car.status);
    return seeOther(c, `/dashboard/stok/${carId}`, { kind: "ok", text: `Dikembalikan: ${car.publicName} ${label}.` });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return seeOther(c, `/dashboard/stok/${carId}`, { kind: "error", text: error.userMessage });
  }
}

function setStatus(c: Page, { id: carId, status: from }: CarView, status: CarStatus, soldPriceRupiah: number | null) {
  const isFirstPublication = from === "draft" && status === "available";
  if (isFirstPublication) return publishCar(c.var.ctx, { carId, channel: "web" });
  return setCarStatus(c.var.ctx, { carId, status, soldPriceRupiah, channel: "web" });
}
