import type pg from "pg";

export const DASHBOARD_HOST = "showroom-1.localhost";
export const DASHBOARD_OWNER = { email: "pemilik@showroom.test", password: "kata sandi untuk diukur" };

/**
 * Two showrooms with 500 cars, 5,000 leads, 5,000 conversations and 100,000 messages each over four months, with what
 * else comes of that: searches, views, commands, hand-overs. The first one is measured; hashes instead of random numbers.
 */
export async function fillDashboard(client: pg.Client): Promise<void> {
  await client.query("BEGIN");
  await client.query(SHOWROOMS_SQL);
  await client.query(USERS_SQL, [DASHBOARD_OWNER.email, await Bun.password.hash(DASHBOARD_OWNER.password)]);
  for (const text of ROWS_SQL) await client.query(text);
  await client.query("COMMIT");
  await client.query("VACUUM ANALYZE");
  await client.query("CHECKPOINT");
}

const SHOWROOMS_SQL = `
WITH showrooms AS (
  INSERT INTO tenants (id, name, slug, subdomain, phone, city)
  SELECT t, 'Showroom ' || t, 'showroom-' || t, 'showroom-' || t, '62812000000' || t, 'Surabaya'
    FROM generate_series(1, 2) t RETURNING id, phone
)
INSERT INTO devices (tenant_id, id, number, gateway) SELECT id, uuidv7(), phone, 'fonnte' FROM showrooms`;

const USERS_SQL = `
INSERT INTO users (tenant_id, id, name, email, password_hash, role, permissions, recovery_code_hashes)
SELECT t.id, uuidv7(), CASE n WHEN 0 THEN 'Pak Hadi' ELSE 'Sales ' || n END,
       CASE n WHEN 0 THEN $1 ELSE 'sales' || n || '@showroom.test' END, $2,
       (CASE n WHEN 0 THEN 'owner' ELSE 'sales' END)::user_role, '{}', '{}'
  FROM tenants t, generate_series(0, 8) n`;

const CARS_SQL = `
INSERT INTO cars (tenant_id, id, plate, plate_clean, stock_code, display_code, slug, brand, model, variant, year, color,
                  transmission, km, price, fuel, key_features, status, published_at, sold_at, search_text, created_at, updated_at)
SELECT t.id, uuidv7(), 'L ' || (1000 + n) || ' XY', 'L' || (1000 + n) || 'XY', 'STK-' || lpad(n::text, 3, '0'),
       '#A' || lpad(n::text, 3, '0'), 'avanza-2020-hitam-a' || lpad(n::text, 3, '0'),
       (ARRAY['Toyota', 'Honda', 'Daihatsu', 'Suzuki'])[1 + n % 4], (ARRAY['Avanza', 'Brio', 'Xenia', 'Ertiga'])[1 + n % 4],
       '1.3 G', 2014 + n % 11, (ARRAY['Hitam', 'Putih', 'Silver'])[1 + n % 3], (ARRAY['Manual', 'Matic'])[1 + n % 2],
       20000 + n * 137, (120 + n % 300) * 1000000, 'Bensin', ARRAY['Velg racing', 'Kamera mundur'],
       (CASE WHEN n > 300 THEN 'sold' WHEN n % 40 = 0 THEN 'draft' WHEN n % 20 = 0 THEN 'booking' ELSE 'available' END)::car_status,
       now() - n * interval '7 hours', CASE WHEN n > 300 THEN now() - (n - 300) * interval '9 hours' END,
       'toyota avanza 2020 hitam manual', now() - n * interval '8 hours', now() - n * interval '5 hours'
  FROM tenants t, generate_series(1, 500) n`;

const PHOTOS_SQL = `
INSERT INTO car_photos (tenant_id, id, car_id, position, is_primary, status, original_key, sha256, width, height, variants)
SELECT c.tenant_id, uuidv7(), c.id, place, place = 0, 'ready', 'originals/' || c.id || place, md5(c.id::text || place), 1280, 960,
       (SELECT jsonb_agg(jsonb_build_object('format', format, 'width', width, 'height', width * 3 / 4,
                                            'key', 'photos/' || c.id || place || width || format))
          FROM unnest(ARRAY[320, 640, 1280]) width, unnest(ARRAY['avif', 'webp', 'jpeg']) format)
  FROM cars c, generate_series(0, 4) place WHERE c.stock_code NOT LIKE '%7'`;

const CONVERSATIONS_SQL = `
INSERT INTO conversations (tenant_id, id, device_id, persona, chat_id, phone, name, unread, attention, attention_at,
                           last_message_at, created_at)
SELECT d.tenant_id, uuidv7(), d.id, 'customer', '62813' || lpad(n::text, 7, '0'), '62813' || lpad(n::text, 7, '0'),
       'Pelanggan ' || n, CASE WHEN n % 25 = 0 THEN 2 ELSE 0 END, CASE WHEN n % 50 = 0 THEN 'complaint' END,
       CASE WHEN n % 50 = 0 THEN now() - n * interval '34 minutes' END,
       now() - n * interval '34 minutes', now() - n * interval '35 minutes'
  FROM devices d, generate_series(1, 5000) n`;

