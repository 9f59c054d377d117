/** More than this is told as "load anew". */
export const MOST_CHANGES = 500;

/** $2 seen, $3 batch (snapshots), $4 and $5 the position in the batch, $6 the member of sales who asks, or null. */
const IS_NEW = (row: string, key: string) => `
  ${row}.tenant_id = $1::integer
  AND ${row}.changed_in >= pg_snapshot_xmin($2::pg_snapshot)
  AND ${row}.changed_in < pg_snapshot_xmax(pg_current_snapshot())
  AND NOT pg_visible_in_snapshot(${row}.changed_in, $2::pg_snapshot)
  AND NOT (pg_visible_in_snapshot(${row}.changed_in, $3::pg_snapshot)
           AND (${row}.changed_in, '${key}:' || ${row}.id) <= ($4::text::xid8, $5::text))`;

const CHANGES = `
  (SELECT 'message' AS type, m.id, m.changed_in, jsonb_build_object(
            'id', m.id, 'conversationId', m.conversation_id, 'direction', m.direction, 'sender', m.sender,
            'kind', m.kind, 'text', m.text, 'status', m.status, 'createdAt', m.created_at) AS data
     FROM messages m
     JOIN conversations c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id AND c.persona = 'customer'
    WHERE ${IS_NEW("m", "message")} AND m.status <> 'dropped' LIMIT ${MOST_CHANGES + 1})
  UNION ALL
  (SELECT 'conversation', c.id, c.changed_in, jsonb_build_object(
            'id', c.id, 'unread', c.unread, 'takenOverBy', c.taken_over_by, 'attention', c.attention,
            'lastMessageAt', c.last_message_at)
     FROM conversations c
    WHERE ${IS_NEW("c", "conversation")} AND c.persona = 'customer' LIMIT ${MOST_CHANGES + 1})
  UNION ALL
  (SELECT 'lead', l.id, l.changed_in, jsonb_build_object(
            'id', l.id, 'status', l.status, 'score', l.score, 'assigneeId', l.assignee_id,
            'conversationId', l.conversation_id)
     FROM leads l
    WHERE ${IS_NEW("l", "lead")}
      AND ($6::uuid IS NULL OR l.assignee_id IS NULL OR l.assignee_id = $6::uuid OR EXISTS (
            SELECT 1 FROM handovers h JOIN handover_offers o ON o.tenant_id = h.tenant_id AND o.handover_id = h.id
             WHERE h.tenant_id = l.tenant_id AND h.lead_id = l.id AND h.status = 'open' AND o.user_id = $6::uuid))
    LIMIT ${MOST_CHANGES + 1})
  UNION ALL
  (SELECT 'car', k.id, k.changed_in, jsonb_build_object(
            'id', k.id, 'displayCode', k.display_code, 'status', k.status)
     FROM cars k WHERE ${IS_NEW("k", "car")} LIMIT ${MOST_CHANGES + 1})
  UNION ALL
  (SELECT 'device', d.id, d.changed_in, jsonb_build_object('id', d.id, 'number', d.number, 'status', d.status)
     FROM devices d WHERE ${IS_NEW("d", "device")} LIMIT ${MOST_CHANGES + 1})`;

/** The snapshot this very statement sees, and what is new in it; one row without a type when nothing is. */
export const CHANGES_SQL = `
  SELECT now.at::text AS now, changed.type, changed.id::text, changed.changed_in::text, changed.data
    FROM (SELECT pg_current_snapshot() AS at) AS now
    LEFT JOIN (${CHANGES}) AS changed ON true
   ORDER BY changed.changed_in, changed.type || ':' || changed.id
   LIMIT ${MOST_CHANGES + 1}`;
