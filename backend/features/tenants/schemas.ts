import { z } from "zod";
import { normalizePhone } from "@/backend/platform/phone";
import { type OpenSpan, WEEKDAYS, type WeekHours, weekdayName } from "./business-hours";

/** Indonesia's three, which is where showrooms are. */
export const TIMEZONES = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;

export function textLine(maxCharacters: number) {
  return z.string("Isi dengan teks.").trim().max(maxCharacters, `Paling panjang ${maxCharacters} huruf.`);
}

export const phoneInput = textLine(30).transform((text, issues) => {
  if (text === "") return "";
  const phone = normalizePhone(text);
  if (phone) return phone;
  issues.addIssue({ code: "custom", message: "Nomor ini tidak bisa dibaca. Contoh: 0812-3456-7890." });
  return z.NEVER;
});

export const webAddressInput = textLine(500).refine(
  (text) => text === "" || (/^https?:\/\//i.test(text) && URL.canParse(text)),
  "Tempel alamat lengkap yang diawali https://",
);

export const nameInput = (what: string, maxCharacters = 80) => textLine(maxCharacters).min(1, `${what} perlu diisi.`);

export const profileSchema = z.object({
  name: nameInput("Nama showroom"),
  tagline: textLine(140).optional(),
  phone: phoneInput.optional(),
  email: z.union([z.literal(""), z.email("Alamat email ini belum lengkap. Contoh: halo@showroom.com")]).optional(),
  address: textLine(300).optional(),
  city: textLine(60).optional(),
  mapsUrl: webAddressInput.optional(),
});

export const colorInput = z
  .string("Pilih warnanya.")
  .trim()
  .regex(/^#(?:[0-9a-f]{3}){1,2}$/i, "Tulis warna sebagai #rrggbb, misalnya #0f766e.")
  .transform((color) => (color.length === 4 ? color.replace(/[^#]/g, "$&$&") : color).toLowerCase());

const SPANS_A_DAY = 4;

/** "9", "09.00", "9:00" and "0900" are all nine o'clock. */
const timeInput = z.string("Isi jamnya.").transform((text, issues) => {
  const [, hour = "-", minute = "00"] = /^\s*(\d{1,2}?)(?:[.:,]?(\d{2}))?\s*$/.exec(text) ?? [];
  const time = `${hour.padStart(2, "0")}:${minute}`;
  if (/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)) return time;
  issues.addIssue({ code: "custom", message: "Tulis jam buka dan tutup seperti 09.00." });
  return z.NEVER;
});

/** Sorted; each ends after it begins and none runs into the next. */
export const spansInput = z
  .array(z.tuple([timeInput, timeInput]))
  .max(SPANS_A_DAY, `Paling banyak ${SPANS_A_DAY} rentang jam sehari.`)
  .transform((spans, issues): OpenSpan[] => {
    const sorted = [...spans].sort(([a], [b]) => a.localeCompare(b));
    const isBackwards = sorted.some(([from, to]) => from >= to);
    const isOverlapping = sorted.some(([from], index) => index > 0 && from < (sorted[index - 1]?.[1] ?? ""));
    if (isBackwards) issues.addIssue({ code: "custom", message: "Jam tutup harus sesudah jam buka." });
    else if (isOverlapping) issues.addIssue({ code: "custom", message: "Rentang jamnya saling tumpang tindih." });
    return sorted;
  });

/** Days that are not named are closed. */
export const weekInput = z
  .partialRecord(z.enum(WEEKDAYS), spansInput)
  .transform((week): WeekHours => Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, week[weekday] ?? []])));

export const holidayInput = z.object({
  date: z.iso.date("Pilih tanggalnya."),
  name: nameInput("Nama hari libur", 60),
  hours: spansInput.default([]),
});

export const branchInput = z.object({
  name: nameInput("Nama cabang"),
  address: textLine(300).default(""),
  city: textLine(60).default(""),
  mapsUrl: webAddressInput.default(""),
  phone: phoneInput.default(""),
  /** null: as the showroom. */
  hours: weekInput.nullable().default(null),
});

/** "Senin: Jam tutup harus sesudah jam buka." for a field key like "hours.mon". */
export function weekdayOfField(field: string): string | null {
  const weekday = WEEKDAYS.find((name) => field.split(".").includes(name));
  return weekday ? weekdayName(weekday) : null;
}
