import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { exportCars, importTemplate } from "@/backend/features/cars";
import { MAX_UPLOAD_BYTES, refuseLargeUpload } from "@/backend/features/photos";
import type { DashboardDeps } from "../deps";
import type { DashboardEnv } from "../page";
import { bulkChange, undoBulk } from "./bulk";
import { carPage } from "./car-page";
import { changeStatus, undoCarStatus } from "./change-status";
import { askToDelete, removeCar } from "./delete-car";
import { checkImport, importPage, runImport } from "./import";
import { addCar, fillFromAd, newCarPage } from "./new-car";
import { saveCar } from "./save-car";
import { readStockAddress } from "./stock-address";
import { stockList } from "./stock-list";

/** A sheet of 2 MB, with room for the form around it. */
const MAX_SHEET_FORM_BYTES = 5 * 1024 * 1024;
const MAX_FORM_BYTES = 256 * 1024;

/** Everything under /dashboard/stok but the photos of a car. */
export function stockPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();
  const form = bodyLimit({ maxSize: MAX_FORM_BYTES });
  const sheetForm = bodyLimit({
    maxSize: MAX_SHEET_FORM_BYTES,
    onError: (c) => importPage(c, deps, "File terlalu besar. Maksimal 2 MB."),
  });

  app.get("/", (c) => stockList(c, deps));
  app.post("/massal", form, (c) => bulkChange(c, deps));
  app.post("/massal/urungkan", form, (c) => undoBulk(c));
  app.get("/ekspor.csv", async (c) =>
    csvFile(c, "stok", await exportCars(c.var.ctx, readStockAddress(c.req.url).filters)),
  );

  app.get("/impor", (c) => importPage(c, deps));
  app.get("/impor/contoh.csv", (c) => csvFile(c, "contoh-stok", importTemplate(c.var.ctx)));
  app.post("/impor", sheetForm, (c) => checkImport(c, deps));
  app.post("/impor/jalankan", sheetForm, (c) => runImport(c, deps));

  app.get("/baru", (c) => newCarPage(c, deps));
  app.post("/baru", bodyLimit({ maxSize: MAX_UPLOAD_BYTES, onError: refuseLargeUpload }), (c) => addCar(c, deps));
  app.post("/baru/iklan", form, (c) => fillFromAd(c, deps));

  app.get("/:id", (c) => carPage(c, deps));
  app.post("/:id", form, (c) => saveCar(c, deps));
  app.post("/:id/status", form, (c) => changeStatus(c, deps));
  app.post("/:id/status/urungkan", form, (c) => undoCarStatus(c));
  app.get("/:id/hapus", (c) => askToDelete(c, deps));
  app.post("/:id/hapus", form, (c) => removeCar(c));
  return app;
}

function csvFile(c: Context, name: string, text: string): Response {
  return c.body(text, 200, {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${name}.csv"`,
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
  });
}
