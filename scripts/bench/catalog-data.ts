import type pg from "pg";

export const TENANT_COUNT = 1_000;
const CARS_PER_TENANT = 100;
/** Of each tenant's cars; the others are sold. */
export const LISTED_PER_TENANT = 70;

/** The showroom that is measured, in the middle of the others. */
export const MEASURED_TENANT_ID = 500;
export const MEASURED_HOST = `showroom-${MEASURED_TENANT_ID}.localhost`;

/**
 * 1,000 showrooms with 100 cars each, 70 of them listed. The rows of a showroom are spread over the tables, as they
 * would be when all of them add cars all the time. Every car has a processed photo, the measured showroom's have five.
 */
export async function fillCatalog(client: pg.Client): Promise<void> {
  await client.query("BEGIN");
  await client.query(TENANTS_SQL, [TENANT_COUNT]);
  await client.query(DEVICES_SQL);
  await client.query(CARS_SQL, [CARS_PER_TENANT, LISTED_PER_TENANT]);
  await client.query("INSERT INTO car_slugs (tenant_id, slug, car_id) SELECT tenant_id, slug, id FROM cars");
  await client.query(PHOTOS_SQL, [MEASURED_TENANT_ID]);
  await client.query(COUNTERS_SQL);
  await client.query("COMMIT");
  await client.query("VACUUM ANALYZE");
  await client.query("CHECKPOINT");
}

const TENANTS_SQL = `
INSERT INTO tenants (id, name, slug, subdomain, tagline, phone, address, city, maps_url, business_hours)
SELECT t, 'Showroom ' || t, 'showroom-' || t, 'showroom-' || t, 'Mobil bekas berkualitas, harga terbuka',
       '628120' || lpad(t::text, 7, '0'), 'Jl. Raya Darmo No. ' || t, 'Surabaya', 'https://maps.example/' || t,
       '{"mon":[["09:00","18:00"]],"tue":[["09:00","18:00"]],"wed":[["09:00","18:00"]],"thu":[["09:00","18:00"]],
         "fri":[["09:00","18:00"]],"sat":[["09:00","17:00"]],"sun":[["10:00","15:00"]]}'::jsonb
  FROM generate_series(1, $1::int) t`;

const DEVICES_SQL = `
INSERT INTO devices (tenant_id, id, number, gateway) SELECT id, uuidv7(), phone, 'fonnte' FROM tenants`;

/** brand, model, variant, body type, seats, engine cc, fuel, price of a new one in million rupiah */
const MODELS: [string, string, string, string, number, number, string, number][] = [
  ["Toyota", "Avanza", "1.3 G", "MPV", 7, 1329, "Bensin", 250],
  ["Toyota", "Avanza", "1.5 Veloz", "MPV", 7, 1496, "Bensin", 290],
  ["Toyota", "Kijang Innova", "2.4 G Reborn", "MPV", 7, 2393, "Diesel", 430],
  ["Toyota", "Innova Zenix", "2.0 V Hybrid", "MPV", 7, 1987, "Hybrid", 530],
  ["Toyota", "Fortuner", "2.4 VRZ", "SUV", 7, 2393, "Diesel", 580],
  ["Toyota", "Rush", "1.5 TRD Sportivo", "SUV", 7, 1496, "Bensin", 290],
  ["Toyota", "Yaris", "1.5 TRD", "Hatchback", 5, 1496, "Bensin", 310],
  ["Toyota", "Agya", "1.2 G", "Hatchback", 5, 1197, "Bensin", 175],
  ["Toyota", "Hiace", "3.0 Commuter", "Minibus", 15, 2982, "Diesel", 560],
  ["Daihatsu", "Xenia", "1.3 R", "MPV", 7, 1329, "Bensin", 240],
  ["Daihatsu", "Sigra", "1.2 R", "MPV", 7, 1197, "Bensin", 165],
  ["Daihatsu", "Terios", "1.5 R", "SUV", 7, 1496, "Bensin", 280],
  ["Daihatsu", "Gran Max", "1.5 D", "Van", 9, 1495, "Bensin", 190],
  ["Honda", "Brio", "1.2 RS", "Hatchback", 5, 1199, "Bensin", 230],
  ["Honda", "Jazz", "1.5 RS", "Hatchback", 5, 1497, "Bensin", 300],
  ["Honda", "HR-V", "1.5 E", "SUV", 5, 1498, "Bensin", 380],
  ["Honda", "CR-V", "1.5 Turbo Prestige", "SUV", 7, 1498, "Bensin", 620],
  ["Honda", "Civic", "1.5 Turbo", "Sedan", 5, 1498, "Bensin", 580],
  ["Mitsubishi", "Xpander", "1.5 Ultimate", "MPV", 7, 1499, "Bensin", 310],
  ["Mitsubishi", "Pajero Sport", "2.4 Dakar", "SUV", 7, 2442, "Diesel", 620],
  ["Mitsubishi", "L300", "2.2 Pickup", "Pickup", 3, 2268, "Diesel", 240],
  ["Suzuki", "Ertiga", "1.5 GX", "MPV", 7, 1462, "Bensin", 270],
  ["Suzuki", "XL7", "1.5 Alpha", "SUV", 7, 1462, "Hybrid", 300],
  ["Suzuki", "Carry", "1.5 Pickup", "Pickup", 3, 1462, "Bensin", 170],
  ["Nissan", "Livina", "1.5 VL", "MPV", 7, 1499, "Bensin", 300],
  ["Mazda", "CX-5", "2.5 Elite", "SUV", 5, 2488, "Bensin", 640],
  ["Wuling", "Almaz", "1.5 RS", "SUV", 7, 1451, "Bensin", 380],
  ["Wuling", "Air EV", "Long Range", "Hatchback", 4, 100, "Listrik", 300],
  ["Hyundai", "Ioniq 5", "Signature", "SUV", 5, 100, "Listrik", 850],
  ["BMW", "3 Series", "320i Sport", "Sedan", 5, 1998, "Bensin", 1_100],
];

