import { beforeEach, describe, expect, test } from "bun:test";
import { OUR_ADDRESS, openDomainWorld } from "@/backend/testing/domain-world";
import { testClock } from "@/backend/testing/test-database";
import { checkDomain } from "./check-domain";
import type { DomainCheck } from "./domain-report";
import { verdictOf } from "./domain-report";

const TOKEN = "0123456789abcdef0123456789abcdef01234567";
const world = await openDomainWorld(testClock());
const { zone, web } = world;

const claim = {
  domain: { bare: "mobilhebat.com", www: false },
  token: TOKEN,
  subdomain: "hebat",
  state: { status: "pending", failures: 0, verifiedAt: null, healthySince: null },
  report: null,
} as const;

beforeEach(() => {
  zone.clear();
  zone.set("autoleads.id", { a: [OUR_ADDRESS] });
  web.clear();
});

async function check(domain: { bare: string; www: boolean } = claim.domain) {
  const checks = await checkDomain(world.deps, { ...claim, domain });
  const named = (name: DomainCheck["name"]) => checks.find((one) => one.name === name);
  return {
    verdict: verdictOf(checks),
    txt: named("txt"),
    pointing: named("pointing"),
    proof: named("wellKnown"),
    www: named("www"),
  };
}

function pointAtUs(): void {
  zone.set("_autoleads.mobilhebat.com", { txt: [TOKEN] });
  zone.set("mobilhebat.com", { a: [OUR_ADDRESS] });
  zone.set("www.mobilhebat.com", { cname: "hebat.autoleads.id", a: [OUR_ADDRESS] });
  for (const host of ["mobilhebat.com", "www.mobilhebat.com"]) web.set(host, { type: "tokens", tokens: ["x", TOKEN] });
}

describe("everything set", () => {
  test("passes with every check", async () => {
    pointAtUs();
    const { verdict, txt, pointing, proof, www } = await check();
    expect(verdict).toBe("passed");
    expect([txt, pointing, proof, www].map((one) => one?.ok)).toEqual([true, true, true, true]);
  });

  test("passes behind a proxy that hides our address", async () => {
    pointAtUs();
    zone.set("mobilhebat.com", { a: ["104.16.0.1", "104.16.0.2"] });
    const { verdict, pointing } = await check();
    expect(verdict).toBe("passed");
    expect(pointing).toMatchObject({ ok: true, found: ["A 104.16.0.1", "A 104.16.0.2", "lewat proxy"] });
  });

  test("passes without the partner, and says that its visitors are lost", async () => {
    pointAtUs();
    zone.delete("www.mobilhebat.com");
    web.delete("www.mobilhebat.com");
    const { verdict, www } = await check();
    expect(verdict).toBe("passed");
    expect(www).toMatchObject({ ok: false, wanted: "CNAME www.mobilhebat.com = hebat.autoleads.id" });
  });

  test("with www chosen asks www, and the bare name is the partner", async () => {
    pointAtUs();
    const { verdict, proof, www } = await check({ bare: "mobilhebat.com", www: true });
    expect(verdict).toBe("passed");
    expect(proof?.wanted).toContain("https://www.mobilhebat.com/");
    expect(www?.wanted).toBe(`A mobilhebat.com = ${OUR_ADDRESS}`);
  });
});

describe("a check that fails names the record that is wanted and what was found", () => {
  test("nothing set at all", async () => {
    const { verdict, txt, pointing, proof } = await check();
    expect(verdict).toBe("failed");
    expect(txt).toMatchObject({ ok: false, wanted: `TXT _autoleads.mobilhebat.com = ${TOKEN}`, found: [] });
    expect(pointing).toMatchObject({ ok: false, wanted: `A mobilhebat.com = ${OUR_ADDRESS}`, found: [] });
    expect(proof).toMatchObject({ ok: false, found: ["Tidak ada jawaban"] });
  });

  test("another token", async () => {
    pointAtUs();
    zone.set("_autoleads.mobilhebat.com", { txt: ["lain"] });
    expect((await check()).txt).toMatchObject({ ok: false, found: ["lain"] });
  });

  test("the record under a doubled name, or at the domain itself", async () => {
    zone.set("_autoleads.mobilhebat.com.mobilhebat.com", { txt: [TOKEN] });
    expect((await check()).txt?.advice).toContain("cukup isi _autoleads");
    zone.clear();
    zone.set("mobilhebat.com", { txt: ["v=spf1 -all", TOKEN] });
    expect((await check()).txt?.advice).toContain("Ganti namanya");
  });

  test("an address of ours beside a stranger's", async () => {
    pointAtUs();
    zone.set("mobilhebat.com", { a: [OUR_ADDRESS], aaaa: ["2606:4700::1"] });
    const { verdict, pointing } = await check();
    expect(pointing).toMatchObject({ ok: false, found: [`A ${OUR_ADDRESS}`, "AAAA 2606:4700::1"] });
    expect(pointing?.advice).toContain("2606:4700::1");
    expect(verdict).toBe("passed");
  });

  test.each([
    [{ type: "status", status: 301 } as const, "Dialihkan", "forwarding"],
    [{ type: "status", status: 404 } as const, "HTTP 404", "server lain"],
    [{ type: "certificate" } as const, "Sertifikat", "Full"],
    [{ type: "tokens", tokens: ["lain"] } as const, "bukan dengan kode", "belum untuk showroom Anda"],
  ])("an address that answers %j", async (answer, found, advice) => {
    pointAtUs();
    web.set("mobilhebat.com", "tokens" in answer ? { type: "tokens", tokens: [...answer.tokens] } : answer);
    const { verdict, proof } = await check();
    expect(verdict).toBe("failed");
    expect(proof?.found[0]).toContain(found);
    expect(proof?.advice).toContain(advice);
  });
});

test("name servers that do not answer prove nothing, neither good nor bad", async () => {
  pointAtUs();
  zone.set("_autoleads.mobilhebat.com", { broken: true });
  const { verdict, txt } = await check();
  expect(txt).toMatchObject({ ok: false, unknown: true });
  expect(verdict).toBe("unknown");
  web.delete("mobilhebat.com");
  expect((await check()).verdict).toBe("failed");
});
