/** Child process: what the product is compared with, Hono and nothing of ours around the same bytes, SQL and markup. */
import { Hono } from "hono";
import pg from "pg";
import { renderToString } from "react-dom/server";
import { z } from "zod";
import { PAGE_SIZE, readListingAddress } from "@/backend/features/cars";
import { cardsStatement, facetsStatement, type Statement } from "@/backend/features/cars/catalog/catalog-sql";
import { anyCar } from "@/backend/features/cars/catalog/criteria";
import { createTenantDirectory } from "@/backend/features/tenants";
import { loadAssets } from "@/backend/http/assets";
import { systemClock } from "@/backend/platform/clock";
import { openDatabase } from "@/backend/platform/database/database";
import { readEnv } from "@/backend/platform/env";
import { listingAnswer } from "@/backend/web/storefront/listing";
import { StorefrontDocument } from "@/frontend/document";
import { MEASURED_HOST, MEASURED_TENANT_ID } from "./catalog-data";
import { answerCommands, processUsage } from "./child-process";

const { PORT: port, DATABASE_URL: databaseUrl = "", DATABASE_POOL_SIZE: poolSize, APP_URL: appUrl = "" } = readEnv();
const statements = listingStatements();
const document = await listingDocument();
const copy: { bytes: Uint8Array<ArrayBuffer>; headers: [string, string][] } = { bytes: new Uint8Array(), headers: [] };

const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
const app = new Hono();
app.get("/copy", () => new Response(copy.bytes, { headers: copy.headers }));
app.get("/render", async () => {
  for (const statement of statements) await pool.query(statement);
  return new Response(`<!DOCTYPE html>${renderToString(document)}`, { headers: { "Content-Type": "text/html" } });
});
Bun.serve({ port, hostname: "127.0.0.1", fetch: (request) => app.fetch(request) });

answerCommands({
  usage: processUsage,
  /** From now on /copy answers with the bytes and headers that the product answers with. */
  copyFrom: async (input) => {
    const { url, acceptEncoding } = z.object({ url: z.string(), acceptEncoding: z.string() }).parse(input);
    const request = { headers: { host: MEASURED_HOST, "accept-encoding": acceptEncoding }, decompress: false };
    const response = await fetch(url, request);
    copy.bytes = new Uint8Array(await response.arrayBuffer());
    copy.headers = [...response.headers].filter(([name]) => name !== "date" && name !== "content-length");
  },
});

function listingStatements(): Statement[] {
  const page = { sort: "newest", limit: PAGE_SIZE, offset: 0, photoCount: 1 } as const;
  return [facetsStatement(MEASURED_TENANT_ID, anyCar), cardsStatement(MEASURED_TENANT_ID, anyCar, page)];
}

/** The document that the product renders for the listing, made once: the comparison pays for no mapping of rows. */
async function listingDocument() {
  const db = await openDatabase({ url: databaseUrl, poolSize: 2 });
  const tenant = await createTenantDirectory(db).byId(MEASURED_TENANT_ID);
  if (!tenant) throw new Error("the measured showroom is not there");
  const ctx = { tenant, actor: { type: "visitor" }, db, clock: systemClock, requestId: "bench" } as const;
  const origin = new URL(appUrl);
  origin.hostname = MEASURED_HOST;
  const { query } = readListingAddress(new URLSearchParams());
  const answer = await listingAnswer({ ctx, tenant, origin: origin.origin, now: systemClock.now() }, query, []);
  await db.close();
  if (answer.type !== "page") throw new Error(`the listing answered with a ${answer.type}`);

  const assets = loadAssets();
  const { content, islands, head, showroom, preload, hasHeaderSearch } = answer.page;
  const parts = { head, showroom, preload, hasHeaderSearch, scripts: islands.map((island) => assets.url(island)) };
  return (
    <StorefrontDocument {...parts} cssText={assets.css("storefront.css")} faviconHref={null}>
      {content}
    </StorefrontDocument>
  );
}
