import { parsePartialCar } from "@/backend/features/language";

/** A price as an owner types it when asked for one: "175jt", "175", "1,2 M". Whole rupiah, null when unreadable. */
export function readPrice(text: string): number | null {
  return parsePartialCar(text, "price").car.price ?? null;
}
