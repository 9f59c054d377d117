import type { Context } from "hono";
import { STATUS_OF, toAppError } from "@/backend/http/error-response";
import { MessagePage, type MessagePageProps } from "@/frontend/dashboard/shell/message-page";
import type { DashboardDeps } from "./deps";
import { barePage, type DashboardEnv, type DashboardPageOptions, dashboardPage } from "./page";

const TITLES: Record<MessagePageProps["kind"], string> = {
  "not-found": "Tidak ditemukan",
  forbidden: "Tidak ada akses",
  error: "Ada gangguan",
};

/** A thrown error as a page: inside the shell when somebody is logged in. An unknown error shows only its request's id. */
export async function errorPage<E extends DashboardEnv>(
  c: Context<E>,
  deps: Pick<DashboardDeps, "assets" | "origin">,
  error: unknown,
): Promise<Response> {
  const { code, userMessage } = toAppError(error, c.var.requestId);
  const kind = code === "not_found" ? "not-found" : code === "forbidden" ? "forbidden" : "error";
  const children = (
    <MessagePage
      kind={kind}
      message={kind === "error" && code !== "internal" ? userMessage : null}
      requestId={code === "internal" ? c.var.requestId : null}
    />
  );
  const page = { title: TITLES[kind], status: pageStatus(STATUS_OF[code]), children };
  const isLoggedIn = c.var.ctx?.actor.type === "user";
  if (!isLoggedIn) return barePage(c, deps, page);
  // The shell asks the database; when that is what failed, the page comes without it.
  return dashboardPage(c, deps, { ...page, active: null }).catch(() => barePage(c, deps, page));
}

function pageStatus(status: number): NonNullable<DashboardPageOptions["status"]> {
  const known = ([403, 404, 409, 413, 422, 429, 503] as const).find((one) => one === status);
  return known ?? (status < 500 ? 422 : 500);
}
