import type { Prisma } from "@/backend/generated/prisma/client";
import type { Tx } from "@/backend/platform/database/database";
import { NotFoundError } from "@/backend/platform/errors";
import type { CarStatus } from "./car-status";

const withPhotos = {
  photos: { orderBy: [{ isPrimary: "desc" }, { position: "asc" }, { id: "asc" }] },
} satisfies Prisma.CarInclude;

export type CarRow = Prisma.CarGetPayload<{ include: typeof withPhotos }>;
export type CarData = Omit<Prisma.CarUncheckedCreateInput, "tenantId">;

/** What ranking a described car needs to know of every car. */
const briefColumns = {
  id: true,
  plateClean: true,
  stockCode: true,
  displayCode: true,
  brand: true,
  model: true,
  variant: true,
  color: true,
  year: true,
  transmission: true,
  searchText: true,
  status: true,
  updatedAt: true,
} satisfies Prisma.CarSelect;
export type CarBrief = Prisma.CarGetPayload<{ select: typeof briefColumns }>;

export async function loadCar(tx: Tx, tenantId: number, carId: string): Promise<CarRow> {
  const car = await tx.car.findUnique({ where: { tenantId_id: { tenantId, id: carId } }, include: withPhotos });
  if (!car) throw new NotFoundError("car", { userMessage: "Unit tidak ditemukan." });
  return car;
}

/** The car, held until the transaction ends: two changes of one car happen one after the other. */
export async function lockCar(tx: Tx, tenantId: number, carId: string): Promise<CarRow> {
  await tx.$queryRaw`SELECT 1 FROM cars WHERE tenant_id = ${tenantId} AND id = ${carId}::uuid FOR UPDATE`;
  return loadCar(tx, tenantId, carId);
}

/** Holds several cars, always in the same order, so that two such changes never wait for each other. */
export async function lockCars(tx: Tx, tenantId: number, carIds: readonly string[]): Promise<CarRow[]> {
  const ids = [...new Set(carIds)].toSorted();
  await tx.$queryRaw`
    SELECT 1 FROM cars WHERE tenant_id = ${tenantId} AND id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  return carsById(tx, tenantId, ids);
}

export async function insertCar(tx: Tx, tenantId: number, data: CarData, photoIds: string[]): Promise<CarRow> {
  const { id, slug } = await tx.car.create({ data: { ...data, tenantId }, select: { id: true, slug: true } });
  await tx.carSlug.create({ data: { tenantId, slug, carId: id } });
  await linkPhotos(tx, tenantId, id, photoIds);
  return loadCar(tx, tenantId, id);
}

/** The only way a car changes: its revision grows, so that whoever edits an older one notices. */
export async function updateCar(
  tx: Tx,
  tenantId: number,
  carId: string,
  data: Prisma.CarUncheckedUpdateInput,
): Promise<CarRow> {
  const key = { tenantId_id: { tenantId, id: carId } };
  return tx.car.update({ where: key, data: { ...data, revision: { increment: 1 } }, include: withPhotos });
}

/** Keeps the old address in `car_slugs`, where it goes on leading to the car. */
export async function rememberSlug(tx: Tx, tenantId: number, carId: string, slug: string): Promise<void> {
  await tx.carSlug.upsert({
    where: { tenantId_slug: { tenantId, slug } },
    create: { tenantId, slug, carId },
    update: { carId },
  });
}

/** Takes a car's photos off it as deleted; returns their ids, each of which needs a "process-photo" job that ends its files. */
export async function releasePhotos(tx: Tx, tenantId: number, carId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE car_photos SET car_id = NULL, is_primary = false, status = 'failed', failure = 'deleted',
           edits = edits || '{"isDeleted": true}'
     WHERE tenant_id = ${tenantId} AND car_id = ${carId}::uuid RETURNING id`;
  return rows.map(({ id }) => id);
}

export async function removeCar(tx: Tx, tenantId: number, carId: string): Promise<void> {
  await tx.car.delete({ where: { tenantId_id: { tenantId, id: carId } } });
}

/** Waits for others who are adding the same car, until the transaction ends. */
export async function hasCar(tx: Tx, tenantId: number, carId: string): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`car:${tenantId}:${carId}`}, 0))`;
  return (await tx.car.count({ where: { tenantId, id: carId } })) > 0;
}

/** Waits for others who are adding the same plate, until the transaction ends. */
export async function lockPlate(tx: Tx, tenantId: number, plateClean: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`plate:${tenantId}:${plateClean}`}, 0))`;
}

/** A car with this plate that is not sold; null when there is none. Waits for others who are adding the same plate. */
export async function findUnsoldByPlate(tx: Tx, tenantId: number, plateClean: string, exceptCarId: string | null) {
  await lockPlate(tx, tenantId, plateClean);
  return tx.car.findFirst({
    where: { tenantId, plateClean, status: { not: "sold" }, ...(exceptCarId && { id: { not: exceptCarId } }) },
    select: { id: true, displayCode: true },
  });
}

type CarsPage = { page: number; limit: number; order?: Prisma.CarOrderByWithRelationInput | undefined };

export async function pageOfCars(tx: Tx, where: Prisma.CarWhereInput, { page, limit, order }: CarsPage) {
  const total = await tx.car.count({ where });
  const rows = await tx.car.findMany({
    where,
    include: withPhotos,
    orderBy: [...(order ? [order] : []), { createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * limit,
    take: limit,
  });
  return { rows, total };
}

export async function briefCars(tx: Tx, tenantId: number, statuses: CarStatus[] | undefined): Promise<CarBrief[]> {
  return tx.car.findMany({
    where: { tenantId, ...(statuses && { status: { in: statuses } }) },
    select: briefColumns,
  });
}

/** Every car that has or had one of these plates, the newest first. */
export async function carsByPlate(tx: Tx, tenantId: number, plateCleans: readonly string[]): Promise<CarRow[]> {
  return tx.car.findMany({
    where: { tenantId, plateClean: { in: [...plateCleans] } },
    include: withPhotos,
    orderBy: { createdAt: "desc" },
  });
}

export async function carsById(tx: Tx, tenantId: number, ids: string[]): Promise<CarRow[]> {
  const rows = await tx.car.findMany({ where: { tenantId, id: { in: ids } }, include: withPhotos });
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}

/** The next number of a running code. The row stays locked until commit, so no number is given twice. */
export async function nextNumber(tx: Tx, tenantId: number, counter: string): Promise<number> {
  const rows = await tx.$queryRaw<{ value: number }[]>`
    INSERT INTO counters (tenant_id, name, value) VALUES (${tenantId}, ${counter}, 1)
    ON CONFLICT (tenant_id, name) DO UPDATE SET value = counters.value + 1 RETURNING value`;
  const value = rows[0]?.value;
  if (value === undefined) throw new Error(`counter ${counter} gave no number`);
  return value;
}

/** In the order given; a photo that is not this tenant's or hangs on another car is refused as not found. */
async function linkPhotos(tx: Tx, tenantId: number, carId: string, photoIds: string[]): Promise<void> {
  for (const [position, id] of photoIds.entries()) {
    const { count } = await tx.carPhoto.updateMany({
      where: { tenantId, id, carId: null },
      data: { carId, position, isPrimary: position === 0 },
    });
    if (count === 0) throw new NotFoundError("photo", { userMessage: "Foto tidak ditemukan." });
  }
}
