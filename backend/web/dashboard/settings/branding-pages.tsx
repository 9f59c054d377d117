import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { renderLogo } from "@/backend/features/photos";
import { getBranding, judgeColor, updateBranding } from "@/backend/features/tenants";
import { AppError, type FieldErrors } from "@/backend/platform/errors";
import { BrandingPage, type BrandingValues, type VerdictView } from "@/frontend/dashboard/settings/branding-page";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";
import { readForm, wrongFields } from "./form";

const PATH = "/dashboard/pengaturan/tampilan";
/** Above the largest logo, so that a logo a little too large is told so at its field. */
const MAX_BODY_BYTES = 12 * 1024 * 1024;

export function brandingPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const show = async (
    c: Context<DashboardEnv>,
    tried: Partial<BrandingValues>,
    errors: FieldErrors,
    status: 200 | 422,
  ) => {
    const { logo, primaryColor, secondaryColor } = await getBranding(c.var.ctx);
    const values = {
      primaryColor: tried.primaryColor ?? primaryColor,
      secondaryColor: tried.secondaryColor ?? secondaryColor,
    };
    const { name, tagline } = c.var.tenant;
    const { textColor } = judgeColor(values.primaryColor);
    const preview = {
      name,
      tagline,
      primary: drawable(values.primaryColor),
      secondary: drawable(values.secondaryColor),
      textColor,
      logo,
    };
    const verdicts = [verdictOf("Warna utama", values.primaryColor), verdictOf("Warna kedua", values.secondaryColor)];
    const children = <BrandingPage {...{ values, errors, logo, preview, verdicts }} />;
    return dashboardPage(c, deps, {
      title: "Tampilan",
      active: "pengaturan",
      scripts: ["branding.js"],
      status,
      children,
    });
  };

  return new Hono<DashboardEnv>()
    .get("/", (c) => {
      const { primaryColor, secondaryColor } = c.req.query();
      return show(c, { ...(primaryColor && { primaryColor }), ...(secondaryColor && { secondaryColor }) }, {}, 200);
    })
    .post("/", bodyLimit({ maxSize: MAX_BODY_BYTES, onError: refuseBody }), async (c) => {
      const { text, file } = await readForm(c);
      const colors = { primaryColor: text("primaryColor"), secondaryColor: text("secondaryColor") };
      const upload = file("logo");
      const logo = text("hapusLogo") ? null : upload ? new Uint8Array(await upload.arrayBuffer()) : undefined;
      const errors = await wrongFields(() =>
        updateBranding({ ...deps, renderLogo }, c.var.ctx, { ...colors, ...(logo !== undefined && { logo }) }),
      );
      if (errors) return show(c, colors, errors, 422);
      return seeOther(c, PATH, { kind: "ok", text: "Tampilan tersimpan. Situs Anda sudah berubah." });
    });
}

function verdictOf(label: string, color: string): VerdictView {
  const { ratio, isReadable, suggestion } = judgeColor(color);
  return { label, ratio: ratio.toLocaleString("id-ID"), isReadable, suggestion };
}

/** What is no colour does not get into the drawing. */
function drawable(color: string): string {
  return /^#[0-9a-f]{3,6}$/i.test(color) ? color : "#1f3a5f";
}

function refuseBody(): never {
  throw new AppError("too_large", "logo form over the limit", {
    userMessage: "File terlalu besar. Ukuran logo paling besar 3 MB.",
  });
}
