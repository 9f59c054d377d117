import { describe, expect, test } from "bun:test";
import { hostPair, isApex, readDomainName } from "./domain-name";

const read = (text: string) => readDomainName(text, "autoleads.id");

describe("a domain is read the way people paste it", () => {
  test.each([
    ["mobilhebat.com", "mobilhebat.com", false],
    ["  MobilHebat.COM. ", "mobilhebat.com", false],
    ["https://www.mobilhebat.co.id/mobil?x=1#a", "mobilhebat.co.id", true],
    ["http://mobilhebat.com:8080/", "mobilhebat.com", false],
    ["www.mobilhebat.com", "mobilhebat.com", true],
    ["toko.mobilhebat.com", "toko.mobilhebat.com", false],
    ["mobilé.com", "xn--mobil-fsa.com", false],
    ["notautoleads.id", "notautoleads.id", false],
  ])("%s", (text, bare, www) => {
    expect(read(text)).toEqual({ bare, www });
  });

  test.each([
    "",
    "mobilhebat",
    "127.0.0.1",
    "0x7f.1",
    "2130706433",
    "[::1]",
    "::1",
    "http://10.0.0.1/",
    "localhost",
    "rumah.local",
    "mobil.test",
    "co.id",
    "www.co.id",
    "autoleads.id",
    "lain.autoleads.id",
    "https://x.autoleads.id/",
    "mobil hebat.com",
    "mobil_hebat.com",
    "-mobil.com",
    "mobil..com",
    "mobil.123",
    "user@mobil.com",
    `${"a".repeat(64)}.com`,
    "javascript:alert(1)",
  ])("%j is refused with a sentence", (text) => {
    expect(read(text)).toEqual({ problem: expect.any(String) });
  });
});

test("an apex has a www beside it, a deeper name has none unless it was asked for", () => {
  expect(["mobil.com", "mobil.co.id", "toko.mobil.com", "toko.mobil.co.id"].map(isApex)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(hostPair({ bare: "mobil.co.id", www: false })).toEqual({ primary: "mobil.co.id", other: "www.mobil.co.id" });
  expect(hostPair({ bare: "mobil.com", www: true })).toEqual({ primary: "www.mobil.com", other: "mobil.com" });
  expect(hostPair({ bare: "toko.mobil.com", www: false })).toEqual({ primary: "toko.mobil.com", other: null });
});
