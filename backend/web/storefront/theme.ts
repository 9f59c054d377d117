import type { TenantProfile } from "@/backend/features/tenants";
import type { ThemeView } from "@/frontend/storefront/showroom-view";

/** The tenant's colours and the text colour that is easier to read on the first one. */
export function themeOf({
  primaryColor,
  secondaryColor,
}: Pick<TenantProfile, "primaryColor" | "secondaryColor">): ThemeView {
  return { brand: primaryColor, brandContrast: readableOn(primaryColor), accent: secondaryColor };
}

const ink = "#15171c";

/** White or near-black, whichever has the higher contrast (WCAG 2). */
function readableOn(color: string): string {
  const luminance = luminanceOf(color);
  const onWhite = 1.05 / (luminance + 0.05);
  const onInk = (luminance + 0.05) / (luminanceOf(ink) + 0.05);
  return onWhite >= onInk ? "#ffffff" : ink;
}

function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(color).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(color: string): number[] {
  const digits = /^#(?:[0-9a-f]{3}){1,2}$/i.test(color) ? color.slice(1) : "1f3a5f";
  const long = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  return [0, 2, 4].map((start) => Number.parseInt(long.slice(start, start + 2), 16));
}
