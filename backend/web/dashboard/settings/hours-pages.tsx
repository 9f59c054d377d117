import { type Context, Hono } from "hono";
import {
  addHoliday,
  describeSpans,
  getOpeningHours,
  localDay,
  removeHoliday,
  shortDate,
  TIMEZONES,
  updateBusinessHours,
  weekdayName,
} from "@/backend/features/tenants";
import { HoursPage, type HoursPageProps } from "@/frontend/dashboard/settings/hours-page";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";
import { fixedHolidays } from "./fixed-holidays";
import { readForm, wrongFields } from "./form";
import { copyToAll, dayErrors, daysOf, readDays, weekOf } from "./week-form";

const PATH = "/dashboard/pengaturan/jam";
const TIMEZONE_NAMES = [
  { value: "Asia/Jakarta", label: "WIB (Jakarta, Surabaya, Medan)" },
  { value: "Asia/Makassar", label: "WITA (Makassar, Denpasar, Balikpapan)" },
  { value: "Asia/Jayapura", label: "WIT (Jayapura, Ambon)" },
];

export function hoursPages(deps: DashboardDeps): Hono<DashboardEnv> {
  return new Hono<DashboardEnv>()
    .get("/", (c) => show(c, deps, {}))
    .post("/", async (c) => {
      const form = await readForm(c);
      const values = { timezone: form.text("timezone"), days: readDays(form) };
      if (form.text("salin")) {
        const copied = values.days.find(({ key }) => key === form.text("copyFrom"));
        const days = copyToAll(values.days, form.text("copyFrom"));
        return show(c, deps, { values: { ...values, days }, copiedFrom: copied?.name ?? null });
      }
      const input = { timezone: timezoneOf(values.timezone), week: weekOf(values.days) };
      const errors = await wrongFields(() => updateBusinessHours(c.var.ctx, input));
      if (errors) return show(c, deps, { values, errors: dayErrors(errors) });
      return seeOther(c, PATH, { kind: "ok", text: "Jam buka tersimpan." });
    })
    .post("/libur", async (c) => {
      const { text } = await readForm(c);
      const values = { date: text("date"), name: text("name"), from: text("from"), to: text("to") };
      const hours: [string, string][] = values.from || values.to ? [[values.from, values.to]] : [];
      const errors = await wrongFields(() => addHoliday(c.var.ctx, { date: values.date, name: values.name, hours }));
      if (errors) return show(c, deps, { holiday: { values, errors: holidayErrors(errors) } });
      return seeOther(c, `${PATH}#libur`, { kind: "ok", text: `${values.name} ditambahkan.` });
    })
    .post("/libur/hapus", async (c) => {
      const { text } = await readForm(c);
      const { holidays } = await getOpeningHours(c.var.ctx);
      const removed = holidays.find(({ date }) => date === text("date"));
      await removeHoliday(c.var.ctx, text("date"));
      const [from = "", to = ""] = removed?.hours[0] ?? [];
      const fields = { date: text("date"), name: removed?.name ?? "", from, to };
      return seeOther(c, `${PATH}#libur`, {
        kind: "ok",
        text: `${removed?.name ?? "Hari libur"} dihapus.`,
        undo: { action: `${PATH}/libur`, fields, label: "Kembalikan" },
      });
    });
}

type Shown = Partial<Pick<HoursPageProps, "values" | "errors" | "copiedFrom">> & {
  holiday?: Pick<HoursPageProps["holidays"], "values" | "errors">;
};

async function show(c: Context<DashboardEnv>, deps: DashboardDeps, shown: Shown): Promise<Response> {
  const { ctx } = c.var;
  const { timezone, week, holidays } = await getOpeningHours(ctx);
  const today = localDay(ctx.clock.now(), timezone).date;
  const rows = holidays.map(({ date, name, hours }) => ({
    date,
    label: `${weekdayOf(date)}, ${shortDate(date, true)}`,
    name,
    hours: describeSpans(hours),
    isPast: date < today,
  }));
  const known = new Set(holidays.map(({ date }) => date));
  const suggestions = fixedHolidays(today)
    .filter(({ date }) => !known.has(date))
    .slice(0, 3)
    .map((day) => ({ ...day, label: shortDate(day.date) }));
  const { values = { date: "", name: "", from: "", to: "" }, errors = {} } = shown.holiday ?? {};
  const isWrong = Object.keys(shown.errors ?? {}).length > 0 || Object.keys(errors).length > 0;
  const children = (
    <HoursPage
      values={shown.values ?? { timezone, days: daysOf(week) }}
      errors={shown.errors ?? {}}
      timezones={TIMEZONE_NAMES}
      copiedFrom={shown.copiedFrom ?? null}
      holidays={{ rows, values, errors, suggestions }}
    />
  );
  const page = { title: "Jam buka", active: "pengaturan" } as const;
  return dashboardPage(c, deps, { ...page, status: isWrong ? 422 : 200, children });
}

function weekdayOf(date: string): string {
  return weekdayName(localDay(new Date(`${date}T12:00:00Z`), "UTC").weekday);
}

/** undefined (what the select does not have) leaves it as it is. */
function timezoneOf(text: string) {
  return TIMEZONES.find((timezone) => timezone === text);
}

/** "hours.0.1" belongs under the pair of fields. */
function holidayErrors(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, sentence]) => [field.startsWith("hours") ? "hours" : field, sentence]),
  );
}
