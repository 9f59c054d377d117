import { parsePlate } from "@/backend/features/language";

const SHAPE = /(?<![\p{L}\d])([a-z]{1,2})[\s.-]?(\d{1,4})[\s.-]?([a-z]{1,3})(?![\p{L}\d])/giu;
/** "DP 30 jt" has the shape of a plate. */
const UNITS = /^(jt|jta|rb|rbu|k|m|x|th|thn|cc|km|bln|hr|pm|am)$/i;

/** Takes out what reads as a plate, the customer's own car included. */
export function withoutPlates(text: string): string {
  return text.replace(SHAPE, (found: string, _region: string, _digits: string, letters: string) =>
    UNITS.test(letters) || !parsePlate(found) ? found : "[plat]",
  );
}
