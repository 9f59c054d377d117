import { expect, test } from "bun:test";
import { createCar } from "@/backend/features/cars";
import { carInput } from "@/backend/features/cars/test-cars";
import { createTenant, openTestDatabase, testCtx } from "@/backend/testing/test-database";
import { carDetail } from "./car-lines";

const db = await openTestDatabase();

test("the details of a car say its tax month in words", async () => {
  const car = await createCar(testCtx(db, await createTenant(db)), carInput({ taxMonth: "2027-05" }));
  expect(carDetail(car, null)).toContain("Pajak: Mei 2027");
});
