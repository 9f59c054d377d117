import { describe, expect, test } from "bun:test";
import { createApp } from "@/backend/app";
import { createCar, publishCar } from "@/backend/features/cars";
import { listPhotos, uploadPhotos } from "@/backend/features/photos";
import { readFixture } from "@/backend/features/photos/fixtures/read-fixture";
import { type SignedIn, signIn } from "@/backend/testing/sign-in";
import { testCtx } from "@/backend/testing/test-database";
import { createShowroom, createTestDeps, runJobs } from "@/backend/testing/test-showroom";

const deps = await createTestDeps();
const app = createApp(deps);
const [room, otherRoom] = [await createShowroom(deps), await createShowroom(deps)];
const owner = await signIn(deps, room, "owner");
const sales = await signIn(deps, room, "sales");
const stranger = await signIn(deps, otherRoom, "owner");
const mask = { x: 0.3, y: 0.6, width: 0.3, height: 0.1 };

describe("the admin API of a car's photos", () => {
  test("uploads, orders, covers, edits and deletes", async () => {
    const { carId } = await newCar();
    const form = new FormData();
    form.append("photos", new File([await readFixture("webp-gps.webp")], "a.webp"));
    form.append("photos", new File(["bukan foto"], "b.txt"));
    const uploaded = await api(owner, "POST", `${carId}/photos`, form);
    expect(uploaded.status).toBe(201);
    expect(uploaded.body.data.refused).toEqual([{ fileName: "b.txt", message: expect.stringContaining("bukan foto") }]);

    const [first, second] = (await listPhotos(ownerCtx(), { carId })).map(({ id }) => id);
    const ordered = await api(owner, "PUT", `${carId}/photos/order`, { photoIds: [second, first] });
    expect(ordered.body.data.map(({ id }: { id: string }) => id)).toEqual([second, first]);
    await api(owner, "PUT", `${carId}/photos/${first}/cover`);
    const edited = await api(owner, "PUT", `${carId}/photos/${first}/edits`, { revision: 0, masks: [mask] });
    expect(edited.body.data).toMatchObject({
      status: "pending",
      revision: 1,
      isPrimary: true,
      variants: [],
      url: null,
    });
    const stale = await api(owner, "PUT", `${carId}/photos/${first}/edits`, { revision: 0, quarterTurns: 1 });
    expect([stale.status, stale.body.error.code]).toEqual([409, "conflict"]);
    const left = await api(owner, "DELETE", `${carId}/photos/${second}`);
    expect(left.body.data.map(({ id }: { id: string }) => id)).toEqual([first]);
  });

  test("says per file why nothing was taken", async () => {
    const { carId } = await newCar();
    const form = new FormData();
    form.append("photos", new File(["%PDF-1.7"], "brosur.pdf"));
    const { status, body } = await api(owner, "POST", `${carId}/photos`, form);
    expect(status).toBe(400);
    expect(body.error.fields["photos.0"]).toMatch(/PDF/);
  });

  test("answers 400 to a body that is no upload, and to an upload without a file", async () => {
    const { carId } = await newCar();
    const withoutFile = new FormData();
    withoutFile.append("photos", "bukan file");
    const empty = await api(owner, "POST", `${carId}/photos`, withoutFile);
    expect(empty.status).toBe(400);
    expect(empty.body.error.fields).toEqual({ photos: "Pilih dulu fotonya, minimal satu." });
    const other = await api(owner, "POST", `${carId}/photos`, { photos: 1 });
    expect([other.status, other.body.error.code]).toEqual([400, "validation"]);
  });

  test("answers 404 to another showroom and 403 to sales, whatever is asked", async () => {
    const { carId, photoId } = await newCar();
    const form = new FormData();
    form.append("photos", new File([await readFixture("webp-gps.webp")], "a.webp"));
    const requests: [string, string, unknown][] = [
      ["POST", `${carId}/photos`, form],
      ["PUT", `${carId}/photos/order`, { photoIds: [photoId] }],
      ["PUT", `${carId}/photos/${photoId}/cover`, undefined],
      ["PUT", `${carId}/photos/${photoId}/edits`, { revision: 0, masks: [mask] }],
      ["DELETE", `${carId}/photos/${photoId}`, undefined],
    ];
    for (const [method, path, body] of requests) {
      expect((await api(stranger, method, path, body)).status).toBe(404);
      expect((await api(sales, method, path, body)).status).toBe(403);
    }
    expect((await api(stranger, "GET", `${carId}/photos`)).status).toBe(404);
    expect((await api(sales, "GET", `${carId}/photos`)).status).toBe(200);
  });

  test("names the field that is wrong", async () => {
    const { carId, photoId } = await newCar();
    const edits = { revision: 0, masks: [{ ...mask, x: 3 }] };
    const { status, body } = await api(owner, "PUT", `${carId}/photos/${photoId}/edits`, edits);
    expect(status).toBe(400);
    expect(Object.keys(body.error.fields)).toContain("masks.0.x");
  });
});

