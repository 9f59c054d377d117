import { afterAll, describe, expect, test } from "bun:test";
import { createApp } from "@/backend/app";
import { createDeps } from "@/backend/deps";
import { claimDomain, removeDomain, verifyDomain } from "@/backend/features/domains";
import { jobHandlers } from "@/backend/jobs";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { openDomainWorld } from "./domain-world";
import { owner, testClock, testCtx } from "./test-database";
import { createShowroom, createTestDeps } from "./test-showroom";

const DAY_MS = 86_400_000;
const clock = testClock();
const world = await openDomainWorld(clock);
const deps = await createTestDeps(
  { clock, domains: world.deps },
  { APP_DOMAIN: "autoleads.id", APP_URL: "https://autoleads.id" },
);
const app = createApp(deps);
/** Another instance on the same database. */
const otherDeps = await createDeps({ ...deps.env }, databaseUrl(), { clock, domains: world.deps });
const otherApp = createApp(otherDeps);
afterAll(() => otherDeps.close());

const room = await createShowroom(deps, { subdomain: "hebat" });
const ctx = testCtx(deps.db, room.tenant, owner, clock);

type Asked = { host: string; path?: string; method?: string };

async function ask({ host, path = "/", method = "GET" }: Asked, through = app) {
  const response = await through.request(`http://${host}${path}`, { method, headers: { host } });
  return { status: response.status, location: response.headers.get("location"), text: await response.text() };
}

async function proofOf(host: string): Promise<string[]> {
  const { status, text } = await ask({ host, path: "/.well-known/autoleads" });
  return status === 200 ? text.trim().split("\n") : [];
}

/** What the world sees once the owner has set every record: the domain's web server is this app. */
async function pointHere(domain: string, token: string): Promise<void> {
  world.zone.set(`_autoleads.${domain}`, { txt: [token] });
  for (const host of [domain, `www.${domain}`]) world.web.set(host, { type: "tokens", tokens: await proofOf(host) });
}

describe("from claim to redirect", () => {
  test("a pending domain answers with its token alone, and serves nobody", async () => {
    const { claim } = await claimDomain(ctx, deps.domains, { customDomain: "www.mobilhebat.com" });
    const token = claim?.records[0]?.value ?? "";
    for (const host of ["mobilhebat.com", "www.mobilhebat.com"]) {
      expect(await proofOf(host)).toEqual([token]);
      expect((await ask({ host })).status).toBe(404);
    }
    for (const host of ["hebat.autoleads.id", "autoleads.id", "lain.com"]) expect(await proofOf(host)).toEqual([]);
    expect(await ask({ host: "hebat.autoleads.id" })).toMatchObject({ status: 200, location: null });
    await pointHere("mobilhebat.com", token);
  });

  test("verified, it serves in the chosen form on every instance, and the other addresses lead there", async () => {
    for (const each of [app, otherApp]) await ask({ host: "hebat.autoleads.id" }, each);
    await verifyDomain(ctx, deps.domains);
    await until(async () => (await ask({ host: "hebat.autoleads.id" }, otherApp)).status === 307);

    for (const each of [app, otherApp]) {
      expect((await ask({ host: "www.mobilhebat.com" }, each)).status).toBe(200);
      for (const host of ["hebat.autoleads.id", "mobilhebat.com"]) {
        expect(await ask({ host, path: "/mobil?brand=Toyota&q=a%20b" }, each)).toMatchObject({
          status: 307,
          location: "https://www.mobilhebat.com/mobil?brand=Toyota&q=a%20b",
        });
      }
    }
    expect(await proofOf("mobilhebat.com")).toHaveLength(1);
  });

  test("canonical, sharing and sitemap name the domain", async () => {
    const host = "www.mobilhebat.com";
    const { text } = await ask({ host });
    expect(text).toContain(`<link rel="canonical" href="https://${host}/"`);
    expect(text).toContain(`property="og:url" content="https://${host}/"`);
    expect(text).not.toContain("hebat.autoleads.id");
    expect((await ask({ host, path: "/sitemap.xml" })).text).toContain(`<loc>https://${host}/mobil</loc>`);
    expect((await ask({ host, path: "/robots.txt" })).text).toContain(`Sitemap: https://${host}/sitemap.xml`);
  });

  test("programs and the dashboard stay where they were told to go", async () => {
    const host = "hebat.autoleads.id";
    expect((await ask({ host, path: "/api/cars" })).status).toBe(200);
    expect((await ask({ host, path: "/health" })).status).toBe(200);
    expect((await ask({ host, path: "/dashboard" })).location ?? "").not.toContain("mobilhebat.com");
    expect((await ask({ host, path: "/mobil", method: "POST" })).location).toBeNull();
  });

  test("after a healthy week the redirect is permanent", async () => {
    clock.advance(7 * DAY_MS);
    expect((await ask({ host: "hebat.autoleads.id" })).status).toBe(301);
  });

  test("after three bad days the subdomain serves again and the owner has a message, until it recovers", async () => {
    const working = world.web.get("www.mobilhebat.com");
    world.web.set("www.mobilhebat.com", { type: "unreachable" });
    for (const status of [307, 307, 200]) {
      await nextDay();
      expect((await ask({ host: "hebat.autoleads.id" })).status).toBe(status);
    }
    expect((await ask({ host: "www.mobilhebat.com" })).status).toBe(404);
    expect(await textsToOwner()).toEqual([expect.stringContaining("https://hebat.autoleads.id")]);

    if (working) world.web.set("www.mobilhebat.com", working);
    await nextDay();
    expect((await ask({ host: "hebat.autoleads.id" })).status).toBe(307);
    expect(await textsToOwner()).toEqual([expect.any(String), expect.stringContaining("aktif lagi")]);
  });

  test("removed, the showroom is at its subdomain alone", async () => {
    await removeDomain(ctx);
    expect((await ask({ host: "hebat.autoleads.id" })).status).toBe(200);
    expect((await ask({ host: "www.mobilhebat.com" })).status).toBe(404);
    expect(await proofOf("www.mobilhebat.com")).toEqual([]);
  });
});

