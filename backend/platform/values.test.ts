import { describe, expect, test } from "bun:test";
import { createEncryption, equalsInConstantTime } from "./encryption";
import { formatRupiah, formatRupiahShort, toSafeInteger } from "./money";
import { formatPhone, normalizePhone } from "./phone";

describe("phone numbers", () => {
  test.each([
    ["081234567890", "6281234567890"],
    ["+62 812-3456-7890", "6281234567890"],
    ["81234567890", "6281234567890"],
    ["6281234567890@c.us", "6281234567890"],
    ["6281234567890:12@s.whatsapp.net", "6281234567890"],
    ["65 9123 4567", "6591234567"],
  ])("%s is %s", (text, phone) => {
    expect(normalizePhone(text)).toBe(phone);
  });

  test.each(["", "abc", "0812", "1".repeat(20)])("%p is none", (text) => {
    expect(normalizePhone(text)).toBeNull();
  });

  test("are shown the Indonesian way", () => {
    expect(formatPhone("6281234567890")).toBe("0812-3456-7890");
  });
});

describe("money", () => {
  test("is written as Indonesians write it", () => {
    expect(formatRupiah(185_000_000)).toBe("Rp 185.000.000");
    expect(formatRupiahShort(187_500_000)).toBe("Rp 187,5 jt");
    expect(formatRupiahShort(1_200_000_000)).toBe("Rp 1,2 M");
  });

  test("never loses a rupiah on the way to JSON", () => {
    expect(toSafeInteger(9_007_199_254_740_991n)).toBe(9_007_199_254_740_991);
    expect(() => toSafeInteger(9_007_199_254_740_993n)).toThrow(RangeError);
  });
});

describe("secrets at rest", () => {
  const encryption = createEncryption("k".repeat(32));

  test("come back as they were, and look different each time", () => {
    const [first, second] = [encryption.encrypt("token"), encryption.encrypt("token")];
    expect(first).not.toBe(second);
    expect([encryption.decrypt(first), encryption.decrypt(second)]).toEqual(["token", "token"]);
  });

  test("cannot be read with another key or after a change", () => {
    const sealed = encryption.encrypt("token");
    expect(() => createEncryption("other".repeat(8)).decrypt(sealed)).toThrow();
    expect(() => encryption.decrypt(`${sealed.slice(0, -2)}AA`)).toThrow();
  });

  test("are compared whatever their lengths", () => {
    expect(equalsInConstantTime("a", "a")).toBe(true);
    expect(equalsInConstantTime("a", "ab")).toBe(false);
  });
});
