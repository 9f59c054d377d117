import { type Context, Hono } from "hono";
import {
  createBranch,
  deleteBranch,
  describeHours,
  getBranch,
  getOpeningHours,
  listBranches,
  updateBranch,
} from "@/backend/features/tenants";
import { formatPhone } from "@/backend/platform/phone";
import { BranchPage, type BranchValues, DeleteBranchPage } from "@/frontend/dashboard/settings/branch-page";
import { BranchesPage } from "@/frontend/dashboard/settings/branches-page";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";
import { type PostedForm, readForm, wrongFields } from "./form";
import { copyToAll, dayErrors, daysOf, readDays, weekOf } from "./week-form";

const PATH = "/dashboard/pengaturan/cabang";

export function branchPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const page = (c: Context<DashboardEnv>, title: string, children: React.ReactNode, status: 200 | 422 = 200) =>
    dashboardPage(c, deps, { title, active: "pengaturan", status, children });

  const form = async (c: Context<DashboardEnv>, branchId: string | null, values: BranchValues, errors = {}) => {
    const { week } = await getOpeningHours(c.var.ctx);
    const showroomHours = describeHours(week).map(({ days, hours }) => `${days} ${hours}`);
    const children = <BranchPage {...{ branchId, values, errors, showroomHours: showroomHours.join(" · ") }} />;
    return page(c, branchId ? values.name : "Cabang baru", children, Object.keys(errors).length > 0 ? 422 : 200);
  };

  const save = async (c: Context<DashboardEnv>, branchId: string | null) => {
    const posted = await readForm(c);
    const values = valuesOf(posted);
    if (posted.text("salin")) {
      const days = copyToAll(values.days, posted.text("copyFrom"));
      return form(c, branchId, { ...values, days, hoursMode: "own" });
    }
    const { hoursMode, days, ...fields } = values;
    const input = { ...fields, hours: hoursMode === "own" ? weekOf(days) : null };
    const { ctx } = c.var;
    const errors = await wrongFields(() => (branchId ? updateBranch(ctx, branchId, input) : createBranch(ctx, input)));
    if (errors) return form(c, branchId, values, dayErrors(errors));
    return seeOther(c, PATH, { kind: "ok", text: `Cabang ${values.name.trim()} tersimpan.` });
  };

  return new Hono<DashboardEnv>()
    .get("/", async (c) => {
      const rows = (await listBranches(c.var.ctx)).map((branch) => ({
        ...branch,
        place: [branch.address, branch.city].filter(Boolean).join(", "),
        hours: branch.hours ? "Jam sendiri" : "Sama dengan showroom",
      }));
      return page(c, "Cabang", <BranchesPage rows={rows} />);
    })
    .get("/baru", async (c) => {
      const { week } = await getOpeningHours(c.var.ctx);
      return form(c, null, { ...EMPTY, days: daysOf(week) });
    })
    .post("/baru", (c) => save(c, null))
    .get("/:id", async (c) => {
      const { ctx } = c.var;
      const branch = await getBranch(ctx, c.req.param("id"));
      const { week } = await getOpeningHours(ctx);
      const { name, address, city, mapsUrl, phone, hours } = branch;
      const values = { name, address, city, mapsUrl, phone: phone && formatPhone(phone) };
      return form(c, branch.id, { ...values, hoursMode: hours ? "own" : "showroom", days: daysOf(hours ?? week) });
    })
    .post("/:id", async (c) => {
      const { id } = await getBranch(c.var.ctx, c.req.param("id"));
      return save(c, id);
    })
    .get("/:id/hapus", async (c) => {
      const branch = await getBranch(c.var.ctx, c.req.param("id"));
      const others = (await listBranches(c.var.ctx)).filter(({ id }) => id !== branch.id);
      return page(c, `Hapus ${branch.name}`, <DeleteBranchPage {...branch} others={others} />);
    })
    .post("/:id/hapus", async (c) => {
      const { text } = await readForm(c);
      const branch = await getBranch(c.var.ctx, c.req.param("id"));
      await deleteBranch(c.var.ctx, branch.id, text("moveToId") || null);
      return seeOther(c, PATH, { kind: "ok", text: `Cabang ${branch.name} dihapus.` });
    });
}

const EMPTY = { name: "", address: "", city: "", mapsUrl: "", phone: "", hoursMode: "showroom" } as const;

function valuesOf(form: PostedForm): BranchValues {
  const { text } = form;
  return {
    name: text("name"),
    address: text("address"),
    city: text("city"),
    mapsUrl: text("mapsUrl"),
    phone: text("phone"),
    hoursMode: text("hoursMode") === "own" ? "own" : "showroom",
    days: readDays(form),
  };
}
