import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { type AdminEnv, adminFailures, adminRouter, jsonBody, okJson } from "@/backend/http/admin-api";
import { ValidationError } from "@/backend/platform/errors";
import { type BrandingDeps, getBranding, updateBranding } from "./branding";
import { businessHoursSchema, holidaysSchema } from "./business-hours";
import { getOpeningHours, hoursSchema, updateBusinessHours } from "./opening-hours";
import { profileSchema } from "./schemas";
import { getShowroomProfile, updateShowroomProfile } from "./showroom-profile";

const tags = ["Settings: showroom"];
const profileView = z
  .object({
    name: z.string(),
    tagline: z.string(),
    phone: z.string(),
    email: z.string(),
    address: z.string(),
    city: z.string(),
    mapsUrl: z.string(),
  })
  .openapi("ShowroomProfile");
const verdict = z
  .object({
    color: z.string(),
    textColor: z.string(),
    ratio: z.number(),
    isReadable: z.boolean(),
    suggestion: z.string().nullable(),
  })
  .openapi("ContrastVerdict");
const brandingView = z
  .object({
    primaryColor: z.string(),
    secondaryColor: z.string(),
    logo: z.object({ src: z.string(), srcSet: z.string(), width: z.number(), height: z.number() }).nullable(),
    contrast: z.object({ primary: verdict, secondary: verdict }),
  })
  .openapi("Branding");
/** `logo`: base64 of a png, jpg or webp file, or null to take it away. */
const brandingBody = z.object({
  primaryColor: z.string("Pilih warnanya.").optional(),
  secondaryColor: z.string("Pilih warnanya.").optional(),
  logo: z.string("Logo dikirim sebagai base64.").max(4_200_000, "Ukuran logo paling besar 3 MB.").nullable().optional(),
});
const hoursView = z
  .object({ timezone: z.string(), week: businessHoursSchema, holidays: holidaysSchema })
  .openapi("OpeningHours");

/** Profile, branding and hours; under /settings. */
export function adminSettingsRoutes(deps: BrandingDeps): OpenAPIHono<AdminEnv> {
  return adminRouter()
    .openapi(
      createRoute({
        method: "get",
        path: "/profile",
        tags,
        summary: "What the public sees of the showroom",
        responses: { 200: okJson(profileView), ...adminFailures },
      }),
      async (c) => c.json({ success: true as const, data: await getShowroomProfile(c.get("ctx")) }, 200),
    )
    .openapi(
      createRoute({
        method: "put",
        path: "/profile",
        tags,
        summary: "Change it; fields that are not given stay",
        request: { body: jsonBody(profileSchema) },
        responses: { 200: okJson(profileView), ...adminFailures },
      }),
      async (c) => {
        const data = await updateShowroomProfile(c.get("ctx"), c.req.valid("json"));
        return c.json({ success: true as const, data }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/branding",
        tags,
        summary: "Colours with their contrast, and the logo",
        responses: { 200: okJson(brandingView), ...adminFailures },
      }),
      async (c) => c.json({ success: true as const, data: await getBranding(c.get("ctx")) }, 200),
    )
    .openapi(
      createRoute({
        method: "put",
        path: "/branding",
        tags,
        summary: "Change colours or logo; an unreadable colour is refused with the nearest that passes",
        request: { body: jsonBody(brandingBody) },
        responses: { 200: okJson(brandingView), ...adminFailures },
      }),
      async (c) => {
        const { logo, ...colors } = c.req.valid("json");
        const bytes = typeof logo === "string" ? fromBase64(logo) : logo;
        const data = await updateBranding(deps, c.get("ctx"), {
          ...colors,
          ...(bytes !== undefined && { logo: bytes }),
        });
        return c.json({ success: true as const, data }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/hours",
        tags,
        summary: "Time zone, week and holidays",
        responses: { 200: okJson(hoursView), ...adminFailures },
      }),
      async (c) => c.json({ success: true as const, data: await getOpeningHours(c.get("ctx")) }, 200),
    )
    .openapi(
      createRoute({
        method: "put",
        path: "/hours",
        tags,
        summary: "Change them; parts that are not given stay",
        request: { body: jsonBody(hoursSchema) },
        responses: { 200: okJson(hoursView), ...adminFailures },
      }),
      async (c) => {
        const data = await updateBusinessHours(c.get("ctx"), c.req.valid("json"));
        return c.json({ success: true as const, data }, 200);
      },
    );
}

function fromBase64(text: string): Uint8Array {
  const base64 = text.replace(/^data:[a-z/+.-]+;base64,/, "");
  if (!/^[A-Za-z0-9+/\s]+={0,2}$/.test(base64)) throw new ValidationError({ logo: "Logo dikirim sebagai base64." });
  return Buffer.from(base64, "base64");
}
