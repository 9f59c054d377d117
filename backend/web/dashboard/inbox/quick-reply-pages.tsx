import { type Context, Hono } from "hono";
import { addQuickReply, deleteQuickReply, editQuickReply, listQuickReplies } from "@/backend/features/conversations";
import { toAppError } from "@/backend/http/error-response";
import { requireRole } from "@/backend/platform/actor";
import { NotFoundError } from "@/backend/platform/errors";
import { QuickRepliesPage, type QuickReplyForm } from "@/frontend/dashboard/inbox/quick-replies-page";
import { ConfirmForm } from "@/frontend/dashboard/ui/form";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";

const PATH = "/dashboard/inbox/balasan-cepat";

/** Mounted at /dashboard/inbox/balasan-cepat: owner and admin keep what the team says often. */
export function quickReplyPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();

  app.get("/", async (c) => {
    requireRole(c.var.ctx.actor, "owner", "admin");
    const replies = await listQuickReplies(c.var.ctx);
    const edited = replies.find(({ id }) => id === c.req.query("ubah"));
    const form = { id: edited?.id ?? null, shortcut: edited?.shortcut ?? "", text: edited?.text ?? "", errors: {} };
    return render(c, deps, form);
  });

  app.post("/", async (c) => {
    const body = await c.req.parseBody();
    const [id, shortcut, text] = [body.id, body.shortcut, body.text].map((value) => String(value ?? ""));
    const reply = { shortcut: shortcut ?? "", text: text ?? "" };
    try {
      if (id) await editQuickReply(c.var.ctx, { id, ...reply });
      else await addQuickReply(c.var.ctx, reply);
      return seeOther(c, PATH, { kind: "ok", text: "Balasan cepat disimpan." });
    } catch (error) {
      const { code, userMessage, fields } = toAppError(error, c.var.requestId);
      if (code !== "validation" && code !== "rule") throw error;
      return render(c, deps, { id: id || null, ...reply, errors: fields ?? { text: userMessage } }, 422);
    }
  });

  app.get("/hapus/:id", async (c) => {
    const reply = (await listQuickReplies(c.var.ctx)).find(({ id }) => id === c.req.param("id"));
    if (!reply) throw new NotFoundError("quick reply");
    const children = (
      <ConfirmForm
        action={`${PATH}/hapus/${reply.id}`}
        title={`Hapus balasan /${reply.shortcut}?`}
        submitLabel="Hapus"
        cancelHref={PATH}
      >
        Balasan ini tidak bisa dipakai tim lagi. Pesan yang sudah terkirim tidak berubah.
      </ConfirmForm>
    );
    return dashboardPage(c, deps, { title: "Hapus balasan cepat", active: "inbox", children });
  });

  app.post("/hapus/:id", async (c) => {
    await deleteQuickReply(c.var.ctx, { id: c.req.param("id") });
    return seeOther(c, PATH, { kind: "ok", text: "Balasan cepat dihapus." });
  });
  return app;
}

async function render(c: Context<DashboardEnv>, deps: DashboardDeps, form: QuickReplyForm, status: 200 | 422 = 200) {
  const replies = await listQuickReplies(c.var.ctx);
  const children = <QuickRepliesPage replies={replies} form={form} />;
  return dashboardPage(c, deps, { title: "Balasan cepat", active: "inbox", status, children });
}
