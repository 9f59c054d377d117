import type { ReactNode } from "react";
import {
  type ReportPeriod,
  type ReportPeriodInput,
  reportBotResolution,
  reportCarViews,
  reportCommandUse,
  reportLeadFunnel,
  reportResponseTimes,
  reportSearches,
} from "@/backend/features/insights";
import type { Ctx } from "@/backend/platform/ctx";
import { BotResolution } from "@/frontend/dashboard/reports/bot-resolution";
import { CarViewsReport } from "@/frontend/dashboard/reports/car-views";
import { CommandUse } from "@/frontend/dashboard/reports/command-use";
import { LeadFunnel, sourceLabel } from "@/frontend/dashboard/reports/lead-funnel";
import { ResponseTimes } from "@/frontend/dashboard/reports/response-times";
import { Searches } from "@/frontend/dashboard/reports/searches";
import { statusLabel } from "@/frontend/dashboard/ui/badge";
import type { CsvTable } from "./csv";
import { commandLabel, reasonLabel, viaLabel } from "./labels";

export type ReportKind = {
  /** Its address under /dashboard/laporan; the first one's is the address itself. */
  slug: string;
  label: string;
  page(ctx: Ctx, input: ReportPeriodInput, timezone: string): Promise<{ period: ReportPeriod; content: ReactNode }>;
  csv(ctx: Ctx, input: ReportPeriodInput): Promise<Omit<CsvTable, "name"> & { period: ReportPeriod }>;
};

/** A page shows the top of a list, a file all of it. */
const MOST_ROWS = { limit: 5_000 };

export const REPORTS: readonly ReportKind[] = [
  {
    slug: "leads",
    label: "Leads",
    page: async (ctx, input) => {
      const report = await reportLeadFunnel(ctx, input);
      return { period: report.period, content: <LeadFunnel report={report} /> };
    },
    csv: async (ctx, input) => {
      const { period, sources } = await reportLeadFunnel(ctx, input);
      const rows = sources.map((one) => [
        ...[sourceLabel(one.source), one.created, one.warm],
        ...[one.hot, one.closed, one.lost],
      ]);
      return { period, header: ["Sumber", "Masuk", "Hangat", "Panas", "Closing", "Batal"], rows };
    },
  },
  {
    slug: "pencarian",
    label: "Pencarian",
    page: async (ctx, input) => {
      const report = await reportSearches(ctx, input);
      return { period: report.period, content: <Searches report={report} /> };
    },
    csv: async (ctx, input) => {
      const { period, found, missing } = await reportSearches(ctx, input, MOST_ROWS);
      const rows = [...missing, ...found].map((one) => [
        ...[one.terms, one.searches, one.withoutResult],
        ...[one.web, one.wa],
      ]);
      return { period, header: ["Kata kunci", "Dicari", "Tanpa hasil", "Website", "WhatsApp"], rows };
    },
  },
  {
    slug: "unit",
    label: "Unit dilihat",
    page: async (ctx, input) => {
      const report = await reportCarViews(ctx, input);
      return { period: report.period, content: <CarViewsReport report={report} /> };
    },
    csv: async (ctx, input) => {
      const { period, cars } = await reportCarViews(ctx, input, MOST_ROWS);
      const rows = cars.map((car) => [car.name, statusLabel("car", car.status), car.views, car.leads]);
      return { period, header: ["Unit", "Status", "Dilihat", "Peminat"], rows };
    },
  },
  {
    slug: "respons",
    label: "Waktu respons",
    page: async (ctx, input) => {
      const report = await reportResponseTimes(ctx, input);
      return { period: report.period, content: <ResponseTimes report={report} /> };
    },
    csv: async (ctx, input) => {
      const { period, days } = await reportResponseTimes(ctx, input);
      const rows = days.map((day) => [day.date, day.botSeconds, day.peopleMinutes]);
      return { period, header: ["Tanggal", "Bot (detik)", "Tim (menit)"], rows };
    },
  },
  {
    slug: "asisten",
    label: "Asisten",
    page: async (ctx, input) => {
      const { reasons, takeovers, ...report } = await reportBotResolution(ctx, input);
      const view = {
        ...report,
        reasons: reasons.map(({ reason, count }) => ({ label: reasonLabel(reason), count })),
        takeovers: takeovers.map(({ via, count }) => ({ label: viaLabel(via), count })),
      };
      return { period: report.period, content: <BotResolution report={view} /> };
    },
    csv: async (ctx, input) => {
      const { period, days } = await reportBotResolution(ctx, input);
      const rows = days.map((day) => [day.date, day.resolved, day.helped, day.waiting]);
      return { period, header: ["Tanggal", "Selesai tanpa tim", "Dibantu tim", "Menunggu tim"], rows };
    },
  },
  {
    slug: "perintah",
    label: "Perintah WA",
    page: async (ctx, input, timezone) => {
      const report = await reportCommandUse(ctx, input);
      const commands = report.commands.map((one) => ({ ...one, label: commandLabel(one.command) }));
      return { period: report.period, content: <CommandUse report={{ ...report, commands, timezone }} /> };
    },
    csv: async (ctx, input) => {
      const { period, commands } = await reportCommandUse(ctx, input);
      const rows = commands.map(({ command, runs, people }) => [commandLabel(command), runs, people]);
      return { period, header: ["Perintah", "Dijalankan", "Orang"], rows };
    },
  },
];
