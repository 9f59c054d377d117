import { formatDate } from "../ui/time";

export type DaySeries = { key: string; label: string; tone?: "accent" | "muted" | "hot" };

export type DayChartProps = {
  caption: string;
  series: readonly DaySeries[];
  days: readonly ({ date: string } & Record<string, string | number | null>)[];
  kind?: "bar" | "line";
  /** "detik", "menit": behind the numbers. */
  unit?: string;
};

/** Numbers per day as a table; the island `charts.js` draws them above it. */
export function DayChart({ caption, series, days, kind = "bar", unit }: DayChartProps) {
  return (
    <div className="chart" data-chart={kind} data-unit={unit}>
      <div className="chart-box" />
      <details className="chart-numbers">
        <summary className="link inline-flex min-h-6 items-center">Lihat angka per hari</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard, too */}
        <section className="mt-2 max-h-80 overflow-auto" tabIndex={0} aria-label={caption}>
          <table className="table">
            <caption className="sr-only">{caption}</caption>
            <thead>
              <tr>
                <th scope="col">Tanggal</th>
                {series.map(({ key, label, tone = "accent" }) => (
                  <th key={key} scope="col" className="align-end" data-tone={tone}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr key={day.date}>
                  <th scope="row">{formatDate(`${day.date}T00:00:00Z`, "UTC")}</th>
                  {series.map(({ key }) => (
                    <DayCell key={key} value={day[key] ?? null} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </div>
  );
}

const numbers = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 });

function DayCell({ value }: { value: string | number | null }) {
  return (
    <td className="align-end" data-value={value ?? ""}>
      {typeof value === "number" ? numbers.format(value) : "–"}
    </td>
  );
}
