import { createRoute, z } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { adminFailures, adminRouter, jsonBody, okJson } from "@/backend/http/admin-api";
import { jsonError } from "@/backend/http/error-response";
import { AppError, NotFoundError, ValidationError } from "@/backend/platform/errors";
import { carChangesBody, carStatusBody, inRestWords, newCarBody, toChanges, toNewCar } from "./admin/car-body";
import { carJsonSchema, toCarJson } from "./admin/car-json";
import { carHistoryJson, conflictJson, toConflictJson, toHistoryJson } from "./admin/history-json";
import { listQuery, toListInput } from "./admin/list-query";
import { type PhotoTakers, takePhotos } from "./admin/take-photos";
import { CarConflictError } from "./car-conflict-error";
import { carHistory } from "./car-history";
import { createCar } from "./create-car";
import { deleteCar } from "./delete-car";
import { editCar } from "./edit-car";
import { getCar } from "./get-car";
import { listCars } from "./list-cars";
import { setCarStatus } from "./set-car-status";

const MAX_BODY_BYTES = 64 * 1024 * 1024;

export type AdminCarRoutesDeps = PhotoTakers;

const tags = ["Cars"];
const params = z.object({ id: z.string().openapi({ description: "The car's id" }) });
const oneCar = okJson(carJsonSchema, "The car as its showroom sees it");
const json = <Schema extends z.ZodType>(schema: Schema) => ({
  body: jsonBody(schema),
});
const conflict = {
  description: "Somebody changed it meanwhile, or the plate is in stock already",
  content: { "application/json": { schema: conflictJson } },
};
const rule = { ...adminFailures[400], description: "The business says no: a car without a photo cannot be public" };

const listRoute = createRoute({
  ...{ method: "get", path: "/", tags, summary: "The stock, all statuses, newest first" },
  request: { query: listQuery },
  responses: {
    200: okJson(
      z.object({
        cars: z.array(carJsonSchema),
        pagination: z.object({ page: z.int(), limit: z.int(), total: z.int(), totalPages: z.int() }),
      }),
    ),
    ...adminFailures,
  },
});
const createCarRoute = createRoute({
  ...{ method: "post", path: "/", tags, summary: "Add a car; `available` needs a price and a photo" },
  request: json(newCarBody),
  responses: { 201: oneCar, 409: conflict, 422: rule, ...adminFailures },
});
const getRoute = createRoute({
  ...{ method: "get", path: "/{id}", tags, summary: "One car" },
  request: { params },
  responses: { 200: oneCar, ...adminFailures },
});
const patchRoute = createRoute({
  ...{
    method: "patch",
    path: "/{id}",
    tags,
    summary: "Change facts; with If-Match or `revision` only if it is the latest",
  },
  request: { params, headers: z.object({ "if-match": z.string().optional() }), ...json(carChangesBody) },
  responses: { 200: oneCar, 409: conflict, 422: rule, ...adminFailures },
});
const deleteRoute = createRoute({
  ...{ method: "delete", path: "/{id}", tags, summary: "Take a car out of the books, with its photos and history" },
  request: { params },
  responses: { 200: okJson(z.object({ id: z.uuid() })), ...adminFailures },
});
const statusRoute = createRoute({
  ...{ method: "put", path: "/{id}/status", tags, summary: "Set the status; `soldPrice` counts with `sold` only" },
  request: { params, ...json(carStatusBody) },
  responses: { 200: oneCar, 422: rule, ...adminFailures },
});
const historyRoute = createRoute({
  ...{ method: "get", path: "/{id}/history", tags, summary: "Who changed what, newest first" },
  request: { params, query: z.object({ page: z.coerce.number().int().min(1).default(1) }) },
  responses: { 200: okJson(carHistoryJson), ...adminFailures },
});

/** `/cars` of the admin API. */
export function adminCarRoutes(deps: AdminCarRoutesDeps) {
  const router = adminRouter();
  router.onError((thrown, c) => {
    const error = inRestWords(thrown);
    if (thrown instanceof CarConflictError) return c.json(toConflictJson(thrown), 409);
    return jsonError(c, error);
  });

  router.openapi(listRoute, async (c) => {
    const { cars, page, limit, total, totalPages } = await listCars(c.get("ctx"), toListInput(c.req.valid("query")));
    const data = { cars: cars.map(toCarJson), pagination: { page, limit, total, totalPages } };
    return c.json({ success: true as const, data }, 200);
  });
  router.use("/", bodyLimit({ maxSize: MAX_BODY_BYTES, onError: refuseLargeBody }));
  router.openapi(createCarRoute, async (c) => {
    const body = c.req.valid("json");
    const photoIds = await takePhotos(c.get("ctx"), deps, body.photos ?? []);
    const car = await createCar(c.get("ctx"), toNewCar(body, photoIds));
    return c.json({ success: true as const, data: toCarJson(car) }, 201);
  });
  router.openapi(getRoute, async (c) => {
    const car = await getCar(c.get("ctx"), { carId: carIdOf(c.req.valid("param")) });
    return c.json({ success: true as const, data: toCarJson(car) }, 200, { ETag: `"${car.revision}"` });
  });
  router.openapi(patchRoute, async (c) => {
    const body = c.req.valid("json");
    const revision = revisionOf(c.req.valid("header")["if-match"]) ?? body.revision;
    const carId = carIdOf(c.req.valid("param"));
    const car = await editCar(c.get("ctx"), { carId, changes: toChanges(body), revision, channel: "web" });
    return c.json({ success: true as const, data: toCarJson(car) }, 200, { ETag: `"${car.revision}"` });
  });
  router.openapi(deleteRoute, async (c) => {
    const carId = carIdOf(c.req.valid("param"));
    await deleteCar(c.get("ctx"), { carId, channel: "web" });
    return c.json({ success: true as const, data: { id: carId } }, 200);
  });
  router.openapi(statusRoute, async (c) => {
    const { status, soldPrice } = c.req.valid("json");
    const carId = carIdOf(c.req.valid("param"));
    const car = await setCarStatus(c.get("ctx"), { carId, status, soldPriceRupiah: soldPrice, channel: "web" });
    return c.json({ success: true as const, data: toCarJson(car) }, 200);
  });
  router.openapi(historyRoute, async (c) => {
    const { page } = c.req.valid("query");
    const history = await carHistory(c.get("ctx"), { carId: carIdOf(c.req.valid("param")), page });
    return c.json({ success: true as const, data: toHistoryJson(history) }, 200);
  });
  return router;
}

/** What is no id is no car of this showroom. */
function carIdOf({ id }: { id: string }): string {
  if (!z.uuid().safeParse(id).success) throw new NotFoundError("car", { userMessage: "Unit tidak ditemukan." });
  return id;
}

/** `"3"`, `W/"3"` or 3; `*` and none mean: whatever it is now. */
function revisionOf(ifMatch: string | undefined): number | undefined {
  const [, digits] = /^(?:W\/)?"?(\d+)"?$/.exec(ifMatch?.trim() ?? "") ?? [];
  if (digits) return Number(digits);
  if (!ifMatch || ifMatch.trim() === "*") return undefined;
  throw new ValidationError({ "If-Match": "Harus nomor revisi unit" });
}

function refuseLargeBody(): never {
  throw new AppError("too_large", "body of a new car is too large");
}