/** Twenty lines each, a few seconds apart; in every fifth conversation a person writes the last ones. */
const MESSAGES_SQL = `
INSERT INTO messages (tenant_id, id, conversation_id, device_id, direction, sender, text, status, done_at, intent,
                      processing_ms, provider_id, created_at, sent_at)
SELECT c.tenant_id, uuidv7(), c.id, c.device_id, (CASE n % 2 WHEN 1 THEN 'inbound' ELSE 'outbound' END)::message_direction,
       (CASE WHEN n % 2 = 1 THEN 'customer' WHEN n > 15 AND is_helped THEN 'sales' ELSE 'bot' END)::message_sender,
       'Ada Avanza 2020 hitam yang matic, kilometer di bawah 50 ribu?', (CASE n % 2 WHEN 1 THEN 'received' ELSE 'read' END)::message_status,
       at, CASE n % 2 WHEN 1 THEN 'search' END, CASE n % 2 WHEN 1 THEN 20 + n END, c.chat_id || n, at, at
  FROM (SELECT *, right(chat_id, 1) IN ('0', '5') AS is_helped FROM conversations) c
 CROSS JOIN generate_series(1, 20) n
 CROSS JOIN LATERAL (SELECT c.last_message_at - (20 - n) * interval '40 seconds' AS at) said
 ORDER BY at`;

const TAKEOVERS_SQL = `
INSERT INTO takeovers (tenant_id, id, conversation_id, user_id, via, started_at, ended_at)
SELECT c.tenant_id, uuidv7(), c.id, (SELECT u.id FROM users u WHERE u.tenant_id = c.tenant_id AND u.role = 'sales' LIMIT 1),
       'claim', c.last_message_at - interval '4 minutes', c.last_message_at
  FROM conversations c WHERE right(c.chat_id, 1) IN ('0', '5')`;

const LEADS_SQL = `
WITH people AS (SELECT tenant_id, array_agg(id ORDER BY email) AS ids FROM users WHERE role = 'sales' GROUP BY 1)
INSERT INTO leads (tenant_id, id, name, phone, status, score, score_reasons, source, open_phone, conversation_id, assignee_id,
                   created_at, updated_at)
SELECT c.tenant_id, uuidv7(), c.name, c.phone, status::lead_status, right(c.chat_id, 1)::int, ARRAY['Tanya harga'],
       (ARRAY['wa', 'web', 'direct', 'olx'])[1 + right(c.chat_id, 2)::int % 4],
       CASE WHEN status NOT IN ('closed', 'lost') THEN c.phone END, c.id,
       CASE WHEN right(c.chat_id, 1)::int > 1 THEN p.ids[1 + right(c.chat_id, 2)::int % 8] END, c.created_at, c.last_message_at
  FROM conversations c JOIN people p USING (tenant_id)
 CROSS JOIN LATERAL (SELECT (ARRAY['new', 'warm', 'hot', 'cold', 'closed', 'lost'])[1 + right(c.chat_id, 3)::int % 6] AS status) s`;

const LEAD_EVENTS_SQL = `
INSERT INTO lead_events (tenant_id, id, lead_id, type, actor, data, created_at)
SELECT l.tenant_id, uuidv7(), l.id, type, '{"type": "system", "name": "bot"}', '{"from": "new", "to": "warm"}', l.created_at
  FROM leads l, unnest(ARRAY['lead.created', 'lead.signals', 'lead.status_changed']) type`;

const INTERESTS_SQL = `
INSERT INTO lead_interests (tenant_id, lead_id, car_id, created_at)
SELECT l.tenant_id, l.id, c.id, l.created_at
  FROM (SELECT *, row_number() OVER (PARTITION BY tenant_id ORDER BY id) AS n FROM leads) l
  JOIN (SELECT *, row_number() OVER (PARTITION BY tenant_id ORDER BY id) AS n FROM cars) c
    ON c.tenant_id = l.tenant_id AND c.n IN (1 + l.n % 500, 1 + l.n * 7 % 500)`;

const HANDOVERS_SQL = `
INSERT INTO handovers (tenant_id, id, lead_id, reason, status, created_at)
SELECT tenant_id, uuidv7(), id, 'negotiates', 'closed', created_at FROM leads WHERE right(phone, 1) = '5'`;

const SEARCHES_SQL = `
INSERT INTO search_logs (tenant_id, id, terms, filters, result_count, channel, created_at)
SELECT t.id, uuidv7(), 'avanza ' || n % 700, '{}', n % 7, (ARRAY['web', 'wa'])[1 + n % 2], now() - n * interval '9 minutes'
  FROM tenants t, generate_series(1, 20000) n`;

const VIEWS_SQL = `
INSERT INTO car_view_days (tenant_id, car_id, day, views)
SELECT c.tenant_id, c.id, current_date - n, 1 + n % 9 FROM cars c, generate_series(0, 119) n WHERE c.status <> 'draft'`;

const COMMANDS_SQL = `
INSERT INTO events (tenant_id, id, type, actor, data, created_at)
SELECT u.tenant_id, uuidv7(), (ARRAY['command.run', 'conversation.taken_over'])[1 + n % 2],
       jsonb_build_object('type', 'user', 'userId', u.id, 'name', u.name, 'role', u.role, 'permissions', '[]'::jsonb),
       jsonb_build_object('command', (ARRAY['list', 'status_change', 'price_change'])[1 + n % 3]), now() - n * interval '80 minutes'
  FROM users u, generate_series(1, 2000) n`;

const QUESTIONS_SQL = `
INSERT INTO customer_questions (tenant_id, id, text, normalized, reason, times_asked)
SELECT t.id, uuidv7(), 'Bisa kirim ke pulau ' || n || '?', 'bisa kirim ke pulau ' || n, 'unknown', 1 + n % 5
  FROM tenants t, generate_series(1, 60) n`;

const ROWS_SQL = [
  CARS_SQL,
  PHOTOS_SQL,
  CONVERSATIONS_SQL,
  MESSAGES_SQL,
  TAKEOVERS_SQL,
  LEADS_SQL,
  LEAD_EVENTS_SQL,
  INTERESTS_SQL,
  HANDOVERS_SQL,
  SEARCHES_SQL,
  VIEWS_SQL,
  COMMANDS_SQL,
  QUESTIONS_SQL,
];
