import { domainToASCII } from "node:url";

export type HostSettings = {
  /** Tenants live at `<subdomain>.<appDomain>`. */
  appDomain: string;
  /** Only then is X-Forwarded-Host believed. */
  trustProxy: boolean;
};

export type HostMatch =
  | { type: "subdomain"; subdomain: string; host: string }
  | { type: "custom"; domain: string; host: string }
  | { type: "app"; host: string }
  | { type: "none" };

const RESERVED = new Set(["www", "app", "api", "admin", "dashboard", "static", "cdn"]);

/** Names that showrooms cannot have. */
export function isReservedSubdomain(subdomain: string): boolean {
  return RESERVED.has(subdomain);
}

/**
 * Which tenant a request is for, by its host alone: lower case, without port, trailing dot and leading `www.`,
 * internationalised names as their ASCII form. Says where to look; whether such a tenant exists is another question.
 */
export function tenantFromHost(
  headers: { host: string | null | undefined; forwardedHost?: string | null | undefined },
  settings: HostSettings,
): HostMatch {
  const forwarded = settings.trustProxy ? headers.forwardedHost?.split(",")[0] : undefined;
  const host = normalizeHost(forwarded ?? headers.host ?? "");
  if (!host) return { type: "none" };
  const appDomain = settings.appDomain.toLowerCase();

  const bare = host.startsWith("www.") ? host.slice(4) : host;
  if (bare === appDomain || bare === "127.0.0.1") return { type: "app", host };
  if (!bare.endsWith(`.${appDomain}`)) return { type: "custom", domain: bare, host };

  const subdomain = bare.slice(0, -appDomain.length - 1);
  if (subdomain.includes(".") || RESERVED.has(subdomain)) return { type: "none" };
  return { type: "subdomain", subdomain, host };
}

/** Canonical form of a host header, or "" when it is none: only letters, digits, dots and hyphens remain. */
function normalizeHost(header: string): string {
  const withoutPort = header.trim().replace(/:\d{1,5}$/, "");
  // Checked before the conversion too: that one reads a host as a URL does and drops what follows a slash.
  if (!/^[\p{L}\p{N}\p{M}.-]+$/u.test(withoutPort)) return "";
  const ascii = domainToASCII(withoutPort.replace(/\.$/, "")).toLowerCase();
  return /^(?!-)[a-z0-9.-]{1,253}$/.test(ascii) && !ascii.includes("..") ? ascii : "";
}
