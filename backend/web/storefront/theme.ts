import { readableOn, type TenantProfile } from "@/backend/features/tenants";
import type { ThemeView } from "@/frontend/storefront/showroom-view";

/** The tenant's colours and the text colour that is easier to read on the first one. */
export function themeOf({
  primaryColor,
  secondaryColor,
}: Pick<TenantProfile, "primaryColor" | "secondaryColor">): ThemeView {
  return { brand: primaryColor, brandContrast: readableOn(primaryColor), accent: secondaryColor };
}
