import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCar } from "@/backend/features/cars";
import {
  deletePhoto,
  getPhoto,
  listPhotos,
  MAX_UPLOAD_BYTES,
  refuseLargeUpload,
  reorderPhotos,
  setCover,
  showOriginal,
  uploadedFilesOf,
  uploadPhotos,
} from "@/backend/features/photos";
import { RuleError, ValidationError } from "@/backend/platform/errors";
import { DeletePhotoPage } from "@/frontend/dashboard/photos/delete-photo-page";
import { photosHref } from "@/frontend/dashboard/photos/photo-item";
import { PhotosPage, type PhotosPageProps } from "@/frontend/dashboard/photos/photos-page";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";
import { formOf } from "./form-of";
import { saveEdits, showEditor } from "./mask-editor";
import { mayEditPhotos } from "./may-edit-photos";
import { toPhotoItems } from "./photo-items";

type Page = Context<DashboardEnv>;

const UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
const PHOTOS = `/:carId{${UUID}}/foto`;
const PHOTO = `${PHOTOS}/:photoId{${UUID}}`;

/** Photos of a car, under /dashboard/stok/<car>/foto. */
export function photoPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();
  const { objectStore } = deps;

  app.get(PHOTOS, (c) => photosPage(c, deps));
  app.post(PHOTOS, bodyLimit({ maxSize: MAX_UPLOAD_BYTES, onError: refuseLargeUpload }), (c) => upload(c, deps));
  app.get(PHOTO, (c) => showEditor(c, deps));
  app.post(PHOTO, (c) => saveEdits(c, deps));
  app.get(`${PHOTO}/asli.jpg`, async (c) => {
    const jpeg = await showOriginal(c.var.ctx, objectStore, photoOf(c));
    return c.body(new Uint8Array(jpeg), 200, {
      "Content-Type": "image/jpeg",
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    });
  });
  app.post(`${PHOTO}/sampul`, async (c) => {
    await setCover(c.var.ctx, photoOf(c));
    return back(c, "Sampul sudah diganti.");
  });
  app.post(`${PHOTO}/pindah`, (c) => move(c));
  app.get(`${PHOTO}/hapus`, (c) => confirmDelete(c, deps));
  app.post(`${PHOTO}/hapus`, async (c) => {
    try {
      await deletePhoto(c.var.ctx, objectStore, photoOf(c));
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      return seeOther(c, photosHref(photoOf(c).carId), { kind: "error", text: error.userMessage });
    }
    return back(c, "Foto sudah dihapus.");
  });
  return app;
}

async function photosPage(c: Page, deps: DashboardDeps, refused?: PhotosPageProps["refused"]): Promise<Response> {
  const { ctx } = c.var;
  const carId = c.req.param("carId") ?? "";
  const [car, photos] = await Promise.all([getCar(ctx, { carId }), listPhotos(ctx, { carId })]);
  const mayEdit = mayEditPhotos(ctx.actor);
  return dashboardPage(c, deps, {
    title: `Foto ${car.publicName}`,
    active: "stok",
    scripts: mayEdit ? ["photo-manager.js"] : [],
    status: refused ? 422 : 200,
    children: (
      <PhotosPage
        carId={carId}
        carName={car.publicName}
        photos={toPhotoItems(photos)}
        mayEdit={mayEdit}
        {...(refused && { refused })}
      />
    ),
  });
}

async function upload(c: Page, deps: DashboardDeps): Promise<Response> {
  const carId = c.req.param("carId") ?? "";
  try {
    const files = await uploadedFilesOf(await formOf(c));
    const { photos, refused } = await uploadPhotos(c.var.ctx, deps.objectStore, { carId, files });
    if (refused.length > 0) return photosPage(c, deps, refused);
    return back(c, `${photos.length} foto diunggah. Gambarnya sedang disiapkan.`);
  } catch (error) {
    if (!(error instanceof RuleError || error instanceof ValidationError)) throw error;
    return photosPage(c, deps, [{ fileName: "", message: error.userMessage }]);
  }
}

/** One place forward or back. */
async function move(c: Page): Promise<Response> {
  const { carId, photoId } = photoOf(c);
  const form = await formOf(c);
  await getPhoto(c.var.ctx, { carId, photoId });
  const ids = (await listPhotos(c.var.ctx, { carId })).map(({ id }) => id);
  const place = ids.indexOf(photoId) + (form.get("arah") === "maju" ? -1 : 1);
  const others = ids.filter((id) => id !== photoId);
  const ordered = [...others.slice(0, Math.max(place, 0)), photoId, ...others.slice(Math.max(place, 0))];
  await reorderPhotos(c.var.ctx, { carId, photoIds: ordered });
  return back(c, "Urutan foto sudah disimpan.");
}

async function confirmDelete(c: Page, deps: DashboardDeps): Promise<Response> {
  const { ctx } = c.var;
  const { carId, photoId } = photoOf(c);
  const [car, photo] = await Promise.all([getCar(ctx, { carId }), getPhoto(ctx, { carId, photoId })]);
  return dashboardPage(c, deps, {
    title: "Hapus foto",
    active: "stok",
    children: (
      <DeletePhotoPage
        carId={carId}
        carName={car.publicName}
        photoId={photoId}
        url={toPhotoItems([photo])[0]?.url ?? null}
        isCover={photo.isPrimary}
      />
    ),
  });
}

function photoOf(c: Page): { carId: string; photoId: string } {
  return { carId: c.req.param("carId") ?? "", photoId: c.req.param("photoId") ?? "" };
}

function back(c: Page, text: string): Response {
  return seeOther(c, photosHref(photoOf(c).carId), { kind: "ok", text });
}
