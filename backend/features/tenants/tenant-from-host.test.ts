import { describe, expect, test } from "bun:test";
import { tenantFromHost } from "./tenant-from-host";

const settings = { appDomain: "autoleads.id", trustProxy: false };

describe("a host is read the same however it is written", () => {
  test.each([
    ["showroom-surabaya.autoleads.id", "showroom-surabaya"],
    ["showroom-surabaya.autoleads.id:3000", "showroom-surabaya"],
    ["SHOWROOM-Surabaya.AutoLeads.ID", "showroom-surabaya"],
    ["showroom-surabaya.autoleads.id.", "showroom-surabaya"],
    ["showroom-surabaya.autoleads.id.:3000", "showroom-surabaya"],
    ["www.showroom-surabaya.autoleads.id", "showroom-surabaya"],
  ])("%s is the subdomain %s", (host, subdomain) => {
    expect(tenantFromHost({ host }, settings)).toMatchObject({ type: "subdomain", subdomain });
  });

  test.each([
    ["mobilsurabaya.com", "mobilsurabaya.com"],
    ["www.mobilsurabaya.com", "mobilsurabaya.com"],
    ["WWW.MobilSurabaya.com.:443", "mobilsurabaya.com"],
    ["mobilé.com", "xn--mobil-fsa.com"],
    ["autoleads.id.evil.com", "autoleads.id.evil.com"],
    ["notautoleads.id", "notautoleads.id"],
  ])("%s is the domain %s", (host, domain) => {
    expect(tenantFromHost({ host }, settings)).toMatchObject({ type: "custom", domain });
  });

  test.each(["autoleads.id", "www.autoleads.id", "AUTOLEADS.ID:3000"])("%s is the app itself", (host) => {
    expect(tenantFromHost({ host }, settings).type).toBe("app");
  });
});

describe("a host that is none is no tenant", () => {
  test.each([
    "",
    " ",
    "a.b.autoleads.id",
    "admin.autoleads.id",
    "..autoleads.id",
    "-x.autoleads.id",
    "a/b.autoleads.id",
    "a@b.autoleads.id",
    "a b.autoleads.id",
    "x".repeat(300),
  ])("%p", (host) => {
    expect(tenantFromHost({ host }, settings).type).toBe("none");
  });

  test("a missing host header", () => {
    expect(tenantFromHost({ host: undefined }, settings).type).toBe("none");
  });
});

describe("a forwarded host counts only when the configuration trusts the proxy", () => {
  const headers = { host: "malang-jaya.autoleads.id", forwardedHost: "showroom-surabaya.autoleads.id, proxy.local" };

  test("not trusted", () => {
    expect(tenantFromHost(headers, settings)).toMatchObject({ subdomain: "malang-jaya" });
  });

  test("trusted: the first one", () => {
    expect(tenantFromHost(headers, { ...settings, trustProxy: true })).toMatchObject({
      subdomain: "showroom-surabaya",
    });
  });
});
