import type { Deps } from "@/backend/deps";
import { addListedCar } from "@/backend/features/cars/test-cars";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { owner, testCtx } from "./test-database";
import type { TestShowroom } from "./test-showroom";

const million = 1_000_000;

/** The stock of the dialogues: three black Avanzas of 2020 that differ, and others beside them. */
export async function fillStock(deps: Deps, room: TestShowroom): Promise<void> {
  const ctx = testCtx(deps.db, room.tenant, owner, deps.clock);
  await addListedCar(ctx, {
    ...{ plate: "L 1234 AB", keyFeatures: ["Velg racing", "Spoiler"], taxMonth: "2027-05", owners: 1 },
    ...{ costPriceRupiah: 171 * million, conditionNotes: "Mesin kering, bebas banjir. STNK dan BPKB lengkap." },
  });
  await addListedCar(ctx, {
    ...{
      plate: "L 1235 AC",
      km: 50_000,
      priceRupiah: 180 * million,
      keyFeatures: ["Ban baru"],
      costPriceRupiah: 166 * million,
    },
  });
  await addListedCar(ctx, {
    ...{
      plate: "L 1236 AD",
      model: "Veloz",
      variant: "1.5",
      km: 40_000,
      transmission: "Matic",
      priceRupiah: 215 * million,
    },
  });
  await addListedCar(ctx, {
    ...{
      plate: "W 77 KK",
      brand: "Honda",
      model: "Brio",
      variant: "RS",
      year: 2021,
      color: "Kuning",
      transmission: "Matic",
    },
    ...{ km: 32_000, priceRupiah: 189 * million, bodyType: "Hatchback", seats: 5 },
  });
  await addListedCar(ctx, {
    ...{ plate: "N 88 LL", brand: "Toyota", model: "Innova", variant: "Reborn 2.4 G", year: 2018, color: "Silver" },
    ...{ fuel: "Diesel", transmission: "Matic", km: 108_000, priceRupiah: 279 * million, seats: 8 },
  });
}

export async function fillFaqs(deps: Deps, room: TestShowroom): Promise<void> {
  const faqs = [
    [
      "Apa saja syarat kredit mobil bekas?",
      "Cukup KTP suami istri, KK, NPWP, dan slip gaji atau mutasi rekening 3 bulan.",
    ],
    ["Apakah ada garansi?", "Garansi mesin dan transmisi 6 bulan."],
    ["Boleh bawa mekanik sendiri?", "Sangat boleh, lift ada di showroom."],
    ["Bisa kirim ke luar kota?", "Bisa ke seluruh Jawa dan Bali dengan towing."],
  ];
  await withTenant({ db: deps.db, tenant: room.tenant }, async (tx) => {
    await tx.faq.createMany({
      data: faqs.map(([question = "", answer = ""], position) => ({
        tenantId: room.tenant.id,
        question,
        answer,
        position,
      })),
    });
    await tx.tenant.update({
      where: { id: room.tenant.id },
      data: {
        ...{ address: "Jl. Raya Darmo No. 123", city: "Surabaya", phone: "628123456789" },
        mapsUrl: "https://maps.example/darmo",
        businessHours: Object.fromEntries(
          ["mon", "tue", "wed", "thu", "fri", "sat"].map((day) => [day, [["09:00", "18:00"]]]),
        ),
      },
    });
  });
}
