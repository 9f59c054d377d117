import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { renderLogo } from "@/backend/features/photos";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { ForbiddenError, ValidationError } from "@/backend/platform/errors";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import { createTenant, openTestDatabase, salesPerson, testCtx } from "@/backend/testing/test-database";
import {
  addHoliday,
  createTenantDirectory,
  getBranding,
  getOpeningHours,
  getShowroomProfile,
  removeHoliday,
  updateBranding,
  updateBusinessHours,
  updateShowroomProfile,
} from "./index";

const db = await openTestDatabase();
const FIXTURES = resolve(import.meta.dir, "../photos/fixtures");
const photo = () => new Uint8Array(readFileSync(resolve(FIXTURES, "same-car-orientation-1.jpg")));
const stored = new Map<string, Uint8Array>();
const objectStore: ObjectStore = {
  put: async (key, bytes) => void stored.set(key, bytes),
  get: async (key) => {
    const bytes = stored.get(key);
    return bytes ? { bytes, contentType: "image/webp" } : null;
  },
  delete: async (key) => void stored.delete(key),
  exists: async (key) => stored.has(key),
};
const branding = { objectStore, renderLogo };

async function showroom() {
  const tenant = await createTenant(db);
  const ctx = testCtx(db, tenant);
  const version = async () =>
    (await withTenant(ctx, (tx) => tx.tenant.findUniqueOrThrow({ where: { id: tenant.id } }))).catalogVersion;
  const events = () =>
    withTenant(ctx, (tx) => tx.event.findMany({ where: { tenantId: tenant.id }, orderBy: { id: "asc" } }));
  return { ctx, tenant, version, events, sales: testCtx(db, tenant, salesPerson) };
}

async function fieldsOf(work: Promise<unknown>): Promise<Record<string, string>> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ValidationError)) throw new Error(`was not refused as wrong input: ${error}`);
  return error.fields ?? {};
}

describe("what the public sees of a showroom", () => {
  test("changes what is given, keeps the rest, and empties the page cache", async () => {
    const { ctx, version, events } = await showroom();
    const before = await version();
    await updateShowroomProfile(ctx, { name: "Mobil Jaya", phone: "0812-3456-7890", city: "Malang" });
    await updateShowroomProfile(ctx, { name: "Mobil Jaya", tagline: "Terawat" });
    expect(await getShowroomProfile(ctx)).toMatchObject({ phone: "6281234567890", city: "Malang", tagline: "Terawat" });
    expect(await version()).toBe(before + 2);
    expect((await events()).map(({ data }) => data)).toMatchObject([
      { fields: ["name", "phone", "city"] },
      { fields: ["tagline"] },
    ]);
  });

  test("a save that changes nothing leaves the pages cached", async () => {
    const { ctx, version } = await showroom();
    const { name } = await getShowroomProfile(ctx);
    const before = await version();
    await updateShowroomProfile(ctx, { name });
    expect(await version()).toBe(before);
  });

  test("says per field what is wrong", async () => {
    const { ctx } = await showroom();
    const input = { name: " ", phone: "abc", email: "bukan", mapsUrl: "javascript:alert(1)" };
    expect(Object.keys(await fieldsOf(updateShowroomProfile(ctx, input)))).toEqual([
      "name",
      "phone",
      "email",
      "mapsUrl",
    ]);
  });

  test("is not for sales, and never another showroom's", async () => {
    const { sales, ctx } = await showroom();
    const other = await showroom();
    expect(updateShowroomProfile(sales, { name: "X" })).rejects.toBeInstanceOf(ForbiddenError);
    expect(getShowroomProfile(sales)).rejects.toBeInstanceOf(ForbiddenError);
    await updateShowroomProfile(ctx, { name: "Punya Kami" });
    expect((await getShowroomProfile(other.ctx)).name).not.toBe("Punya Kami");
  });
});

