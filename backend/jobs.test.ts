import { expect, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createShowroom, createTestDeps } from "@/backend/testing/test-showroom";
import { jobHandlers } from "./jobs";

const deps = await createTestDeps();
const DAY_MS = 86_400_000;

test("the daily sweep forgets photos of unfinished uploads and old stray webhooks, and keeps what is young", async () => {
  const room = await createShowroom(deps);
  const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
  await withTenant({ db: deps.db, tenant: room.tenant }, async (tx) => {
    for (const days of [1, 8]) {
      const photo = { tenantId: room.tenant.id, originalKey: `originals/${days}`, sha256: "x", createdAt: ago(days) };
      await tx.carPhoto.create({ data: photo });
    }
  });
  for (const days of [1, 31]) {
    const stray = { gateway: "fonnte", number: String(days), reason: "unknown_device", body: "", createdAt: ago(days) };
    await deps.db.prisma.unroutedWebhook.create({ data: stray });
  }

  await jobHandlers(deps)["sweep-orphans"]({});

  const photos = await withTenant({ db: deps.db, tenant: room.tenant }, (tx) => tx.carPhoto.findMany());
  expect(photos.map(({ originalKey }) => originalKey)).toEqual(["originals/1"]);
  expect((await deps.db.prisma.unroutedWebhook.findMany()).map(({ number }) => number)).toEqual(["1"]);
});
