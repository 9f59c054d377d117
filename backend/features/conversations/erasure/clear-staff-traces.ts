import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";

const REMOVED = "(data pelanggan dihapus)";
/** Shorter names would be found in the middle of everything. */
const SHORTEST_NAME = 3;

export type StaffTraces = { ids: string[]; phone: string | null; names: string[]; until: Date };

/**
 * Takes a customer out of what staff were told and wrote: messages about one of the conversations `ids` or with the
 * number, however spelled, lose their text; in notices and in commands about customers the name alone is taken out.
 */
export async function clearStaffTraces(tx: Tx, ctx: Ctx, { ids, phone, names, until }: StaffTraces): Promise<void> {
  const digits = phone ? phone.replace(/^62/, "") : "";
  await tx.$executeRaw`
    UPDATE messages m SET text = ${REMOVED}, entities = NULL, facts = NULL, media = NULL,
           status = CASE WHEN m.status = 'queued' THEN 'dropped' ELSE m.status END
      FROM conversations c
     WHERE c.tenant_id = m.tenant_id AND c.id = m.conversation_id AND c.persona = 'staff'
       AND m.tenant_id = ${ctx.tenant.id} AND m.text <> ${REMOVED}
       AND (m.facts->>'about' = ANY(${ids}::text[])
            OR (${digits} <> '' AND m.created_at <= ${until}::timestamptz
                AND regexp_replace(m.text || coalesce(m.entities::text, ''), '[^0-9]', '', 'g')
                    LIKE '%' || ${digits} || '%'))`;
  if (digits) {
    await tx.$executeRaw`
      DELETE FROM conversation_states
       WHERE tenant_id = ${ctx.tenant.id} AND regexp_replace(context::text, '[^0-9]', '', 'g') LIKE '%' || ${digits} || '%'`;
  }
  for (const name of new Set(names.map((name) => name.trim()))) {
    if (name.length >= SHORTEST_NAME) await clearName(tx, ctx, name, until);
  }
}

async function clearName(tx: Tx, ctx: Ctx, name: string, until: Date): Promise<void> {
  const pattern = `(?<!\\w)${name.replace(/[^\p{L}\p{N}\s]/gu, "\\$&")}(?!\\w)`;
  await tx.$executeRaw`
    UPDATE messages m SET text = regexp_replace(m.text, ${pattern}, '(dihapus)', 'gi'), entities = NULL
      FROM conversations c
     WHERE c.tenant_id = m.tenant_id AND c.id = m.conversation_id AND c.persona = 'staff'
       AND m.tenant_id = ${ctx.tenant.id} AND m.created_at <= ${until}::timestamptz
       AND (m.text ~* ${pattern} OR m.entities::text ~* ${pattern})
       AND (m.sender = 'system' OR m.intent = ANY(${ABOUT_CUSTOMERS}::text[])
            OR EXISTS (SELECT 1 FROM messages asked
                        WHERE asked.tenant_id = m.tenant_id AND asked.id = m.reply_to_id
                          AND asked.intent = ANY(${ABOUT_CUSTOMERS}::text[])))`;
  await tx.$executeRaw`
    DELETE FROM conversation_states s USING conversations c
     WHERE c.tenant_id = s.tenant_id AND c.id = s.conversation_id AND c.persona = 'staff'
       AND s.tenant_id = ${ctx.tenant.id} AND s.context::text ~* ${pattern}`;
}

const ABOUT_CUSTOMERS = ["bot_on", "bot_off", "lead_create", "lead_take", "lead_skip"];
