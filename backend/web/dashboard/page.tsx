import type { Context } from "hono";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { countUnreadConversations } from "@/backend/features/insights";
import { type TenantProfile, tenantOrigin } from "@/backend/features/tenants";
import type { SessionEnv } from "@/backend/http/middleware/session";
import type { UserRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { DashboardDocument } from "@/frontend/dashboard/shell/dashboard-document";
import { Shell } from "@/frontend/dashboard/shell/shell";
import type { Section, ShellView } from "@/frontend/dashboard/shell/shell-view";
import type { DashboardDeps } from "./deps";
import { takeFlash } from "./flash";

export { type Flash, seeOther } from "./flash";

/** What a dashboard page finds in its context: the host's tenant and a ctx whose actor is the user who is logged in. */
export type DashboardEnv = SessionEnv;

export type DashboardPageOptions = {
  /** Of the browser's tab, without the showroom's name. */
  title: string;
  active: Section | null;
  /** Built names of the islands this page uses: "inbox.js". */
  scripts?: readonly string[];
  status?: 200 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;
  /** "full": the page takes the whole height and scrolls inside. */
  layout?: "page" | "full";
  children: ReactNode;
};

/** A page inside the shell: navigation, unread count, and the flash that `seeOther` left. */
export async function dashboardPage<E extends DashboardEnv>(
  c: Context<E>,
  deps: Pick<DashboardDeps, "assets" | "origin">,
  { title, active, scripts = [], status = 200, layout = "page", children }: DashboardPageOptions,
): Promise<Response> {
  const { tenant, ctx } = c.var;
  const shell = shellView(ctx, tenant, deps, active, await countUnreadConversations(ctx));
  const content = (
    <Shell shell={shell} flash={takeFlash(c)} layout={layout}>
      {children}
    </Shell>
  );
  const userId = ctx.actor.type === "user" ? ctx.actor.userId : null;
  return htmlResponse(c, deps, { title: `${title} · ${tenant.name}`, scripts, status, userId, children: content });
}

type BarePageOptions = Pick<DashboardPageOptions, "title" | "scripts" | "status" | "children"> & {
  /** "": everybody has logged out, nothing that was typed before is kept. */
  userId?: "" | null;
};

/** A page without the shell: log-in, setting a password, a fault before anybody is logged in. */
export function barePage(
  c: Context,
  deps: Pick<DashboardDeps, "assets">,
  { title, scripts = [], status = 200, userId = null, children }: BarePageOptions,
): Response {
  return htmlResponse(c, deps, { title, scripts, status, userId, children });
}

type PageOptions = Required<Omit<BarePageOptions, "userId">> & { userId: string | null };

/** Keeps what is typed: on pages with a form to keep, that say one was taken, or that everybody has logged out. */
const KEEP_FORMS = "keep-forms.js";
const NEEDS_KEEPING = /<form[^>]* data-keep=|<[^>]* data-took=|<body[^>]* data-user=""/;

const PAGE_HEADERS = {
  "Content-Security-Policy":
    "default-src 'self'; style-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "X-Robots-Tag": "noindex, nofollow",
  "Referrer-Policy": "same-origin",
};

function htmlResponse(c: Context, deps: Pick<DashboardDeps, "assets">, page: PageOptions): Response {
  const document = (
    <DashboardDocument
      title={page.title}
      stylesheet={deps.assets.url("dashboard.css")}
      scripts={[KEEP_FORMS, ...page.scripts].map((name) => deps.assets.url(name))}
      userId={page.userId}
    >
      {page.children}
    </DashboardDocument>
  );
  const html = renderToString(document);
  const kept = NEEDS_KEEPING.test(html) ? html : withoutScript(html, deps.assets.url(KEEP_FORMS));
  return c.html(`<!DOCTYPE html>${kept}`, page.status, PAGE_HEADERS);
}

/** Only the finished page tells whether it needs the script. */
function withoutScript(html: string, url: string): string {
  return html.replace(/<script[^>]*><\/script>/g, (tag) => (tag.includes(`"${url}"`) ? "" : tag));
}

const ROLE_LABELS: Record<UserRole, string> = { owner: "Pemilik", admin: "Admin", sales: "Sales" };

function shellView(
  { actor }: Ctx,
  tenant: TenantProfile,
  { origin }: Pick<DashboardDeps, "origin">,
  active: Section | null,
  unreadCount: number,
): ShellView {
  const role = actor.type === "user" ? actor.role : "sales";
  const mayReadReports = role !== "sales" || (actor.type === "user" && actor.permissions.includes("stats"));
  return {
    showroomName: tenant.name,
    siteHref: tenantOrigin(tenant, origin),
    userName: actor.type === "user" ? actor.name : "",
    roleLabel: ROLE_LABELS[role],
    sections: ["ringkasan", "stok", "leads", "inbox", ...(mayReadReports ? (["laporan"] as const) : []), "pengaturan"],
    active,
    unreadCount,
  };
}