describe("colours and logo", () => {
  test("a colour no text can be read on is refused with one that can", async () => {
    const { ctx, version } = await showroom();
    const before = await version();
    const fields = await fieldsOf(
      updateBranding(branding, ctx, { primaryColor: "#e04030", secondaryColor: "#134e4a" }),
    );
    expect(fields.primaryColor).toMatch(/kontras 4,\d+, minimal 4,5\). Coba #[0-9a-f]{6}\./);
    expect(await version()).toBe(before);
  });

  test("a logo is kept in two sizes under names of its content, and the one before is gone", async () => {
    const { ctx, tenant } = await showroom();
    const { logo } = await updateBranding(branding, ctx, { logo: photo() });
    expect(logo?.src).toMatch(new RegExp(`^/media/logos/${tenant.id}/[0-9a-f]{16}-\\d+x48\\.webp$`));
    const keys = () => [...stored.keys()].filter((key) => key.startsWith(`logos/${tenant.id}/`));
    expect(keys()).toHaveLength(2);
    await updateBranding(branding, ctx, { logo: null });
    expect((await getBranding(ctx)).logo).toBeNull();
    await Bun.sleep(0);
    expect(keys()).toEqual([]);
  });

  test.each([
    ["an SVG, which may hold scripts", new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG/],
    ["text", new TextEncoder().encode("halo"), /bukan gambar/],
    ["half a photo", photo().slice(0, 3_000), /rusak|utuh/],
    ["more than 3 MB", new Uint8Array(3 * 1024 * 1024 + 1), /3 MB/],
  ])("refuses %s", async (_, bytes, sentence) => {
    const { ctx } = await showroom();
    expect((await fieldsOf(updateBranding(branding, ctx, { logo: bytes }))).logo).toMatch(sentence);
  });

  test("is not for sales", async () => {
    const { sales } = await showroom();
    expect(updateBranding(branding, sales, { primaryColor: "#000000" })).rejects.toBeInstanceOf(ForbiddenError);
  });
});

describe("opening hours and holidays", () => {
  test("times are read as people write them; spans are sorted", async () => {
    const { ctx } = await showroom();
    const { week } = await updateBusinessHours(ctx, {
      week: {
        mon: [
          ["13", "17.30"],
          ["0830", "12:00"],
        ],
      },
    });
    expect(week.mon).toEqual([
      ["08:30", "12:00"],
      ["13:00", "17:30"],
    ]);
    expect(week.tue).toEqual([]);
  });

  test.each([
    ["closing before opening", [["18:00", "09:00"]], /sesudah/],
    [
      "spans that overlap",
      [
        ["09:00", "13:00"],
        ["12:00", "18:00"],
      ],
      /tumpang tindih/,
    ],
    ["no time", [["pagi", "sore"]], /09\.00/],
  ])("refuses %s", async (_, spans, sentence) => {
    const { ctx } = await showroom();
    const week = { wed: spans as [string, string][] };
    const fields = await fieldsOf(updateBusinessHours(ctx, { week }));
    expect(Object.values(fields)[0]).toMatch(sentence);
    expect(Object.keys(fields)[0]).toStartWith("week.wed");
  });

  test("a holiday reaches the site's profile of the showroom at commit", async () => {
    const { ctx, tenant } = await showroom();
    const directory = createTenantDirectory(db);
    await directory.byId(tenant.id);
    await addHoliday(ctx, { date: "2026-12-25", name: "Natal" });
    expect((await directory.byId(tenant.id))?.businessHours.holidays).toEqual([
      { date: "2026-12-25", name: "Natal", hours: [] },
    ]);
    await removeHoliday(ctx, "2026-12-25");
    expect((await directory.byId(tenant.id))?.businessHours.holidays).toBeUndefined();
  });

  test("the same date again replaces, two people at once both count", async () => {
    const { ctx } = await showroom();
    await addHoliday(ctx, { date: "2026-12-25", name: "Natl" });
    await Promise.all([
      addHoliday(ctx, { date: "2026-12-25", name: "Natal" }),
      addHoliday(ctx, { date: "2027-01-01", name: "Tahun Baru", hours: [["09:00", "12:00"]] }),
    ]);
    expect((await getOpeningHours(ctx)).holidays.map(({ name }) => name)).toEqual(["Natal", "Tahun Baru"]);
  });

  test("is not for sales", async () => {
    const { sales } = await showroom();
    expect(addHoliday(sales, { date: "2026-12-25", name: "Natal" })).rejects.toBeInstanceOf(ForbiddenError);
    expect(updateBusinessHours(sales, {})).rejects.toBeInstanceOf(ForbiddenError);
  });
});
