import type { CatalogCriteria } from "./criteria";

/** Every statement is named and its text never changes, so that Postgres plans it once per connection. */
export type Statement = { name: string; text: string; values: unknown[] };

export const SORTS = ["newest", "price_asc", "price_desc", "year_desc", "year_asc", "km_asc"] as const;
export type CatalogSort = (typeof SORTS)[number];

/** Lowest word similarity (pg_trgm) at which a free word counts as found: "sunrof" finds "sunroof". */
const LEAST_SIMILARITY = 0.45;

/** One condition per filter over the columns of `cars`; $1 is the tenant, criteriaValues gives the others in order. */
const matches = {
  brand: "(cardinality($2::text[]) = 0 OR lower(brand) = ANY($2::text[]))",
  model: `(cardinality($3::text[]) = 0 OR lower(model) = ANY($3::text[])
      OR (year < 2022 AND lower(model) || '<2022' = ANY($3::text[])))`,
  transmission: "(cardinality($4::text[]) = 0 OR lower(transmission) = ANY($4::text[]))",
  fuel: "(cardinality($5::text[]) = 0 OR coalesce(lower(fuel), '') = ANY($5::text[]))",
  bodyType: "(cardinality($6::text[]) = 0 OR coalesce(lower(body_type), '') = ANY($6::text[]))",
  color: "(cardinality($7::text[]) = 0 OR lower(split_part(color, ' ', 1)) = ANY($7::text[]))",
  year: "(($8::int IS NULL OR year >= $8::int) AND ($9::int IS NULL OR year <= $9::int))",
  price: "(($10::bigint IS NULL OR price >= $10::bigint) AND ($11::bigint IS NULL OR price <= $11::bigint))",
  rest: `(($12::int IS NULL OR coalesce(seats BETWEEN $12::int AND $12::int + 1, false))
      AND ($13::int IS NULL OR km <= $13::int)
      AND ($14::text IS NULL OR coalesce(plate_parity, '') = $14::text)
      AND ($15::text IS NULL OR coalesce(plate_region, '') = $15::text)
      AND ($16::text IS NULL OR display_code = $16::text)
      AND NOT EXISTS (SELECT 1 FROM unnest($17::text[]) w
                       WHERE position(' ' || w || ' ' IN ' ' || lower(model || ' ' || variant) || ' ') = 0)
      AND NOT EXISTS (SELECT 1 FROM unnest($18::text[]) w WHERE word_similarity(w, search_text) < ${LEAST_SIMILARITY})
      AND (cardinality($19::text[]) = 0 OR (NOT ARRAY[
        'brand:' || lower(brand), 'model:' || lower(model), 'color:' || lower(split_part(color, ' ', 1)),
        'transmission:' || lower(transmission), 'fuel:' || coalesce(lower(fuel), ''),
        'bodyType:' || coalesce(lower(body_type), '')] && $19::text[]
        AND NOT EXISTS (SELECT 1 FROM unnest($19::text[]) w
                         WHERE w LIKE 'variant:%' AND string_to_array(substr(w, 9), ' ')
                               <@ string_to_array(lower(model || ' ' || variant), ' ')))))`,
} as const;
type Filter = keyof typeof matches;

const filterNames: Filter[] = ["brand", "model", "transmission", "fuel", "bodyType", "color", "year", "price", "rest"];

const LISTED = "tenant_id = $1 AND status IN ('available', 'booking')";

/** The columns the public may see of a car in a list. There is no plate, stock code or cost price to forget. */
const CARD_COLUMNS = `id, display_code, slug, brand, model, variant, year, color, transmission, fuel, body_type, km,
  price::float8 AS price, key_features, status::text AS status`;

/** The statement behind a listing's counts: each facet under all filters but its own. */
export function facetsStatement(tenantId: number, criteria: CatalogCriteria): Statement {
  return { name: "catalog_facets", text: FACETS_SQL, values: criteriaValues(tenantId, criteria) };
}

export type FacetRow = { facet: string; value: string; count: number; low: number | null; high: number | null };

/** Measured for 70 cars: 0.4 ms; a lateral VALUES list of the same counts takes 1.2 ms, it is set up anew per car. */
const FACETS_SQL = `
WITH base AS MATERIALIZED (
  SELECT brand, model, transmission, coalesce(fuel, '') AS fuel, coalesce(body_type, '') AS body_type,
         split_part(color, ' ', 1) AS color, year, price,
         ${filterNames.map((name) => `${matches[name]} AS is_${name}`).join(",\n         ")}
    FROM cars WHERE ${LISTED}
)
${[
  countOf("stockBrand", "lower(brand)", "true"),
  countOf("stockModel", "lower(model)", "true"),
  countOf("brand", "brand", allBut("brand")),
  countOf("model", "model", allBut("model")),
  countOf("transmission", "transmission", allBut("transmission")),
  countOf("fuel", "fuel", allBut("fuel")),
  countOf("bodyType", "body_type", allBut("bodyType")),
  countOf("color", "color", allBut("color")),
  rangeOf("total", "price", allBut(null)),
  rangeOf("year", "year", allBut("year")),
  rangeOf("price", "price", allBut("price")),
].join("\nUNION ALL ")}`;

