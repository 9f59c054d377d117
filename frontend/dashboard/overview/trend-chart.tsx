import { formatCount } from "../../ui/format";

export type TrendDay = { label: string; date: string; count: number };

const HEIGHT = 96;
const BAR_TOP = 18;
const STEP = 44;
const BAR_WIDTH = 28;

/** Bars drawn on the server: a page of numbers needs no script for seven of them. */
export function TrendChart({ days }: { days: TrendDay[] }) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const width = days.length * STEP;
  return (
    <>
      <svg viewBox={`0 0 ${width} ${HEIGHT + 20}`} className="w-full" aria-hidden="true">
        {days.map((day, index) => {
          const height = Math.max(2, (day.count / most) * (HEIGHT - BAR_TOP));
          const middle = index * STEP + STEP / 2;
          const isToday = index === days.length - 1;
          return (
            <g key={day.date}>
              <rect
                x={middle - BAR_WIDTH / 2}
                y={HEIGHT - height}
                width={BAR_WIDTH}
                height={height}
                rx={3}
                className={day.count === 0 ? "fill-line" : isToday ? "fill-accent" : "fill-accent/45"}
              />
              {day.count > 0 && (
                <text
                  x={middle}
                  y={HEIGHT - height - 5}
                  textAnchor="middle"
                  className="fill-ink font-semibold text-[11px]"
                >
                  {formatCount(day.count)}
                </text>
              )}
              <text x={middle} y={HEIGHT + 15} textAnchor="middle" className="fill-muted text-[11px]">
                {day.label}
              </text>
            </g>
          );
        })}
      </svg>
      <table className="sr-only">
        <caption>Lead per hari</caption>
        <tbody>
          {days.map((day) => (
            <tr key={day.date}>
              <th scope="row">{day.date}</th>
              <td>{day.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
