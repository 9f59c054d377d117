import type { Context } from "hono";
import { mayManage, type UserView } from "@/backend/features/accounts";
import { listBranches } from "@/backend/features/tenants";
import type { Ctx } from "@/backend/platform/ctx";
import type { MemberChoices, MemberValues } from "@/frontend/dashboard/accounts/member-form";
import { MemberPage } from "@/frontend/dashboard/accounts/member-page";
import { ConfirmForm } from "@/frontend/dashboard/ui/form";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage } from "../page";
import { memberValues } from "./member-form";
import type { Refusal } from "./refusal";

/** What can be chosen for somebody: the showroom's branches, and the roles this person may give. */
export async function memberChoices(ctx: Ctx): Promise<MemberChoices> {
  const branches = await listBranches(ctx);
  const isOwner = ctx.actor.type === "user" && ctx.actor.role === "owner";
  return { branches: branches.map(({ id, name }) => ({ id, name })), mayGiveRoles: isOwner };
}

type Failed = { values?: MemberValues; refusal: Refusal };

export async function memberPage(
  c: Context<DashboardEnv>,
  deps: DashboardDeps,
  user: UserView,
  failed: Failed | null,
): Promise<Response> {
  const { ctx, tenant } = c.var;
  const isSelf = ctx.actor.type === "user" && ctx.actor.userId === user.id;
  const isOwner = ctx.actor.type === "user" && ctx.actor.role === "owner";
  return dashboardPage(c, deps, {
    title: user.name,
    active: "pengaturan",
    status: failed?.refusal.status ?? 200,
    children: (
      <MemberPage
        user={user}
        values={failed?.values ?? memberValues(user)}
        choices={await memberChoices(ctx)}
        may={{ edit: mayManage(ctx.actor, user), resetTotp: isOwner && !isSelf, suspend: !isSelf }}
        timezone={tenant.timezone}
        message={failed?.refusal.message ?? null}
        errors={failed?.refusal.errors ?? {}}
      />
    ),
  });
}

const QUESTIONS = {
  suspend: {
    title: (name: string) => `Nonaktifkan ${name}?`,
    text: "Orang ini langsung keluar dari semua perangkat dan tidak bisa masuk lagi, juga tidak bisa memberi perintah lewat WhatsApp. Lead dan riwayatnya tetap ada. Akun bisa diaktifkan lagi kapan saja.",
    submitLabel: "Nonaktifkan",
    path: "nonaktifkan",
  },
  "reset-totp": {
    title: (name: string) => `Matikan dua langkah ${name}?`,
    text: "Lakukan ini hanya bila orangnya kehilangan ponsel dan kode cadangan. Setelah itu masuk cukup dengan kata sandi, sampai diaktifkan lagi.",
    submitLabel: "Matikan dua langkah",
    path: "reset-dua-langkah",
  },
};

/** The page that asks before something that hurts. */
export function askBefore(
  c: Context<DashboardEnv>,
  deps: DashboardDeps,
  what: keyof typeof QUESTIONS,
  user: UserView,
): Promise<Response> {
  const { title, text, submitLabel, path } = QUESTIONS[what];
  const home = `/dashboard/pengaturan/tim/${user.id}`;
  const children = (
    <ConfirmForm action={`${home}/${path}`} title={title(user.name)} submitLabel={submitLabel} cancelHref={home}>
      <p>{text}</p>
    </ConfirmForm>
  );
  return dashboardPage(c, deps, { title: title(user.name), active: "pengaturan", children });
}
