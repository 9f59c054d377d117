import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartDataset,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

const TONES: Record<string, string> = { accent: "--color-accent", muted: "--color-edge", hot: "--color-hot" };

/** Draws every table of numbers per day (`[data-chart]`) above itself; the table stays, one click away. */
for (const chart of document.querySelectorAll<HTMLElement>("[data-chart]")) draw(chart);

function draw(chart: HTMLElement): void {
  const table = chart.querySelector("table");
  const box = chart.querySelector(".chart-box");
  if (!table || !box) return;
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `${table.caption?.textContent ?? "Grafik"}; angkanya ada di tabel di bawah`);
  box.append(canvas);

  const kind = chart.dataset.chart === "line" ? "line" : "bar";
  const datasets = seriesOf(table, kind);
  const unit = chart.dataset.unit ? ` ${chart.dataset.unit}` : "";
  const ink = colorOf("--color-muted");
  new Chart(canvas, {
    type: kind,
    data: { labels: labelsOf(table), datasets },
    options: {
      animation: false,
      maintainAspectRatio: false,
      locale: "id-ID",
      font: { family: getComputedStyle(document.body).fontFamily },
      interaction: { mode: "index", intersect: false },
      scales: {
        x: { stacked: true, grid: { display: false }, ticks: { color: ink, maxRotation: 0, autoSkipPadding: 16 } },
        y: {
          stacked: kind === "bar",
          beginAtZero: true,
          suggestedMax: 4,
          border: { display: false },
          grid: { color: colorOf("--color-line") },
          ticks: { color: ink, precision: 0, maxTicksLimit: 6 },
        },
      },
      plugins: {
        legend: {
          display: datasets.length > 1,
          position: "bottom",
          labels: { color: colorOf("--color-body"), boxWidth: 10, boxHeight: 10 },
        },
        tooltip: { callbacks: { label: (item) => `${item.dataset.label}: ${item.formattedValue}${unit}` } },
      },
    },
  });
}

/** "20 Nov 2026" → "20 Nov": the years stand in the table. */
function labelsOf(table: HTMLTableElement): string[] {
  return rowsOf(table).map((row) => (row.cells[0]?.textContent ?? "").replace(/ \d{4}$/, ""));
}

function seriesOf(table: HTMLTableElement, kind: "bar" | "line"): ChartDataset<"bar" | "line", (number | null)[]>[] {
  const headers = [...(table.tHead?.rows[0]?.cells ?? [])].slice(1);
  return headers.map((header, index) => {
    const color = colorOf(TONES[header.dataset.tone ?? ""] ?? "--color-accent");
    const data = rowsOf(table).map((row) => numberOf(row.cells[index + 1]));
    const look =
      kind === "line" ? { borderWidth: 2, pointRadius: 0, pointHitRadius: 12, tension: 0.25 } : { borderRadius: 2 };
    return {
      label: header.textContent ?? "",
      data,
      backgroundColor: color,
      borderColor: color,
      spanGaps: true,
      ...look,
    };
  });
}

function rowsOf(table: HTMLTableElement): HTMLTableRowElement[] {
  return [...(table.tBodies[0]?.rows ?? [])];
}

function numberOf(cell: HTMLTableCellElement | undefined): number | null {
  const value = cell?.dataset.value ?? "";
  return value === "" ? null : Number(value);
}

function colorOf(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim();
}
