import { describe, expect, test } from "bun:test";
import { redirectToPrimary } from "./primary-host";
import { tenantFromHost } from "./tenant-from-host";

const SETTINGS = { appDomain: "autoleads.id", trustProxy: false };
const NOW = new Date("2026-11-20T03:00:00Z");
const HOSTS = [
  "hebat.autoleads.id",
  "www.hebat.autoleads.id",
  "mobil.com",
  "www.mobil.com",
  "lain.autoleads.id",
  "lain.com",
];
const DAYS_HEALTHY = [null, 0, 6.99, 7, 400];

type Row = { status: "none" | "pending" | "verified" | "failed"; www: boolean; daysHealthy: number | null };

const rows: Row[] = (["none", "pending", "verified", "failed"] as const).flatMap((status) =>
  [true, false].flatMap((www) => DAYS_HEALTHY.map((daysHealthy) => ({ status, www, daysHealthy }))),
);

/** The showroom "hebat" as the directory finds it by a host; null where nobody lives. */
function find(row: Row, host: string) {
  const match = tenantFromHost({ host }, SETTINGS);
  const isVerified = row.status === "verified";
  const isHere =
    (match.type === "subdomain" && match.subdomain === "hebat") ||
    (match.type === "custom" && isVerified && match.domain === "mobil.com");
  const { daysHealthy } = row;
  const domainHealthySince = daysHealthy === null ? null : new Date(NOW.getTime() - daysHealthy * 86_400_000);
  const customDomain = isVerified ? (row.www ? "www.mobil.com" : "mobil.com") : null;
  return isHere ? { match, tenant: { customDomain, domainHealthySince } } : null;
}

function redirect(row: Row, address: string, method = "GET") {
  const url = new URL(address);
  const found = find(row, url.host);
  return found && redirectToPrimary({ match: found.match, method, url }, found.tenant, NOW);
}

const VERIFIED: Row = { status: "verified", www: false, daysHealthy: 1 };

describe("no redirect goes round in circles, whatever the state of the domain", () => {
  test.each(rows)("$status, www $www, healthy for $daysHealthy days", (row) => {
    for (const host of HOSTS) {
      const visited: string[] = [];
      let next: string | null = `https://${host}/mobil?brand=Toyota`;
      while (next) {
        expect(visited).not.toContain(next);
        visited.push(next);
        next = redirect(row, next)?.location ?? null;
      }
      expect(visited.length).toBeLessThanOrEqual(2);
      const last = new URL(visited.at(-1) ?? "");
      expect(last.pathname + last.search).toBe("/mobil?brand=Toyota");
      if (visited.length === 2) expect(last.host).toBe(row.www ? "www.mobil.com" : "mobil.com");
    }
  });

  test("only a verified domain moves anybody", () => {
    for (const row of rows.filter(({ status }) => status !== "verified")) {
      for (const host of HOSTS) expect(redirect(row, `https://${host}/`)).toBeNull();
    }
  });
});

describe("a visitor of the subdomain", () => {
  test("is sent to the domain with path and query, for the time being until it was healthy for a week", () => {
    const at = (daysHealthy: number | null) =>
      redirect({ ...VERIFIED, daysHealthy }, "http://hebat.autoleads.id:3000/avanza-a01?utm=wa&x=%2F");
    const location = "https://mobil.com/avanza-a01?utm=wa&x=%2F";
    expect(at(null)).toEqual({ location, status: 307 });
    expect(at(6.99)).toEqual({ location, status: 307 });
    expect(at(7)).toEqual({ location, status: 301 });
  });

  test("stays for whatever changes something, and for what machines and the dashboard ask", () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      expect(redirect(VERIFIED, "https://hebat.autoleads.id/mobil", method)).toBeNull();
    }
    for (const path of [
      "/api/cars",
      "/webhook/fonnte/x",
      "/health",
      "/.well-known/autoleads",
      "/media/photos/1/a.jpg",
      "/dashboard",
      "/dashboard/stok",
    ]) {
      expect(redirect(VERIFIED, `https://hebat.autoleads.id${path}`)).toBeNull();
    }
    expect(redirect(VERIFIED, "https://hebat.autoleads.id/apidae-2020-a01")?.status).toBe(307);
    expect(redirect(VERIFIED, "https://hebat.autoleads.id/mobil", "HEAD")?.status).toBe(307);
  });

  test("cannot be sent to a stranger by a path that looks like a host", () => {
    for (const path of ["//evil.com/", "/\\evil.com", "/@evil.com", "/%2F%2Fevil.com"]) {
      const location = redirect(VERIFIED, `https://hebat.autoleads.id${path}`)?.location ?? "";
      expect(new URL(location).host).toBe("mobil.com");
    }
  });
});
