import { describe, expect, test } from "bun:test";
import { createTenant, openTestDatabase, testCtx } from "@/backend/testing/test-database";
import { describeCarField } from "../car-fields";
import { createCar } from "../create-car";
import { taxMonthText } from "../tax-month";
import { carInput } from "../test-cars";
import { readTypedCar } from "./read-typed-car";
import { readTypedKm, readTypedMonth, readTypedRupiah } from "./read-typed-values";
import { typedCarOf, typedCarOfAd } from "./typed-car-of";

const db = await openTestDatabase();

const complete = { brand: "toyota", model: "AVANZA", year: "2020", color: "hitam", transmission: "AT", km: "45rb" };

describe("what people type", () => {
  test.each([
    ["185jt", 185_000_000],
    ["185 juta", 185_000_000],
    ["185", 185_000_000],
    ["185.000.000", 185_000_000],
    ["Rp 185.000.000,-", 185_000_000],
    ["12.345.678", 12_345_678],
    ["99999999", 99_999_999],
    ["1,2 M", 1_200_000_000],
    ["0", 0],
    ["mahal", null],
    ["seratus juta", 100_000_000],
    ["185 km", null],
    ["-185jt", null],
    ["Rp -185.000.000", null],
  ])("price %s", (text, amount) => expect(readTypedRupiah(text)).toBe(amount));

  test.each([
    ["45rb", 45_000],
    ["45.000", 45_000],
    ["45", 45_000],
    ["45.000 km", 45_000],
    ["500 km", 500],
    ["0", 0],
    ["banyak", null],
    ["-5", null],
    ["-5rb", null],
    ["– 45.000", null],
  ])("km %s", (text, km) => expect(readTypedKm(text)).toBe(km));

  test.each([
    ["2027-05", "2027-05"],
    ["05/2027", "2027-05"],
    ["Mei 2027", "2027-05"],
    ["2027-13", null],
  ])("tax month %s", (text, month) => expect(readTypedMonth(text)).toBe(month));
});

describe("a typed car", () => {
  test("is read whole, known names in their known spelling", () => {
    const { facts, errors } = readTypedCar(
      { ...complete, priceRupiah: "185jt", keyFeatures: "velg\n- spoiler" },
      { isWhole: true },
    );
    expect(errors).toEqual({});
    expect(facts).toMatchObject({
      brand: "Toyota",
      model: "Avanza",
      color: "Hitam",
      transmission: "Matic",
      km: 45_000,
      priceRupiah: 185_000_000,
      keyFeatures: ["velg", "spoiler"],
    });
  });

  test("names every wrong field and keeps the right ones", () => {
    const typed = { ...complete, year: "1820", km: "??", fuel: "air", priceRupiah: "mahal", seats: "7" };
    const { facts, errors } = readTypedCar(typed);
    expect(errors).toEqual({
      year: "Tahun tidak masuk akal",
      km: "Tidak terbaca. Tulis seperti 45rb atau 45.000",
      fuel: "Pilih salah satu: Bensin, Diesel, Hybrid, Listrik",
      priceRupiah: "Tidak terbaca. Tulis seperti 185jt atau 185.000.000",
    });
    expect(facts).toMatchObject({ brand: "Toyota", seats: 7 });
  });

  test("misses what a car cannot be without, and empties what is empty", () => {
    expect(Object.keys(readTypedCar({ brand: "Toyota" }, { isWhole: true }).errors)).toEqual([
      "model",
      "year",
      "color",
      "transmission",
      "km",
    ]);
    const { facts } = readTypedCar({ plate: "", seats: " ", priceRupiah: "", variant: "", branchId: "" });
    expect(facts).toEqual({ plate: null, seats: null, priceRupiah: 0, variant: "", branchId: null });
  });
});

describe("a car shown for changing", () => {
  test("reads back as it is, odd values too", async () => {
    const ctx = testCtx(db, await createTenant(db));
    const cars = [
      await createCar(ctx, carInput()),
      await createCar(
        ctx,
        carInput({
          ...{
            plate: "L 1 AB",
            km: 512,
            priceRupiah: 0,
            costPriceRupiah: 99_999_999,
            creditPriceRupiah: 1_250_000_000,
          },
          ...{ taxMonth: "2027-05", keyFeatures: ["Velg 1,5", "Ban baru"], featured: true, owners: 2, seats: 8 },
          ...{ videoUrl: "https://example.com/v", conditionNotes: "a\nb", registrationYear: 2021, engineCc: 1_329 },
        }),
      ),
    ];
    for (const car of cars) {
      const { facts, errors } = readTypedCar(typedCarOf(car), { isWhole: true });
      expect(errors).toEqual({});
      const { plate, ...same } = facts;
      expect(car).toMatchObject({ ...same, plate: plate ?? "TEMP-001" });
    }
  });

  test("its tax month is said in words, in the form and in its facts, and every month reads back", async () => {
    const car = await createCar(testCtx(db, await createTenant(db)), carInput({ taxMonth: "2027-05" }));
    expect(typedCarOf(car).taxMonth).toBe("Mei 2027");
    expect(describeCarField("taxMonth", "2027-05", new Map())).toBe("Mei 2027");
    for (let month = 1; month <= 12; month += 1) {
      const taxMonth = `2027-${String(month).padStart(2, "0")}`;
      expect(readTypedMonth(taxMonthText(taxMonth))).toBe(taxMonth);
    }
  });

  test("a pasted ad fills the form, and what cannot be read is said", () => {
    const ad = "Dijual Avanza 1.3 G 2020 manual hitam, km 45rb, harga 185jt, plat L 1234 AB, pajak: entahlah";
    const { typed } = typedCarOfAd(ad);
    expect(typed).toMatchObject({ brand: "Toyota", model: "Avanza", year: "2020", km: "45.000", plate: "L 1234 AB" });
    expect(readTypedCar(typed, { isWhole: true })).toMatchObject({ errors: {}, facts: { priceRupiah: 185_000_000 } });
    expect(typedCarOfAd("harga: nego aja\nkm: lupa").unread.join()).toContain("lupa");
  });
});
