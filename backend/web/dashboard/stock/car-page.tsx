import type { Context } from "hono";
import {
  type CarView,
  carFieldLabel,
  carHistory,
  describeCarField,
  getCar,
  getStockRow,
  LISTED_STATUSES,
  TYPED_FIELDS,
  type TypedCar,
  typedCarOf,
  whyCannotPublish,
} from "@/backend/features/cars";
import { listPhotos } from "@/backend/features/photos";
import { tenantOrigin } from "@/backend/features/tenants";
import type { FieldErrors } from "@/backend/platform/errors";
import { CarPage } from "@/frontend/dashboard/stock/car-page";
import { formatDate } from "@/frontend/dashboard/ui/time";
import { formatRupiah } from "@/frontend/ui/format";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage } from "../page";
import { toPhotoItems } from "../photos";
import { carFormView } from "./car-form";
import { carIdOf } from "./car-id";
import { toHistoryView } from "./history-view";
import { statusChoicesOf } from "./status-choices";
import { branchChoices } from "./stock-list";
import { rightsOf } from "./stock-rights";

type Page = Context<DashboardEnv>;
type Shown = {
  values?: TypedCar;
  errors?: FieldErrors;
  problem?: string;
  statusError?: string;
  soldPrice?: string;
  /** What the form was made of, when it came back; the latest otherwise. */
  revision?: number;
  status?: 409 | 422;
};

/** GET /dashboard/stok/:id, and the same again with what was typed. */
export async function carPage(c: Page, deps: DashboardDeps, shown: Shown = {}): Promise<Response> {
  const { ctx, tenant } = c.var;
  const carId = carIdOf(c);
  const historyPage = Math.max(1, Math.min(1_000, Number(c.req.query("riwayat")) || 1));
  const car = await getCar(ctx, { carId });
  const rights = rightsOf(ctx.actor);
  const [photos, history, branches, row] = await Promise.all([
    listPhotos(ctx, { carId }),
    carHistory(ctx, { carId, page: historyPage }),
    branchChoices(c),
    getStockRow(ctx, { carId }),
  ]);
  const words = { timezone: tenant.timezone, branchNames: new Map(branches.map(({ value, label }) => [value, label])) };
  const form = rights.mayEdit ? await carFormView(c, car, shown.values ?? typedCarOf(car), shown.errors) : null;

  return dashboardPage(c, deps, {
    title: car.publicName,
    active: "stok",
    scripts: rights.mayEdit ? ["photo-manager.js"] : [],
    status: shown.status ?? 200,
    children: (
      <CarPage
        car={{
          ...{ id: carId, publicName: car.publicName, fullModel: car.fullModel, status: car.status },
          ...{ displayCode: car.displayCode, stockCode: car.stockCode, revision: shown.revision ?? car.revision },
          siteHref: isListed(car) ? `${tenantOrigin(tenant, deps.origin)}/${car.slug}` : null,
          soldLine: soldLineOf(car, tenant.timezone),
          ...{ views: row.views, leads: row.leads, ageDays: row.ageDays },
        }}
        form={form}
        facts={form ? [] : factsOf(car, words.branchNames)}
        photos={toPhotoItems(photos)}
        mayEditPhotos={rights.mayEdit}
        statusChoices={statusChoicesOf(car.status, rights)}
        statusError={shown.statusError ?? null}
        whyNotPublic={car.status === "draft" ? whyCannotPublish({ ...car, photoCount: usablePhotos(car) }) : null}
        soldPrice={shown.soldPrice ?? ""}
        history={toHistoryView(history.entries, words)}
        olderHistoryHref={historyPage < history.totalPages ? `?riwayat=${historyPage + 1}#riwayat` : null}
        mayDelete={rights.mayDelete}
        problem={shown.problem ?? null}
      />
    ),
  });
}

function isListed({ status }: CarView): boolean {
  return LISTED_STATUSES.some((listed) => listed === status);
}

function usablePhotos({ photos }: CarView): number {
  return photos.filter(({ status }) => status !== "failed").length;
}

function soldLineOf({ status, soldAt, soldPriceRupiah }: CarView, timezone: string): string | null {
  if (status !== "sold" || !soldAt) return null;
  const price = soldPriceRupiah === null ? "" : ` seharga ${formatRupiah(soldPriceRupiah)}`;
  return `Terjual ${formatDate(soldAt, timezone)}${price}.`;
}

/** For those who may only read; what is empty is left out. */
function factsOf(car: CarView, branchNames: ReadonlyMap<string, string>) {
  return TYPED_FIELDS.filter((field) => field !== "featured" && hasValue(car[field])).map((field) => ({
    term: carFieldLabel(field),
    value: describeCarField(field, car[field], branchNames),
  }));
}

function hasValue(value: unknown): boolean {
  return value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}
