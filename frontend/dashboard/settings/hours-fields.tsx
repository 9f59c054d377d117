import { FieldError, fieldId } from "../ui/field";

/** A weekday of the form; `key` is the field prefix ("mon"). Spans as typed, "HH:MM". */
export type DayFields = { key: string; name: string; isClosed: boolean; spans: { from: string; to: string }[] };

const MOST_SPANS = 3;

/** Opening hours of a week; a second and third span of a day are folded away until they are used. */
export function HoursFields({ days, errors }: { days: readonly DayFields[]; errors: Record<string, string> }) {
  return (
    <div className="divide-y divide-line">
      {days.map((day) => (
        <DayRow key={day.key} day={day} error={errors[day.key]} />
      ))}
    </div>
  );
}

function DayRow({ day, error }: { day: DayFields; error: string | undefined }) {
  const used = Math.max(1, day.spans.length);
  return (
    <fieldset
      id={fieldId(day.key)}
      className="group grid grid-cols-[6rem_1fr] gap-x-4 gap-y-1.5 py-3 first:pt-0 last:pb-0 sm:grid-cols-[6rem_6rem_1fr]"
      aria-describedby={error ? `${fieldId(day.key)}-error` : undefined}
    >
      <legend className="sr-only">{day.name}</legend>
      <span aria-hidden="true" className="py-1.5 font-medium text-ink">
        {day.name}
      </span>
      <label className="check">
        <input type="checkbox" name={`${day.key}.closed`} value="1" defaultChecked={day.isClosed} />
        Tutup
      </label>
      <div className="col-span-2 grid min-w-0 gap-1.5 group-has-[input[type=checkbox]:checked]:hidden sm:col-span-1">
        {day.spans.length === 0 && <SpanFields day={day} index={0} />}
        {day.spans.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
          <SpanFields key={index} day={day} index={index} />
        ))}
        {used < MOST_SPANS && (
          <details>
            <summary className="link inline-flex min-h-6 items-center">+ Tambah rentang jam</summary>
            <div className="mt-1.5">
              <SpanFields day={day} index={used} />
            </div>
          </details>
        )}
        <FieldError name={day.key} error={error} />
      </div>
    </fieldset>
  );
}

function SpanFields({ day, index }: { day: DayFields; index: number }) {
  const { from = "", to = "" } = day.spans[index] ?? {};
  const which = index === 0 ? "" : ` (rentang ${index + 1})`;
  return (
    <div className="flex items-center gap-2">
      <TimeInput name={`${day.key}.${index}.from`} label={`${day.name} buka${which}`} value={from} />
      <span aria-hidden="true">–</span>
      <TimeInput name={`${day.key}.${index}.to`} label={`${day.name} tutup${which}`} value={to} />
    </div>
  );
}

/** Plain text: a browser's time field speaks AM and PM where its language does, and knows no 24.00. */
export function TimeInput({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <span className="w-24">
      <input
        type="text"
        inputMode="decimal"
        name={name}
        id={fieldId(name)}
        aria-label={label}
        defaultValue={value.replace(":", ".")}
        placeholder="00.00"
        maxLength={5}
        autoComplete="off"
        className="input num"
      />
    </span>
  );
}
