import type { Actor, UserRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createCar } from "./create-car";
import type { CreateCarInput } from "./schemas";

/** For tests: a complete Avanza; give what matters to the test. */
export function carInput(overrides: Partial<CreateCarInput> = {}): CreateCarInput {
  return {
    brand: "Toyota",
    model: "Avanza",
    variant: "1.3 G",
    year: 2020,
    color: "Hitam",
    transmission: "Manual",
    km: 45_000,
    priceRupiah: 185_000_000,
    fuel: "Bensin",
    bodyType: "MPV",
    seats: 7,
    channel: "web",
    ...overrides,
  };
}

/** For tests: a processed photo that hangs on no car yet. */
export async function addPhoto(ctx: Ctx): Promise<string> {
  const name = crypto.randomUUID().slice(0, 16).replaceAll("-", "a");
  const key = (width: number, extension: string) => `photos/${ctx.tenant.id}/${name}-${width}.${extension}`;
  const photo = await withTenant(ctx, (tx) =>
    tx.carPhoto.create({
      data: {
        tenantId: ctx.tenant.id,
        status: "ready",
        originalKey: `originals/${ctx.tenant.id}/${name}.jpg`,
        sha256: name,
        width: 1280,
        height: 960,
        dominantColor: "#445566",
        variants: [320, 640, 1280].flatMap((width) => [
          { format: "avif", width, height: (width * 3) / 4, key: key(width, "avif") },
          { format: "webp", width, height: (width * 3) / 4, key: key(width, "webp") },
          { format: "jpeg", width, height: (width * 3) / 4, key: key(width, "jpg") },
        ]),
      },
    }),
  );
  return photo.id;
}

/** For tests: a car on the site, with one photo. */
export async function addListedCar(ctx: Ctx, overrides: Partial<CreateCarInput> = {}) {
  return createCar(ctx, carInput({ photoIds: [await addPhoto(ctx)], status: "available", ...overrides }));
}

/** For tests: a person of the showroom who is not its owner. */
export function staffMember(role: UserRole, permissions: string[] = []): Actor {
  return { type: "user", userId: "01890000-0000-7000-8000-000000000003", name: "Budi", role, permissions };
}
