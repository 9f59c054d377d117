import type { TenantProfile } from "@/backend/features/tenants";
import { themeOf } from "./theme";

/** The showroom's initial on its colour, for clients that ask for /favicon.ico whatever the page says. */
export function faviconSvg(tenant: TenantProfile): string {
  const { brand, brandContrast } = themeOf(tenant);
  const fill = /^#[0-9a-f]{3,6}$/i.test(brand) ? brand : "#1f3a5f";
  const letter = /\p{L}|\p{N}/u.exec(tenant.name)?.[0]?.toUpperCase() ?? "A";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${fill}"/><text x="16" y="22.5" font-family="Arial,sans-serif" font-size="19" font-weight="700" text-anchor="middle" fill="${brandContrast}">${letter}</text></svg>`;
}
