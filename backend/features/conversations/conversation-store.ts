import { z } from "zod";
import type { Actor } from "@/backend/platform/actor";
import type { InboxFilter } from "./schemas";

/** A conversation as the inbox lists it: one row of INBOX_COLUMNS. */
const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  device_number: z.string(),
  unread: z.number(),
  last_message_at: z.date(),
  bot_enabled: z.boolean(),
  taken_over_by: z.string().nullable(),
  holder_name: z.string().nullable(),
  attention: z.string().nullable(),
  opted_out_at: z.date().nullable(),
  lead: z
    .object({
      id: z.string(),
      name: z.string(),
      status: z.enum(["new", "warm", "hot", "cold", "closed", "lost"]),
      score: z.number(),
      assigneeId: z.string().nullable(),
      assignee: z.string().nullable(),
      isVisible: z.boolean(),
    })
    .nullable(),
  last_message: z
    .object({ direction: z.string(), sender: z.string(), kind: z.string(), text: z.string(), status: z.string() })
    .nullable(),
});
export type InboxRow = z.infer<typeof rowSchema>;

export function readInboxRows(rows: unknown[]): InboxRow[] {
  return rows.map((row) => rowSchema.parse(row));
}

/** $1 the member of sales who asks, or null for everybody else: what of a colleague's lead is shown depends on it. */
export const INBOX_COLUMNS = `
  c.id, c.name, c.phone, d.number AS device_number, c.unread, c.last_message_at,
  c.bot_enabled AND d.bot_enabled AS bot_enabled, c.taken_over_by, holder.name AS holder_name, c.attention,
  c.opted_out_at,
  (SELECT jsonb_build_object('id', l.id, 'name', l.name, 'status', l.status, 'score', l.score,
            'assigneeId', l.assignee_id, 'assignee', u.name,
            'isVisible', $1::uuid IS NULL OR l.assignee_id IS NULL OR l.assignee_id = $1::uuid)
     FROM leads l LEFT JOIN users u ON u.tenant_id = l.tenant_id AND u.id = l.assignee_id
    WHERE l.tenant_id = c.tenant_id AND l.open_phone = c.phone) AS lead,
  (SELECT jsonb_build_object('direction', m.direction, 'sender', m.sender, 'kind', m.kind, 'text', left(m.text, 160),
            'status', m.status)
     FROM messages m
    WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.id AND m.status <> 'dropped'
    ORDER BY m.seq DESC LIMIT 1) AS last_message`;

export const INBOX_TABLES = `
  conversations c
  JOIN devices d ON d.tenant_id = c.tenant_id AND d.id = c.device_id
  LEFT JOIN takeovers t ON t.tenant_id = c.tenant_id AND t.id = c.takeover_id
  LEFT JOIN users holder ON holder.tenant_id = t.tenant_id AND holder.id = t.user_id`;

/** Customers only, and none who was erased. */
export const IS_IN_INBOX = "c.tenant_id = (SELECT app_tenant_id()) AND c.persona = 'customer' AND c.erased_at IS NULL";

const HAS_NOBODY = `c.taken_over_at IS NULL AND EXISTS (
  SELECT 1 FROM leads l WHERE l.tenant_id = c.tenant_id AND l.open_phone = c.phone AND l.assignee_id IS NULL)`;

/** `me` is the place of the asking user's id among the values. */
export function filterSql(filter: InboxFilter, me: string): string {
  const filters: Record<InboxFilter, string> = {
    all: "true",
    unread: "c.unread > 0",
    mine: `c.taken_over_by = ${me}`,
    unassigned: HAS_NOBODY,
    bot: "c.taken_over_at IS NULL",
    human: "c.taken_over_at IS NOT NULL",
    attention: "c.attention IS NOT NULL",
    opted_out: "c.opted_out_at IS NOT NULL",
  };
  return filters[filter];
}

/** The member of sales who asks, or null for owner, admin and system. */
export function salesIdOf(actor: Actor): string | null {
  return actor.type === "user" && actor.role === "sales" ? actor.userId : null;
}
