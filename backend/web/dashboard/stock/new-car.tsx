import type { Context } from "hono";
import { z } from "zod";
import {
  CarAddedAlreadyError,
  type CarView,
  createCar,
  DuplicatePlateError,
  getCar,
  publishCar,
  readTypedCar,
  type TypedCar,
  typedCarOfAd,
} from "@/backend/features/cars";
import { uploadedFilesOf, uploadPhotos } from "@/backend/features/photos";
import { AppError, type FieldErrors, ForbiddenError, RuleError } from "@/backend/platform/errors";
import { NewCarPage } from "@/frontend/dashboard/stock/new-car-page";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, type Flash, seeOther } from "../page";
import { carFormView, formErrorsOf, typedOf } from "./car-form";
import { readForm, type SentForm } from "./read-form";
import { rightsOf } from "./stock-rights";

type Page = Context<DashboardEnv>;

type Shown = {
  values?: TypedCar;
  errors?: FieldErrors;
  /** The car that has the plate already. */
  existing?: { id: string; code: string } | null;
  ad?: string;
  unread?: string[];
  carId?: string;
  status?: 409 | 422;
};

/** GET /dashboard/stok/baru, and the same again with what was typed. */
export async function newCarPage(c: Page, deps: DashboardDeps, shown: Shown = {}): Promise<Response> {
  const rights = rightsOf(c.var.ctx.actor);
  if (!rights.mayAdd) throw new ForbiddenError("may not add cars");
  const { values = {}, errors = {}, existing = null, ad = null, unread = [], status = 200 } = shown;
  const form = await carFormView(c, null, values, errors);
  const carId = shown.carId ?? Bun.randomUUIDv7();
  return dashboardPage(c, deps, {
    title: "Tambah unit",
    active: "stok",
    status,
    children: <NewCarPage {...{ form, carId, ad, unread, existing }} mayPublish={rights.mayEdit} />,
  });
}

/** POST /dashboard/stok/baru/iklan: the form, filled from a pasted advertisement. */
export async function fillFromAd(c: Page, deps: DashboardDeps): Promise<Response> {
  const { text } = await readForm(c);
  const ad = (text.ad ?? "").slice(0, 5_000);
  const { typed, unread } = typedCarOfAd(ad);
  return newCarPage(c, deps, { values: typed, ad, unread });
}

/** POST /dashboard/stok/baru */
export async function addCar(c: Page, deps: DashboardDeps): Promise<Response> {
  const form = await readForm(c);
  const values = typedOf(form.text);
  const id = readCarId(form.text.carId);
  const wantsPublic = form.text.next === "publish";
  const again = (errors: FieldErrors, shown: Shown) =>
    newCarPage(c, deps, { ...shown, values, carId: id, errors: { ...errors, ...lostPhotos(form) } });
  const { facts, errors } = readTypedCar(values, { isWhole: true });
  if (Object.keys(errors).length > 0) return again(errors, { status: 422 });

  const { brand = "", model = "", year = 0, color = "", transmission = "", km = 0, priceRupiah = 0 } = facts;
  const required = { brand, model, year, color, transmission, km, priceRupiah };
  try {
    const car = await createCar(c.var.ctx, { ...facts, ...required, id, channel: "web" });
    return await afterCreation(c, deps, car.id, wantsPublic);
  } catch (error) {
    if (error instanceof CarAddedAlreadyError) return await afterCreation(c, deps, error.carId, wantsPublic);
    const fields = error instanceof AppError && error.code !== "forbidden" ? error.fields : undefined;
    if (!fields || !(error instanceof AppError)) throw error;
    const status = error.code === "conflict" ? 409 : 422;
    const existing = error instanceof DuplicatePlateError ? { id: error.carId, code: error.displayCode } : null;
    return again(formErrorsOf(fields), { existing, status });
  }
}

/** One that was tampered with makes the car a new one. */
function readCarId(text: string | undefined): string | undefined {
  return z.uuid().safeParse(text).data;
}

/** A browser never fills a file field again by itself. */
function lostPhotos(form: SentForm): FieldErrors {
  const { length } = form.files("photos");
  return length > 0 ? { photos: `${length} foto tadi tidak ikut terbawa. Pilih lagi fotonya.` } : {};
}

/**
 * The car is kept whatever becomes of its photos; what went wrong with them is said on its page. The same for a form that
 * came before, by a second click or after its answer was lost: what the first try did not get done is done now.
 */
async function afterCreation(c: Page, deps: DashboardDeps, carId: string, wantsPublic: boolean): Promise<Response> {
  const problems: string[] = [];
  const { refused } = await takePhotos(c, deps, carId).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    return { refused: [{ fileName: "", message: error.userMessage }] };
  });
  for (const { fileName, message } of refused) problems.push(fileName ? `${fileName}: ${message}` : message);
  if (wantsPublic) problems.push(...(await tryToPublish(c, carId)));
  return seeOther(c, `/dashboard/stok/${carId}`, flashOf(await getCar(c.var.ctx, { carId }), problems));
}

async function takePhotos(c: Page, deps: DashboardDeps, carId: string) {
  const files = await uploadedFilesOf(await c.req.formData());
  return files.length > 0
    ? uploadPhotos(c.var.ctx, deps.objectStore, { carId, files, isRepeatable: true })
    : { refused: [] };
}

async function tryToPublish(c: Page, carId: string): Promise<string[]> {
  try {
    await publishCar(c.var.ctx, { carId, channel: "web" });
    return [];
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return [error.userMessage];
  }
}

const STATE_WORDS: Record<CarView["status"], string> = {
  draft: "tersimpan sebagai draf",
  available: "sudah tayang di website",
  booking: "sudah tersimpan",
  sold: "sudah tersimpan",
};

function flashOf({ publicName, status, photos }: CarView, problems: string[]): Flash {
  const now = STATE_WORDS[status];
  if (problems.length > 0) {
    return { kind: "error", isTaken: true, text: `${publicName} ${now}. ${problems.join(" ")}`.slice(0, 480) };
  }
  if (status !== "draft") return { kind: "ok", text: `${publicName} ${now}.` };
  const next = photos.length > 0 ? "Terbitkan kalau sudah siap." : "Tambahkan foto, lalu terbitkan.";
  return { kind: "ok", text: `${publicName} tersimpan. ${next}` };
}
