import { type OpenSpan, WEEKDAYS, type Weekday, type WeekHours, weekdayName } from "@/backend/features/tenants";
import type { FieldErrors } from "@/backend/platform/errors";
import type { DayFields } from "@/frontend/dashboard/settings/hours-fields";
import type { PostedForm } from "./form";

const MOST_SPANS = 4;

/** A stored week as the fields of a form. */
export function daysOf(week: WeekHours): DayFields[] {
  return WEEKDAYS.map((key) => {
    const spans = (week[key] ?? []).map(([from, to]) => ({ from, to }));
    return { key, name: weekdayName(key), isClosed: spans.length === 0, spans };
  });
}

/** The fields as they were typed; rows that are empty are left out. */
export function readDays(form: PostedForm): DayFields[] {
  return WEEKDAYS.map((key) => {
    const spans = Array.from({ length: MOST_SPANS }, (_, index) => ({
      from: form.text(`${key}.${index}.from`).trim(),
      to: form.text(`${key}.${index}.to`).trim(),
    })).filter(({ from, to }) => from || to);
    return { key, name: weekdayName(key), isClosed: form.text(`${key}.closed`) === "1", spans };
  });
}

/** What a verb takes: a closed day has no spans, whatever stands in its fields. */
export function weekOf(days: readonly DayFields[]): Partial<Record<Weekday, OpenSpan[]>> {
  return Object.fromEntries(
    days.map(({ key, isClosed, spans }) => [key, isClosed ? [] : spans.map(({ from, to }): OpenSpan => [from, to])]),
  );
}

/** Every day as the one with this key. */
export function copyToAll(days: readonly DayFields[], key: string): DayFields[] {
  const source = days.find((day) => day.key === key) ?? days[0];
  return days.map((day) => (source ? { ...day, isClosed: source.isClosed, spans: source.spans } : day));
}

/** "week.mon.0.1" and "hours.mon" → "mon", where the form shows the sentence. */
export function dayErrors(fields: FieldErrors): FieldErrors {
  const errors: FieldErrors = {};
  for (const [field, sentence] of Object.entries(fields)) {
    const weekday = field.split(".").find((part) => WEEKDAYS.some((name) => name === part));
    errors[weekday ?? field] ??= sentence;
  }
  return errors;
}