const modelRows = MODELS.map((model, index) => `(${index}, ${model.map(literal).join(", ")})`).join(",\n    ");

function literal(value: string | number): string {
  return typeof value === "number" ? String(value) : `'${value}'`;
}

/** Hashes instead of random numbers: every run measures the same rows. */
const CARS_SQL = `
WITH models (place, brand, model, variant, body_type, seats, engine_cc, fuel, new_price) AS (VALUES
    ${modelRows}
), picks AS (
  SELECT t.id AS tenant_id, n, abs(hashint8(t.id * 100000 + n)::bigint) AS dice
    FROM tenants t CROSS JOIN generate_series(1, $1::int) n
), cars_of_models AS (
  SELECT p.*, m.*, 2014 + (dice / 31 % 12)::int AS year,
         (ARRAY['Hitam', 'Putih', 'Silver', 'Abu-abu', 'Merah', 'Putih Mutiara', 'Biru', 'Coklat'])[1 + dice / 7 % 8] AS color,
         (ARRAY['Manual', 'Matic'])[1 + dice / 13 % 2] AS transmission,
         coalesce(upper(substring(model FROM '[A-Za-z]')), 'X') AS letter
    FROM picks p JOIN models m ON m.place = dice % ${MODELS.length}
), numbered AS (
  SELECT *, row_number() OVER (PARTITION BY tenant_id, letter ORDER BY n)::text AS number FROM cars_of_models
), named AS (
  SELECT *, '#' || letter || lpad(number, greatest(2, length(number)), '0') AS display_code FROM numbered
)
INSERT INTO cars (tenant_id, id, plate, plate_clean, plate_parity, plate_region, stock_code, display_code, slug, brand,
                  model, variant, year, color, transmission, km, price, fuel, engine_cc, seats, body_type, tax_month,
                  owners, key_features, condition_notes, description, status, published_at, sold_at, featured,
                  search_text, created_at, updated_at)
SELECT tenant_id, uuidv7(), 'L ' || (1000 + n) || ' XY', 'L' || (1000 + n) || 'XY',
       (ARRAY['genap', 'ganjil'])[1 + n % 2], 'L', 'STK-' || lpad(n::text, 3, '0'), display_code,
       trim('-' FROM lower(regexp_replace(concat_ws(' ', model, year, color, display_code), '[^A-Za-z0-9]+', '-', 'g'))),
       brand, model, variant, year, color, transmission, (2026 - year) * 9000 + dice % 9000,
       round(new_price * power(0.92, 2026 - year)) * 1000000, fuel, engine_cc, seats, body_type,
       '2027-' || lpad((1 + n % 12)::text, 2, '0'), 1 + n % 3,
       (ARRAY['Velg racing', 'Kamera mundur', 'Jok kulit', 'Sunroof', 'Head unit Android', 'Pajak panjang'])
         [1 + n % 4 : 3 + n % 4],
       'Mesin halus, kaki-kaki empuk, AC dingin.',
       'Tangan pertama, servis rutin di bengkel resmi, siap pakai luar kota. Bisa kredit dan tukar tambah.',
       (CASE WHEN n > $2 THEN 'sold' WHEN n % 20 = 0 THEN 'booking' ELSE 'available' END)::car_status,
       now() - n * interval '7 hours', CASE WHEN n > $2 THEN now() - interval '10 days' END, n % 12 = 0,
       lower(concat_ws(' ', brand, model, variant, year, color, transmission, fuel, body_type)),
       now() - n * interval '8 hours', now() - n * interval '7 hours'
  FROM named ORDER BY n, tenant_id`;

const PHOTOS_SQL = `
INSERT INTO car_photos (tenant_id, id, car_id, position, is_primary, status, original_key, sha256, width, height,
                        dominant_color, variants)
SELECT c.tenant_id, uuidv7(), c.id, place, place = 0, 'ready', 'originals/' || name || '.jpg', md5(name) || md5(name), 1280, 960,
       '#' || left(md5(name), 6),
       (SELECT jsonb_agg(jsonb_build_object('format', format, 'width', width, 'height', width * 3 / 4, 'key',
                 'photos/' || c.tenant_id || '/' || left(md5(name), 16) || '-' || width || '.' || extension))
          FROM (VALUES (320), (640), (1280)) AS w(width),
               (VALUES ('avif', 'avif'), ('webp', 'webp'), ('jpeg', 'jpg')) AS f(format, extension))
  FROM cars c
 CROSS JOIN LATERAL generate_series(0, CASE WHEN c.tenant_id = $1 THEN 4 ELSE 0 END) place
 CROSS JOIN LATERAL (SELECT c.id || '-' || place AS name) named`;

const COUNTERS_SQL = `
INSERT INTO counters (tenant_id, name, value)
SELECT tenant_id, 'stock', count(*) FROM cars GROUP BY 1
UNION ALL
SELECT tenant_id, 'display:' || substr(display_code, 2, 1), count(*) FROM cars GROUP BY 1, 2`;
