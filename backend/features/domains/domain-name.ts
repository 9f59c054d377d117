import { isIP } from "node:net";
import { domainToASCII } from "node:url";

/** A domain as it is kept: bare is without "www."; the form with it belongs to the same claim. */
export type DomainName = { bare: string; www: boolean };

/** Names nobody can own on the public internet (RFC 2606, 6761 and common home networks). */
const NEVER_PUBLIC = new Set([
  "localhost",
  "local",
  "internal",
  "lan",
  "home",
  "arpa",
  "onion",
  "invalid",
  "test",
  "example",
]);
/** Second levels under which names are sold: "co.id" is nobody's, "mobil.co.id" is an apex. */
const SECOND_LEVELS = new Set([
  "co",
  "or",
  "web",
  "my",
  "biz",
  "ac",
  "sch",
  "go",
  "net",
  "desa",
  "ponpes",
  "com",
  "org",
]);

/**
 * Reads a domain the way people paste it: with scheme, path, port, capitals, trailing dot, or letters beyond ASCII.
 * @returns the name, or a sentence (Indonesian) about what is wrong with it
 */
export function readDomainName(text: string, appDomain: string): DomainName | { problem: string } {
  const host = hostOf(text);
  if (isIP(host.replace(/^\[|\]$/g, ""))) return { problem: "Isi nama domain, bukan alamat IP." };
  const ascii = domainToASCII(host).toLowerCase().replace(/\.$/, "");
  const www = ascii.startsWith("www.");
  const bare = www ? ascii.slice("www.".length) : ascii;
  if (!isDomain(bare)) return { problem: "Tulis seperti ini: showroomanda.com" };
  if (bare === appDomain || bare.endsWith(`.${appDomain}`)) {
    return { problem: `Alamat ${appDomain} milik kami. Isi domain Anda sendiri.` };
  }
  if (isPublicSuffix(bare)) return { problem: `${bare} bukan nama domain yang lengkap.` };
  return { bare, www };
}

/** "mobil.com" and "mobil.co.id", not "toko.mobil.com": an apex cannot have a CNAME, and has a "www." beside it. */
export function isApex(bare: string): boolean {
  const labels = bare.split(".");
  return labels.length === 2 || (labels.length === 3 && isPublicSuffix(labels.slice(1).join(".")));
}

/** The host the showroom chose, and the other one of the pair; null where a "www." is not usual. */
export function hostPair({ bare, www }: DomainName): { primary: string; other: string | null } {
  const withWww = `www.${bare}`;
  if (www) return { primary: withWww, other: bare };
  return { primary: bare, other: isApex(bare) ? withWww : null };
}

function hostOf(text: string): string {
  const withoutScheme = text.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, "");
  const authority = withoutScheme.split(/[/?#\\]/)[0] ?? "";
  return authority.replace(/:\d*$/, "");
}

function isDomain(name: string): boolean {
  if (name.length > 253 || isIP(name)) return false;
  const labels = name.split(".");
  const topLevel = labels.at(-1) ?? "";
  if (labels.length < 2 || NEVER_PUBLIC.has(topLevel)) return false;
  return /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(topLevel) && labels.every(isLabel);
}

function isLabel(label: string): boolean {
  return /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label);
}

function isPublicSuffix(name: string): boolean {
  const [second = "", top = "", ...more] = name.split(".");
  return more.length === 0 && top.length === 2 && SECOND_LEVELS.has(second);
}