function countOf(facet: string, value: string, condition: string): string {
  return `SELECT '${facet}' AS facet, ${value} AS value, count(*)::int AS count, NULL::float8 AS low, NULL::float8 AS high
  FROM base WHERE ${condition} GROUP BY 2`;
}

function rangeOf(facet: string, amount: string, condition: string): string {
  return `SELECT '${facet}', '', count(*)::int, min(${amount})::float8, max(${amount})::float8 FROM base WHERE ${condition}`;
}

function allBut(own: Filter | null): string {
  const others = filterNames.filter((name) => name !== own);
  return others.map((name) => `is_${name}`).join(" AND ");
}

/** One page of cards with up to `photoCount` photos each, cover first. */
export function cardsStatement(
  tenantId: number,
  criteria: CatalogCriteria,
  page: { sort: CatalogSort; limit: number; offset: number; photoCount: number },
): Statement {
  return {
    name: `catalog_cards_${page.sort}`,
    text: CARDS_SQL[page.sort],
    values: [...criteriaValues(tenantId, criteria), page.limit, page.offset, page.photoCount],
  };
}

const orderOf: Record<CatalogSort, string> = {
  newest: "published_at DESC NULLS LAST, id DESC",
  price_asc: "price, id",
  price_desc: "price DESC, id",
  year_desc: "year DESC, km, id",
  year_asc: "year, km, id",
  km_asc: "km, id",
};

const CARDS_SQL: Record<CatalogSort, string> = {
  newest: cardsSql("newest"),
  price_asc: cardsSql("price_asc"),
  price_desc: cardsSql("price_desc"),
  year_desc: cardsSql("year_desc"),
  year_asc: cardsSql("year_asc"),
  km_asc: cardsSql("km_asc"),
};

function cardsSql(sort: CatalogSort): string {
  const conditions = filterNames.map((name) => matches[name]).join("\n   AND ");
  return withPhotos(
    `SELECT ${CARD_COLUMNS}, row_number() OVER (ORDER BY ${orderOf[sort]}) AS place
       FROM cars WHERE ${LISTED} AND ${conditions}
      ORDER BY ${orderOf[sort]} LIMIT $20 OFFSET $21`,
    "$22",
  );
}

/** Adds `photos` to a query of cards that has a `place` to be ordered by. Broken photos are left out. */
function withPhotos(cards: string, photoCount: string): string {
  return `
SELECT c.*, coalesce(p.photos, '[]') AS photos
  FROM (${cards}) c
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('width', width, 'height', height, 'color', dominant_color, 'variants', variants)) AS photos
      FROM (SELECT width, height, dominant_color, variants FROM car_photos
             WHERE tenant_id = $1 AND car_id = c.id AND status <> 'failed'
             ORDER BY is_primary DESC, position, id LIMIT ${photoCount}) listed
  ) p ON true
 ORDER BY c.place`;
}

/** The cars a home page opens with: featured ones first, then the newest. */
export function featuredStatement(tenantId: number, limit: number): Statement {
  return { name: "catalog_featured", text: FEATURED_SQL, values: [tenantId, limit] };
}

const FEATURED_ORDER = "featured DESC, (status = 'available') DESC, published_at DESC NULLS LAST, id DESC";
const FEATURED_SQL = withPhotos(
  `SELECT ${CARD_COLUMNS}, row_number() OVER (ORDER BY ${FEATURED_ORDER}) AS place
     FROM cars WHERE ${LISTED} ORDER BY ${FEATURED_ORDER} LIMIT $2`,
  "1",
);

export function atBranchStatement(tenantId: number, branchName: string): Statement {
  return { name: "catalog_at_branch", text: AT_BRANCH_SQL, values: [tenantId, branchName] };
}

const AT_BRANCH_ORDER = "(status = 'available') DESC, price, id";
const AT_BRANCH_SQL = withPhotos(
  `SELECT ${CARD_COLUMNS}, row_number() OVER (ORDER BY ${AT_BRANCH_ORDER}) AS place FROM cars
    WHERE ${LISTED} AND branch_id IN (SELECT id FROM branches WHERE tenant_id = $1 AND name = $2)
    ORDER BY ${AT_BRANCH_ORDER} LIMIT 50`,
  "1",
);

