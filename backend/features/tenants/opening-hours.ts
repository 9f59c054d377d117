import { z } from "zod";
import { recordEvent } from "@/backend/features/audit";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError, ValidationError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { businessHoursSchema, type Holiday, holidaysSchema, type WeekHours } from "./business-hours";
import { bumpCatalogVersion } from "./catalog-version";
import { holidayInput, TIMEZONES, weekInput } from "./schemas";

export type OpeningHours = { timezone: string; week: WeekHours; holidays: Holiday[] };

const MOST_HOLIDAYS = 100;

export const hoursSchema = z.object({
  timezone: z.enum(TIMEZONES, "Pilih zona waktu.").optional(),
  week: weekInput.optional(),
  holidays: z.array(holidayInput).max(MOST_HOLIDAYS, `Paling banyak ${MOST_HOLIDAYS} hari libur.`).optional(),
});

const FIELDS = { timezone: true, businessHours: true, holidays: true } as const;

export async function getOpeningHours(ctx: Ctx): Promise<OpeningHours> {
  requireRole(ctx.actor, "owner", "admin");
  return withTenant(ctx, (tx) => readHours(tx, ctx));
}

/** Timezone, week and holidays; what is not given stays. Customers are told the new hours from the commit on. */
export async function updateBusinessHours(ctx: Ctx, input: z.input<typeof hoursSchema>): Promise<OpeningHours> {
  requireRole(ctx.actor, "owner", "admin");
  const { timezone, week, holidays } = parseInput(hoursSchema, input);
  if (holidays) refuseTwice(holidays);
  return change(ctx, (before) => ({
    timezone: timezone ?? before.timezone,
    week: week ?? before.week,
    holidays: holidays ?? before.holidays,
  }));
}

/** A day that differs from its week; no hours is closed. The same date again replaces what was said of it. */
export async function addHoliday(ctx: Ctx, input: z.input<typeof holidayInput>): Promise<OpeningHours> {
  requireRole(ctx.actor, "owner", "admin");
  const holiday = parseInput(holidayInput, input);
  return change(ctx, (before) => {
    const others = before.holidays.filter(({ date }) => date !== holiday.date);
    if (others.length >= MOST_HOLIDAYS)
      throw new ValidationError({ date: `Paling banyak ${MOST_HOLIDAYS} hari libur.` });
    return { ...before, holidays: [...others, holiday] };
  });
}

export async function removeHoliday(ctx: Ctx, date: string): Promise<OpeningHours> {
  requireRole(ctx.actor, "owner", "admin");
  return change(ctx, (before) => {
    const holidays = before.holidays.filter((holiday) => holiday.date !== date);
    if (holidays.length === before.holidays.length) throw new NotFoundError("holiday");
    return { ...before, holidays };
  });
}

async function change(ctx: Ctx, next: (before: OpeningHours) => OpeningHours): Promise<OpeningHours> {
  return withTenant(ctx, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM tenants WHERE id = ${ctx.tenant.id} FOR UPDATE`;
    const before = await readHours(tx, ctx);
    const { timezone, week, holidays: unsorted } = next(before);
    const holidays = unsorted.toSorted((a, b) => a.date.localeCompare(b.date));
    await tx.tenant.update({ where: { id: ctx.tenant.id }, data: { timezone, businessHours: week, holidays } });
    await bumpCatalogVersion(tx, ctx, "profile");
    const after = { timezone, week, holidays };
    await recordEvent(tx, ctx, { type: "showroom.hours_changed", data: { before, after } });
    return after;
  });
}

async function readHours(tx: Tx, ctx: Ctx): Promise<OpeningHours> {
  const row = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenant.id }, select: FIELDS });
  return {
    timezone: row.timezone,
    week: businessHoursSchema.catch({}).parse(row.businessHours),
    holidays: holidaysSchema.catch([]).parse(row.holidays),
  };
}

function refuseTwice(holidays: readonly Holiday[]): void {
  const twice = holidays.findIndex(({ date }, index) => holidays.findIndex((other) => other.date === date) !== index);
  if (twice >= 0) throw new ValidationError({ [`holidays.${twice}.date`]: "Tanggal ini sudah ada di daftar." });
}
