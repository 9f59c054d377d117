import { describe, expect, test } from "bun:test";
import type { SafeFetchOptions } from "@/backend/platform/safe-fetch/safe-fetch";
import { SafeFetchError, type SafeFetchFailure } from "@/backend/platform/safe-fetch/safe-fetch-error";
import { serveZone, type Zone } from "@/backend/testing/domain-world";
import { createDomainProbe } from "./domain-probe";
import { createDomainResolver } from "./domain-resolver";

const zone: Zone = new Map();
const resolver = createDomainResolver([await serveZone(zone)]);

describe("asking a domain for its proof", () => {
  test("goes by https to the well-known address, and follows no redirect", async () => {
    const asked: [string, SafeFetchOptions][] = [];
    const probe = createDomainProbe(resolver, async (address, options) => {
      asked.push([address, options]);
      return { bytes: new TextEncoder().encode("satu\n dua \n\n") };
    });
    expect(await probe("mobil.com")).toEqual({ type: "tokens", tokens: ["satu", "dua"] });
    expect(asked[0]?.[0]).toBe("https://mobil.com/.well-known/autoleads");
    expect(asked[0]?.[1]).toMatchObject({ maxRedirects: 0, allowedHosts: [] });
  });

  test.each(["127.0.0.1", "10.0.0.5", "169.254.169.254", "192.168.1.1"])(
    "never reaches into our own network by a name of %s",
    async (address) => {
      zone.set("jahat.com", { a: ["93.184.215.14", address] });
      expect(await createDomainProbe(resolver)("jahat.com")).toEqual({ type: "private" });
    },
  );

  test("a name without address is unreachable", async () => {
    expect(await createDomainProbe(resolver)("tidak-ada.com")).toEqual({ type: "unreachable" });
  });

  test.each<[SafeFetchFailure, object, object]>([
    ["status", { status: 301 }, { type: "status", status: 301 }],
    ["timeout", {}, { type: "unreachable" }],
    ["too_large", {}, { type: "tokens", tokens: [] }],
    ["network", { cause: coded("ECONNREFUSED") }, { type: "unreachable" }],
    ["network", { cause: coded("ERR_TLS_CERT_ALTNAME_INVALID") }, { type: "certificate" }],
    ["network", { cause: coded("DEPTH_ZERO_SELF_SIGNED_CERT") }, { type: "certificate" }],
    ["network", { cause: coded("CERT_HAS_EXPIRED") }, { type: "certificate" }],
  ])("a failure %s %j is %j", async (failure, options, answer) => {
    const probe = createDomainProbe(resolver, () => Promise.reject(new SafeFetchError(failure, "mobil.com", options)));
    expect(await probe("mobil.com")).toMatchObject(answer);
  });
});

describe("asking the name servers", () => {
  test("hears at once what was corrected, however long the old record was to be kept", async () => {
    zone.set("_autoleads.baru.com", { txt: ["salah"] });
    expect(await resolver.txt("_autoleads.baru.com")).toEqual(["salah"]);
    zone.set("_autoleads.baru.com", { txt: ["benar"] });
    expect(await resolver.txt("_autoleads.baru.com")).toEqual(["benar"]);
  });

  test("no record is an empty answer, a server that fails is an error", async () => {
    expect(await resolver.txt("tidak-ada.com")).toEqual([]);
    zone.set("rusak.com", { broken: true });
    await expect(resolver.a("rusak.com")).rejects.toThrow();
  });
});

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}