/** Listed cars like a given one: same body type and price within 20 %, then one of the two, then the nearest price. */
export function similarStatement(tenantId: number, car: SimilarTo, limit: number): Statement {
  const { id, model, bodyType, priceRupiah } = car;
  return { name: "catalog_similar", text: SIMILAR_SQL, values: [tenantId, id, model, bodyType, priceRupiah, limit] };
}

export type SimilarTo = { id: string; model: string; bodyType: string | null; priceRupiah: number };

const SIMILAR_ORDER = `
  (coalesce(body_type = $4::text, false)::int + (price BETWEEN $5::bigint * 0.8 AND $5::bigint * 1.2)::int) DESC,
  (model = $3) DESC, abs(price - $5::bigint), id`;
const SIMILAR_SQL = withPhotos(
  `SELECT ${CARD_COLUMNS}, row_number() OVER (ORDER BY ${SIMILAR_ORDER}) AS place
     FROM cars WHERE ${LISTED} AND id <> $2::uuid ORDER BY ${SIMILAR_ORDER} LIMIT $6`,
  "1",
);

/** A car by an address it has or had, whatever its status; the caller decides what may be shown. */
export function carBySlugStatement(tenantId: number, slug: string): Statement {
  return { name: "catalog_car", text: CAR_SQL, values: [tenantId, slug] };
}

/** Cars by their public codes, whatever their status; the caller decides what may be said. */
export function carsByCodeStatement(tenantId: number, displayCodes: readonly string[]): Statement {
  return { name: "catalog_by_code", text: CARS_BY_CODE_SQL, values: [tenantId, displayCodes] };
}

const PUBLIC_CAR_COLUMNS = `
       c.id, c.display_code, c.slug, c.brand, c.model, c.variant, c.year, c.color, c.transmission, c.fuel, c.body_type,
       c.km, c.price::float8 AS price, c.key_features, c.status::text AS status,
       c.registration_year, c.credit_price::float8 AS credit_price, c.credit_min_tenor_months, c.engine_cc, c.seats,
       c.tax_month, c.owners, c.plate_parity, c.plate_region, c.condition_notes, c.description, c.video_url,
       c.created_at, c.updated_at, c.published_at, c.sold_at,
       b.name AS branch_name, b.address AS branch_address, b.maps_url AS branch_maps_url,
       (SELECT coalesce(json_agg(json_build_object(
                 'width', p.width, 'height', p.height, 'color', p.dominant_color, 'variants', p.variants)
                 ORDER BY p.is_primary DESC, p.position, p.id), '[]')
          FROM car_photos p WHERE p.tenant_id = $1 AND p.car_id = c.id AND p.status <> 'failed') AS photos`;

const CAR_SQL = `
SELECT ${PUBLIC_CAR_COLUMNS}
  FROM car_slugs s
  JOIN cars c ON c.tenant_id = $1 AND c.id = s.car_id
  LEFT JOIN branches b ON b.tenant_id = $1 AND b.id = c.branch_id
 WHERE s.tenant_id = $1 AND s.slug = $2`;

const CARS_BY_CODE_SQL = `
SELECT ${PUBLIC_CAR_COLUMNS}
  FROM cars c
  LEFT JOIN branches b ON b.tenant_id = $1 AND b.id = c.branch_id
 WHERE c.tenant_id = $1 AND c.display_code = ANY($2::text[])
 ORDER BY array_position($2::text[], c.display_code)`;

export function sitemapStatement(tenantId: number): Statement {
  return { name: "catalog_sitemap", text: SITEMAP_SQL, values: [tenantId] };
}

const SITEMAP_SQL = `SELECT slug, updated_at FROM cars WHERE ${LISTED} ORDER BY published_at DESC NULLS LAST, id DESC`;

/** Where else the showroom can be visited. */
export function branchesStatement(tenantId: number): Statement {
  return { name: "catalog_branches", text: BRANCHES_SQL, values: [tenantId] };
}

const BRANCHES_SQL = `
SELECT name, address, city, maps_url AS "mapsUrl", phone, business_hours AS "businessHours"
  FROM branches WHERE tenant_id = $1 ORDER BY id LIMIT 20`;

function criteriaValues(tenantId: number, criteria: CatalogCriteria): unknown[] {
  const { brands, models, transmissions, fuels, bodyTypes, colors, yearMin, yearMax } = criteria;
  const { priceMinRupiah, priceMaxRupiah, seats, kmMax, plateParity, plateRegion, displayCode } = criteria;
  return [
    ...[tenantId, brands, models, transmissions, fuels, bodyTypes, colors, yearMin, yearMax],
    ...[priceMinRupiah, priceMaxRupiah, seats, kmMax, plateParity, plateRegion, displayCode],
    ...[criteria.variantWords, criteria.words, criteria.without],
  ];
}
