import { type Context, Hono } from "hono";
import { z } from "zod";
import {
  getUser,
  inviteUser,
  issuePasswordLink,
  listUsers,
  mayManage,
  type PasswordLink,
  resetTotp,
  suspendUser,
  type UserView,
  updateUser,
} from "@/backend/features/accounts";
import { requireRole } from "@/backend/platform/actor";
import { NotFoundError } from "@/backend/platform/errors";
import { formatPhone } from "@/backend/platform/phone";
import { InvitePage } from "@/frontend/dashboard/accounts/invite-page";
import { LinkPage } from "@/frontend/dashboard/accounts/link-page";
import type { MemberValues } from "@/frontend/dashboard/accounts/member-form";
import { TeamPage } from "@/frontend/dashboard/accounts/team-page";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";
import { readForm } from "./form-values";
import { emptyMember, toChanges, toInvitation, typedMember } from "./member-form";
import { askBefore, memberChoices, memberPage } from "./member-page";
import { type Refusal, refusalOf } from "./refusal";

export const TEAM_PATH = "/dashboard/pengaturan/tim";

/** The team: who is in it, inviting, roles and rights, password links; mounted at /dashboard/pengaturan/tim. */
export function teamPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();
  app.use(async (c, next) => {
    requireRole(c.var.ctx.actor, "owner", "admin");
    await next();
  });

  app.get("/", (c) => teamPage(c, deps));

  app.get("/undang", (c) => invitePage(c, deps, emptyMember(), null));
  app.post("/undang", async (c) => {
    const values = typedMember(await readForm(c));
    try {
      const { user, link } = await inviteUser(deps, c.var.ctx, toInvitation(values));
      return linkPage(c, deps, user, link);
    } catch (error) {
      return invitePage(c, deps, values, refusalOf(c, error));
    }
  });

  app.get("/:id", async (c) => memberPage(c, deps, await getUser(c.var.ctx, idOf(c)), null));
  app.post("/:id", async (c) => {
    const values = typedMember(await readForm(c));
    const user = await getUser(c.var.ctx, idOf(c));
    try {
      await updateUser(c.var.ctx, { ...idOf(c), changes: toChanges(values) });
      return seeOther(c, TEAM_PATH, { kind: "ok", text: `Data ${values.name.trim()} tersimpan.` });
    } catch (error) {
      return memberPage(c, deps, user, { values, refusal: refusalOf(c, error) });
    }
  });

  app.post("/:id/tautan", async (c) => {
    const user = await getUser(c.var.ctx, idOf(c));
    try {
      return linkPage(c, deps, user, await issuePasswordLink(deps, c.var.ctx, idOf(c)));
    } catch (error) {
      return memberPage(c, deps, user, { refusal: refusalOf(c, error) });
    }
  });

  app.route("/", standingPages(deps));
  return app;
}

/** Suspending, taking back, and removing a lost second step; each asks first, or can be undone. */
function standingPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();

  app.get("/:id/nonaktifkan", async (c) => askBefore(c, deps, "suspend", await getUser(c.var.ctx, idOf(c))));
  app.post("/:id/nonaktifkan", async (c) => {
    const user = await getUser(c.var.ctx, idOf(c));
    try {
      await suspendUser(c.var.ctx, idOf(c));
    } catch (error) {
      return memberPage(c, deps, user, { refusal: refusalOf(c, error) });
    }
    const undo = { action: `${TEAM_PATH}/${user.id}/aktifkan`, fields: {}, label: "Urungkan" };
    return seeOther(c, TEAM_PATH, { kind: "ok", text: `${user.name} dinonaktifkan.`, undo });
  });
  app.post("/:id/aktifkan", async (c) => {
    const user = await updateUser(c.var.ctx, { ...idOf(c), changes: { status: "active" } });
    return seeOther(c, TEAM_PATH, { kind: "ok", text: `${user.name} aktif lagi.` });
  });

  app.get("/:id/reset-dua-langkah", async (c) => askBefore(c, deps, "reset-totp", await getUser(c.var.ctx, idOf(c))));
  app.post("/:id/reset-dua-langkah", async (c) => {
    await resetTotp(c.var.ctx, idOf(c));
    const user = await getUser(c.var.ctx, idOf(c));
    return seeOther(c, `${TEAM_PATH}/${user.id}`, { kind: "ok", text: `Dua langkah ${user.name} dimatikan.` });
  });
  return app;
}

/** What is no id is as little there as somebody else's. */
function idOf(c: Context): { userId: string } {
  const id = z.uuid().safeParse(c.req.param("id"));
  if (!id.success) throw new NotFoundError("user");
  return { userId: id.data };
}

async function teamPage(c: Context<DashboardEnv>, deps: DashboardDeps) {
  const { ctx, tenant } = c.var;
  const search = c.req.query("cari") ?? "";
  const page = Math.max(1, Math.trunc(Number(c.req.query("halaman"))) || 1);
  const result = await listUsers(ctx, { search: search.slice(0, 80), page });
  const members = result.users.map((user) => ({
    ...user,
    whatsappNumber: user.whatsappNumber && formatPhone(user.whatsappNumber),
    isManageable: mayManage(ctx.actor, user),
  }));
  const { total, totalPages } = result;
  const view = { members, search, page, total, totalPages, now: ctx.clock.now(), timezone: tenant.timezone };
  return dashboardPage(c, deps, { title: "Tim", active: "pengaturan", children: <TeamPage {...view} /> });
}

async function invitePage(
  c: Context<DashboardEnv>,
  deps: DashboardDeps,
  values: MemberValues,
  refusal: Refusal | null,
) {
  const choices = await memberChoices(c.var.ctx);
  const failed = { message: refusal?.message ?? null, errors: refusal?.errors ?? {} };
  return dashboardPage(c, deps, {
    title: "Undang anggota tim",
    active: "pengaturan",
    status: refusal?.status ?? 200,
    children: <InvitePage values={values} {...choices} {...failed} />,
  });
}

/** The link is shown by this answer only: it is kept nowhere. */
function linkPage(c: Context<DashboardEnv>, deps: DashboardDeps, user: UserView, link: PasswordLink) {
  const { tenant } = c.var;
  const view = { ...link, name: user.name, whatsappNumber: user.whatsappNumber, showroomName: tenant.name };
  return dashboardPage(c, deps, {
    title: "Tautan kata sandi",
    active: "pengaturan",
    scripts: ["copy-link.js"],
    children: <LinkPage {...view} timezone={tenant.timezone} />,
  });
}
