import { type Context, Hono } from "hono";
import { getShowroomProfile, updateShowroomProfile } from "@/backend/features/tenants";
import { formatPhone } from "@/backend/platform/phone";
import { ProfilePage, type ProfileValues } from "@/frontend/dashboard/settings/profile-page";
import type { FormState } from "@/frontend/dashboard/settings/settings-page";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";
import { readForm, wrongFields } from "./form";

export function profilePages(deps: DashboardDeps): Hono<DashboardEnv> {
  const show = (c: Context<DashboardEnv>, state: FormState<ProfileValues>, status: 200 | 422) =>
    dashboardPage(c, deps, { title: "Profil", active: "pengaturan", status, children: <ProfilePage {...state} /> });

  return new Hono<DashboardEnv>()
    .get("/", async (c) => {
      const profile = await getShowroomProfile(c.var.ctx);
      const phone = profile.phone && formatPhone(profile.phone);
      return show(c, { values: { ...profile, phone }, errors: {} }, 200);
    })
    .post("/", async (c) => {
      const { text } = await readForm(c);
      const values = {
        name: text("name"),
        tagline: text("tagline"),
        phone: text("phone"),
        email: text("email"),
        address: text("address"),
        city: text("city"),
        mapsUrl: text("mapsUrl"),
      };
      const errors = await wrongFields(() => updateShowroomProfile(c.var.ctx, values));
      if (errors) return show(c, { values, errors }, 422);
      return seeOther(c, "/dashboard/pengaturan/profil", { kind: "ok", text: "Profil tersimpan." });
    });
}
