import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { adminFailures, adminRouter, jsonBody, okJson } from "@/backend/http/admin-api";
import { ValidationError } from "@/backend/platform/errors";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import { deletePhoto } from "./delete-photo";
import { editPhoto } from "./edit-photo";
import { listPhotos } from "./list-photos";
import { photoJsonSchema, toPhotoJson } from "./photo-json";
import { reorderPhotos } from "./reorder-photos";
import { editsOnRevisionSchema, MOST_FILES_PER_UPLOAD, orderSchema } from "./schemas";
import { setCover } from "./set-cover";
import { type UploadResult, uploadPhotos } from "./upload-photos";
import { MAX_UPLOAD_BYTES, refuseLargeUpload, uploadedFilesOf } from "./uploaded-files";

const tags = ["Car photos"];
const carParams = z.object({ carId: z.uuid() });
const photoParams = carParams.extend({ photoId: z.uuid() });
const photosJson = okJson(z.array(photoJsonSchema), "The car's photos, cover first");
const json = <Schema extends z.ZodType>(schema: Schema) => ({
  body: jsonBody(schema),
});

const listRoute = createRoute({
  method: "get",
  path: "/{carId}/photos",
  tags,
  summary: "Photos of a car, those still being made too",
  request: { params: carParams },
  responses: { 200: photosJson, ...adminFailures },
});

const uploadedSchema = z.object({
  photos: z.array(photoJsonSchema),
  refused: z.array(z.object({ fileName: z.string(), message: z.string() })),
});

const uploadRoute = createRoute({
  method: "post",
  path: "/{carId}/photos",
  tags,
  summary: `Upload up to ${MOST_FILES_PER_UPLOAD} photos (JPEG, PNG, WebP; HEIC where the server decodes it), 10 MB each`,
  request: {
    params: carParams,
    body: {
      required: true,
      content: {
        "multipart/form-data": {
          schema: z.object({ photos: z.any().openapi({ type: "array", items: { type: "string", format: "binary" } }) }),
        },
      },
    },
  },
  responses: { 201: okJson(uploadedSchema, "What was taken, and why the rest was not"), ...adminFailures },
});

const orderRoute = createRoute({
  method: "put",
  path: "/{carId}/photos/order",
  tags,
  summary: "Put all photos of a car in this order; the first is the cover",
  request: { params: carParams, ...json(orderSchema) },
  responses: { 200: photosJson, ...adminFailures },
});

const coverRoute = createRoute({
  method: "put",
  path: "/{carId}/photos/{photoId}/cover",
  tags,
  summary: "Make a photo the cover",
  request: { params: photoParams },
  responses: { 200: photosJson, ...adminFailures },
});

const editRoute = createRoute({
  method: "put",
  path: "/{carId}/photos/{photoId}/edits",
  tags,
  summary: "Turn, crop and mask a photo, counted from its upright original; 409 when `revision` is not the present one",
  request: { params: photoParams, ...json(editsOnRevisionSchema) },
  responses: { 200: okJson(photoJsonSchema, "The photo, being made anew"), ...adminFailures },
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/{carId}/photos/{photoId}",
  tags,
  summary: "Take a photo off its car; its public files are gone at once",
  request: { params: photoParams },
  responses: { 200: photosJson, ...adminFailures },
});

/** Photos of a car; mounted where the cars are: `api.route("/cars", adminPhotoRoutes(deps))`. */
export function adminPhotoRoutes({ objectStore }: { objectStore: ObjectStore }) {
  const router = adminRouter();
  router.on("POST", "/:carId/photos", bodyLimit({ maxSize: MAX_UPLOAD_BYTES, onError: refuseLargeUpload }));

  router.openapi(listRoute, async (c) => {
    const photos = await listPhotos(c.get("ctx"), c.req.valid("param"));
    return c.json({ success: true as const, data: photos.map(toPhotoJson) }, 200);
  });
  router.openapi(uploadRoute, async (c) => {
    const files = await uploadedFilesOf(await formOf(c));
    const result = await uploadPhotos(c.get("ctx"), objectStore, { ...c.req.valid("param"), files });
    requireSomeTaken(result);
    const data = { photos: result.photos.map(toPhotoJson), refused: result.refused };
    return c.json({ success: true as const, data }, 201);
  });
  router.openapi(orderRoute, async (c) => {
    const photos = await reorderPhotos(c.get("ctx"), { ...c.req.valid("param"), ...c.req.valid("json") });
    return c.json({ success: true as const, data: photos.map(toPhotoJson) }, 200);
  });
  router.openapi(coverRoute, async (c) => {
    const photos = await setCover(c.get("ctx"), c.req.valid("param"));
    return c.json({ success: true as const, data: photos.map(toPhotoJson) }, 200);
  });
  router.openapi(editRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    const photo = await editPhoto(c.get("ctx"), objectStore, input);
    return c.json({ success: true as const, data: toPhotoJson(photo) }, 200);
  });
  router.openapi(deleteRoute, async (c) => {
    await deletePhoto(c.get("ctx"), objectStore, c.req.valid("param"));
    const photos = await listPhotos(c.get("ctx"), { carId: c.req.valid("param").carId });
    return c.json({ success: true as const, data: photos.map(toPhotoJson) }, 200);
  });
  return router;
}

/** A body that is no form holds no file. */
async function formOf(c: Context): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch {
    return new FormData();
  }
}

function requireSomeTaken({ photos, refused }: UploadResult): void {
  if (photos.length > 0) return;
  const sentences = refused.map(({ fileName, message }) => (refused.length > 1 ? `${fileName}: ${message}` : message));
  throw new ValidationError(Object.fromEntries(refused.map(({ message }, index) => [`photos.${index}`, message])), {
    userMessage: sentences.join(" "),
  });
}
