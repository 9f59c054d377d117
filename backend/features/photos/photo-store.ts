import type { Prisma } from "@/backend/generated/prisma/client";
import type { Tx } from "@/backend/platform/database/database";
import { NotFoundError } from "@/backend/platform/errors";

export type PhotoRow = Prisma.CarPhotoGetPayload<object>;
type PhotoOfCar = { carId: string; photoId: string };

/** The car whose photos change, held until the transaction ends: two changes happen one after the other. */
export async function lockCarOfPhotos(tx: Tx, tenantId: number, carId: string): Promise<{ status: string }> {
  const [car] = await tx.$queryRaw<{ status: string }[]>`
    SELECT status::text FROM cars WHERE tenant_id = ${tenantId} AND id = ${carId}::uuid FOR UPDATE`;
  if (!car) throw new NotFoundError("car", { userMessage: "Unit tidak ditemukan." });
  return car;
}

export async function requireCarOfPhotos(tx: Tx, tenantId: number, carId: string): Promise<void> {
  const car = await tx.car.findUnique({ where: { tenantId_id: { tenantId, id: carId } }, select: { id: true } });
  if (!car) throw new NotFoundError("car", { userMessage: "Unit tidak ditemukan." });
}

/** Cover first, then as the showroom has put them. */
export function photosOfCar(tx: Tx, tenantId: number, carId: string): Promise<PhotoRow[]> {
  return tx.carPhoto.findMany({
    where: { tenantId, carId },
    orderBy: [{ isPrimary: "desc" }, { position: "asc" }, { id: "asc" }],
  });
}

export async function loadPhoto(tx: Tx, tenantId: number, { carId, photoId }: PhotoOfCar): Promise<PhotoRow> {
  const photo = await tx.carPhoto.findFirst({ where: { tenantId, id: photoId, carId } });
  if (!photo) throw new NotFoundError("photo", { userMessage: "Foto tidak ditemukan." });
  return photo;
}

/** The photo, held until the transaction ends, so that a job cannot finish it unseen while it is being changed. */
export async function lockPhoto(tx: Tx, tenantId: number, photo: PhotoOfCar): Promise<PhotoRow> {
  await tx.$queryRaw`SELECT 1 FROM car_photos WHERE tenant_id = ${tenantId} AND id = ${photo.photoId}::uuid FOR UPDATE`;
  return loadPhoto(tx, tenantId, photo);
}

export function updatePhoto(tx: Tx, tenantId: number, id: string, data: Prisma.CarPhotoUncheckedUpdateInput) {
  return tx.carPhoto.update({ where: { tenantId_id: { tenantId, id } }, data });
}

/** Writes the order as positions; the first is the cover, so that what is seen first is first. */
export async function writeOrder(tx: Tx, tenantId: number, photoIds: readonly string[]): Promise<void> {
  for (const [position, id] of photoIds.entries()) {
    await updatePhoto(tx, tenantId, id, { position, isPrimary: position === 0 });
  }
}
