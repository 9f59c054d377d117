import type { Context } from "hono";
import { deleteCar, getCar } from "@/backend/features/cars";
import { ForbiddenError } from "@/backend/platform/errors";
import { ConfirmForm } from "@/frontend/dashboard/ui/form";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";
import { carIdOf } from "./car-id";
import { rightsOf } from "./stock-rights";

type Page = Context<DashboardEnv>;

/** GET /dashboard/stok/:id/hapus */
export async function askToDelete(c: Page, deps: DashboardDeps): Promise<Response> {
  const carId = carIdOf(c);
  const car = await getCar(c.var.ctx, { carId });
  if (!rightsOf(c.var.ctx.actor).mayDelete) throw new ForbiddenError("may not delete cars");
  return dashboardPage(c, deps, {
    title: `Hapus ${car.publicName}`,
    active: "stok",
    children: (
      <ConfirmForm
        action={`/dashboard/stok/${carId}/hapus`}
        title={`Hapus ${car.publicName}?`}
        submitLabel="Ya, hapus unit"
        cancelHref={`/dashboard/stok/${carId}`}
      >
        <p>
          Foto, riwayat, dan halamannya di website ikut hilang dan tidak bisa dikembalikan. Kalau mobilnya laku, lebih
          baik tandai terjual supaya tercatat di laporan.
        </p>
      </ConfirmForm>
    ),
  });
}

/** POST /dashboard/stok/:id/hapus */
export async function removeCar(c: Page): Promise<Response> {
  const carId = carIdOf(c);
  const { publicName } = await getCar(c.var.ctx, { carId });
  await deleteCar(c.var.ctx, { carId, channel: "web" });
  return seeOther(c, "/dashboard/stok", { kind: "ok", text: `${publicName} sudah dihapus.` });
}