describe("the pages of a car's photos", () => {
  test("show everybody the photos, and the buttons to those who may use them", async () => {
    const { carId } = await newCar();
    const [mine, readOnly] = await Promise.all([page(owner, `${carId}/foto`), page(sales, `${carId}/foto`)]);
    expect(mine.text).toContain("Samarkan plat");
    expect(readOnly.text).toContain('src="/media/photos/');
    expect(readOnly.text).not.toMatch(/Samarkan plat|Unggah foto|photo-manager\.\w+\.js/);
  });

  test("do not exist for another showroom, nor under an address that is no id", async () => {
    const { carId, photoId } = await newCar();
    for (const path of [`${carId}/foto`, `${carId}/foto/${photoId}`, `${carId}/foto/${photoId}/asli.jpg`]) {
      expect((await page(stranger, path)).status).toBe(404);
    }
    expect((await page(owner, "abc/foto")).status).toBe(404);
    expect((await page(owner, `${carId}/foto/xyz`)).status).toBe(404);
  });

  test("give the original to nobody but those who may cover its plate, and never through a cache or /media", async () => {
    const { carId, photoId } = await newCar();
    const address = `/dashboard/stok/${carId}/foto/${photoId}/asli.jpg`;
    const shown = await app.request(address, { headers: owner.pageHeaders });
    expect([shown.status, shown.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    const bytes = Buffer.from(await shown.arrayBuffer());
    expect(bytes.includes("Exif") || bytes.includes("GPS")).toBe(false);
    expect((await app.request(address, { headers: sales.pageHeaders })).status).toBe(403);
    const visitor = await app.request(address, { headers: { host: owner.pageHeaders.host ?? "" } });
    expect(visitor.status).toBe(303);

    const { originalKey } = await deps.db.prisma.carPhoto.findFirstOrThrow({ where: { id: photoId } });
    expect(await deps.objectStore.exists(originalKey)).toBe(true);
    expect((await site(`/media/${originalKey}`)).status).toBe(404);
  });

  test("an edit takes the old picture off the site: its address, the page and the sharing picture", async () => {
    const { carId, photoId, slug } = await newCar();
    const before = await addressesOf(carId);
    const sharedBefore = await pageOf(slug);
    expect(before.length).toBeGreaterThan(0);
    expect(before.every((address) => sharedBefore.html.includes(address))).toBe(true);
    await app.request(`/dashboard/stok/${carId}/foto/${photoId}`, formPost({ revision: "0", ...percents }));
    for (const address of before) expect((await site(address)).status).toBe(404);
    const meanwhile = await pageOf(slug);
    expect(before.some((address) => meanwhile.html.includes(address))).toBe(false);

    await runJobs(deps);
    const after = await addressesOf(carId);
    const shared = await pageOf(slug);
    expect(after).toHaveLength(before.length);
    expect(after.every((address) => shared.html.includes(address) && !before.includes(address))).toBe(true);
    expect(shared.sharing).not.toBe(sharedBefore.sharing);
    for (const address of after) expect((await site(address)).status).toBe(200);
  });

  test("bring a form back with what was typed when a number is none, and when somebody was quicker", async () => {
    const { carId, photoId } = await newCar();
    const address = `/dashboard/stok/${carId}/foto/${photoId}`;
    const wrong = await app.request(address, formPost({ revision: "0", ...percents, "masks.0.x": "sepuluh" }));
    const text = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(text).toContain('value="sepuluh"');
    expect(text).toContain('aria-invalid="true"');
    const late = await app.request(address, formPost({ revision: "7", ...percents }));
    expect(late.status).toBe(409);
  });

  test("answer a form that is none with a sentence, not with a fault", async () => {
    const { carId, photoId } = await newCar();
    const post = (path: string) =>
      app.request(`/dashboard/stok/${carId}/foto${path}`, { method: "POST", headers: owner.pageHeaders });
    expect((await post("")).status).toBe(422);
    expect((await post(`/${photoId}`)).status).toBe(422);
    expect((await post(`/${carId}/pindah`)).status).toBe(404);
    expect((await post(`/${carId}/hapus`)).status).toBe(404);
  });

  test("say which file of an upload is no photo", async () => {
    const { carId } = await newCar();
    const body = new FormData();
    body.append("photos", new File(["bukan foto"], "catatan.txt"));
    const headers = owner.pageHeaders;
    const answer = await app.request(`/dashboard/stok/${carId}/foto`, { method: "POST", headers, body });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("catatan.txt");
  });
});

const percents = { "masks.0.x": "30", "masks.0.y": "60", "masks.0.width": "30", "masks.0.height": "10" };

function ownerCtx() {
  return testCtx(deps.db, room.tenant, owner.actor, deps.clock);
}

async function newCar() {
  const { id: carId, slug } = await createCar(ownerCtx(), {
    ...{ brand: "Toyota", model: "Avanza", year: 2020, color: "Hitam", transmission: "Manual", km: 45_000 },
    ...{ priceRupiah: 185_000_000, channel: "web", status: "draft" },
  });
  const files = [{ fileName: "a.jpg", bytes: await readFixture("same-car-orientation-6.jpg") }];
  const { photos } = await uploadPhotos(ownerCtx(), deps.objectStore, { carId, files });
  await publishCar(ownerCtx(), { carId, channel: "web" });
  await runJobs(deps);
  return { carId, slug, photoId: photos[0]?.id ?? "" };
}

async function api(who: SignedIn, method: string, path: string, body?: unknown) {
  const isForm = body instanceof FormData;
  const answer = await app.request(`/api/admin/cars/${path}`, {
    method,
    headers: { ...who.apiHeaders, ...(body !== undefined && !isForm && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}

async function page(who: SignedIn, path: string) {
  const answer = await app.request(`/dashboard/stok/${path}`, { headers: who.pageHeaders });
  return { status: answer.status, text: await answer.text() };
}

function formPost(fields: Record<string, string>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return { method: "POST", headers: owner.pageHeaders, body };
}

function site(path: string) {
  return app.request(path, { headers: { host: owner.pageHeaders.host ?? "" } });
}

/** Public addresses of a car's pictures. */
async function addressesOf(carId: string): Promise<string[]> {
  const photos = await listPhotos(ownerCtx(), { carId });
  return photos.flatMap(({ variants }) => variants.map(({ key }) => `/media/${key}`));
}

async function pageOf(slug: string) {
  const html = await (await site(`/${slug}`)).text();
  return { html, sharing: /\/og\/[^"]+/.exec(html)?.[0] };
}
