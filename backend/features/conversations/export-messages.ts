import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { recordEvent } from "@/backend/features/audit";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant, withTenantSql } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { formatPhone } from "@/backend/platform/phone";
import { MESSAGE_COLUMNS } from "./list-messages";
import { messageLine } from "./message-line";
import { type MessageRow, toMessageView } from "./message-view";

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;
const ROWS_AT_ONCE = 2_000;
const HEADERS = ["Waktu", "Pelanggan", "Nomor", "Dari", "Nama", "Pesan", "Status"];
const FROM = { customer: "Pelanggan", bot: "Bot", sales: "Tim", phone: "HP showroom", system: "Sistem" };

export const exportSchema = z.object({
  /** First and last day as "2026-11-20"; the last 30 days by default. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  timezone: z.string().default("Asia/Jakarta"),
});

/**
 * Customers' chats as CSV for a spreadsheet, in pieces, so that a hundred thousand messages never stand in memory: UTF-8
 * with BOM, ";" between cells, and nothing a spreadsheet would run as a formula. Owner and admin; on record.
 */
export async function exportMessages(
  ctx: Ctx,
  input: z.input<typeof exportSchema>,
): Promise<ReadableStream<Uint8Array>> {
  requireRole(ctx.actor, "owner", "admin");
  const { from, to, timezone } = parseInput(exportSchema, input);
  const now = ctx.clock.now();
  const start = from ?? new Date(now.getTime() - DEFAULT_DAYS * DAY_MS).toISOString().slice(0, 10);
  const end = to ?? new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10);
  await withTenant(ctx, (tx) =>
    recordEvent(tx, ctx, { type: "conversations.exported", data: { from: start, to: end } }),
  );

  const encoder = new TextEncoder();
  let after = "0";
  let isFirst = true;
  return new ReadableStream({
    async pull(controller) {
      const rows = await pageOf(ctx, [start, end, timezone, after, ROWS_AT_ONCE]);
      const header = isFirst ? `\uFEFF${stringify([HEADERS], { delimiter: ";" })}` : "";
      isFirst = false;
      const lines = rows.map((row) => cellsOf(row, timezone));
      controller.enqueue(encoder.encode(header + stringify(lines, { delimiter: ";", escape_formulas: true })));
      after = rows.at(-1)?.seq ?? after;
      if (rows.length < ROWS_AT_ONCE) controller.close();
    },
  });
}

type ExportRow = MessageRow & { customer: string; phone: string | null };

async function pageOf(ctx: Ctx, values: unknown[]): Promise<ExportRow[]> {
  return withTenantSql(
    ctx,
    async (sql) => (await sql.query<ExportRow>({ name: "inbox-export", text: PAGE_SQL, values })).rows,
  );
}

const PAGE_SQL = `
  SELECT ${MESSAGE_COLUMNS}, c.name AS customer, c.phone
    FROM messages m
    JOIN conversations c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
    LEFT JOIN users writer ON writer.tenant_id = m.tenant_id AND writer.id = m.user_id
   WHERE m.tenant_id = (SELECT app_tenant_id()) AND c.persona = 'customer' AND c.erased_at IS NULL
     AND m.status <> 'dropped' AND m.seq > $4::bigint
     AND m.created_at >= $1::date::timestamp AT TIME ZONE $3
     AND m.created_at < ($2::date + 1)::timestamp AT TIME ZONE $3
   ORDER BY m.seq LIMIT $5`;

function cellsOf(row: ExportRow, timeZone: string): string[] {
  const { from, writer, kind, text, status } = toMessageView(row);
  const at = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  const phone = row.phone ? formatPhone(row.phone) : "";
  return [
    at.format(row.created_at),
    row.customer,
    phone,
    FROM[from],
    writer ?? "",
    messageLine({ kind, text }),
    status,
  ];
}