test("two showrooms may claim one domain: both tokens are shown, and only the proved one serves", async () => {
  const second = await createShowroom(deps, { subdomain: "maju" });
  const secondCtx = testCtx(deps.db, second.tenant, owner, clock);
  const first = await claimDomain(ctx, deps.domains, { customDomain: "rebutan.com" });
  const other = await claimDomain(secondCtx, deps.domains, { customDomain: "rebutan.com" });
  const tokens = [first, other].map(({ claim }) => claim?.records[0]?.value ?? "");
  expect((await proofOf("rebutan.com")).sort()).toEqual([...tokens].sort());

  await pointHere("rebutan.com", tokens[1] ?? "");
  expect((await verifyDomain(ctx, deps.domains)).claim?.status).toBe("pending");
  expect((await verifyDomain(secondCtx, deps.domains)).claim?.status).toBe("verified");
  expect((await ask({ host: "hebat.autoleads.id" })).status).toBe(200);
  expect((await ask({ host: "maju.autoleads.id" })).location).toBe("https://rebutan.com/");
});

/** The scheduler's job and then every check it set; they are spread over hours. */
async function nextDay(): Promise<void> {
  clock.advance(DAY_MS);
  const handlers = jobHandlers(deps);
  await handlers["schedule-rechecks"]({});
  const { rows } = await deps.db.pool.query<{ data: { tenantId: number } }>(
    "DELETE FROM pgboss.job WHERE name = 'recheck-domain' RETURNING data",
  );
  for (const { data } of rows) await handlers["recheck-domain"](data);
}

async function textsToOwner(): Promise<string[]> {
  const messages = await withTenant(ctx, (tx) =>
    tx.message.findMany({ where: { direction: "outbound", text: { contains: "Domain" } }, orderBy: { seq: "asc" } }),
  );
  return messages.map(({ text }) => text);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await isSo()) return;
    await Bun.sleep(20);
  }
  throw new Error("it did not happen");
}

function databaseUrl(): string {
  const { options } = deps.db.pool;
  return options.connectionString ?? "";
}
