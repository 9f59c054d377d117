import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import {
  exportMessages,
  handBack,
  MAX_PHOTOS,
  readMessageMedia,
  resendMessage,
  settleAttention,
  takeOverMyself,
} from "@/backend/features/conversations";
import { tenantOrigin } from "@/backend/features/tenants";
import { jsonError, STATUS_OF, toAppError } from "@/backend/http/error-response";
import { AppError, NotFoundError } from "@/backend/platform/errors";
import { Inbox } from "@/frontend/dashboard/inbox/inbox";
import type { InboxView } from "@/frontend/dashboard/inbox/inbox-view";
import { answerForm, wantsJson } from "../answer-form";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";
import { inboxQuerySchema } from "./inbox-query";
import { inboxState } from "./inbox-state";
import { mediaResponse } from "./media-response";
import type { Typed } from "./open-chat";
import { quickReplyPages } from "./quick-reply-pages";
import { readSendForm, type SendForm, sendForm } from "./send-form";

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const CHAT = `/:id{${UUID}}` as const;

/** Mounted at /dashboard/inbox. */
export function inboxPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();

  app.get("/", async (c) => render(c, deps, await stateOf(c, deps, null)));
  app.get("/keadaan", async (c) => {
    const chatId = c.req.query("chat") ?? null;
    if (chatId && !new RegExp(`^${UUID}$`).test(chatId)) throw new NotFoundError("conversation");
    try {
      return c.json({ success: true, data: await stateOf(c, deps, chatId) });
    } catch (error) {
      return jsonError(c, error);
    }
  });
  app.get("/unduh", async (c) => {
    const csv = await exportMessages(c.var.ctx, { timezone: c.var.tenant.timezone });
    const name = `chat-${c.var.tenant.slug}.csv`;
    const disposition = `attachment; filename="${name}"`;
    return c.body(csv, 200, { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": disposition });
  });
  app.get(`/media${CHAT}`, async (c) => {
    const { objectStore, env } = deps;
    const photoDeps = { objectStore, maxBytes: env.MAX_FILE_SIZE, allowedHosts: env.MEDIA_ALLOWED_HOSTS };
    return mediaResponse(await readMessageMedia(c.var.ctx, photoDeps, { messageId: c.req.param("id") }));
  });
  app.route("/balasan-cepat", quickReplyPages(deps));

  app.get(CHAT, async (c) => render(c, deps, await stateOf(c, deps, c.req.param("id"))));
  app.post(
    `${CHAT}/kirim`,
    bodyLimit({ maxSize: deps.env.MAX_FILE_SIZE * MAX_PHOTOS + 1_000_000, onError: tooLarge }),
    (c) => send(c, deps, c.req.param("id")),
  );
  app.post(`${CHAT}/ambil`, (c) =>
    act(c, async (conversationId) => {
      await takeOverMyself(c.var.ctx, { conversationId });
      return "Chat ini sekarang Anda yang pegang. Bot diam.";
    }),
  );
  app.post(`${CHAT}/kembalikan`, (c) =>
    act(c, async (conversationId) => {
      await handBack(c.var.ctx, { conversationId, by: "dashboard" });
      return "Chat dikembalikan ke bot.";
    }),
  );
  app.post(`${CHAT}/beres`, (c) =>
    act(c, async (conversationId) => {
      await settleAttention(c.var.ctx, { conversationId });
      return "Ditandai sudah beres.";
    }),
  );
  app.post(`${CHAT}/ulang`, (c) =>
    act(c, async () => {
      const { messageId } = await c.req.parseBody();
      await resendMessage(c.var.ctx, { messageId: String(messageId) });
      return "Pesan dikirim ulang.";
    }),
  );
  return app;
}

type InboxContext = Context<DashboardEnv>;

function stateOf(c: InboxContext, deps: DashboardDeps, chatId: string | null, typed?: Typed): Promise<InboxView> {
  const query = inboxQuerySchema.parse(c.req.query());
  const siteUrl = tenantOrigin(c.var.tenant, deps.origin);
  const marksRead = c.req.query("dibaca") !== "0";
  return inboxState(c.var.ctx, c.var.tenant, { ...query, chatId }, { siteUrl, marksRead, ...(typed && { typed }) });
}

function render(c: InboxContext, deps: DashboardDeps, view: InboxView, status: 200 | 413 | 422 = 200) {
  const children = (
    <div className="min-h-0 flex-1" data-island="inbox" data-props={JSON.stringify(view)}>
      <Inbox view={view} />
    </div>
  );
  const title = view.open ? view.open.chat.name : "Inbox";
  return dashboardPage(c, deps, { title, active: "inbox", scripts: ["inbox.js"], layout: "full", status, children });
}

/** On a wrong input the page comes back with everything typed; photos have to be chosen again, and that is said. */
async function send(c: InboxContext, deps: DashboardDeps, conversationId: string): Promise<Response> {
  const path = `/dashboard/inbox/${conversationId}`;
  let form: SendForm | null = null;
  try {
    form = await readSendForm(c);
    const sent = await sendForm(c, deps, conversationId, form);
    return wantsJson(c) ? c.json({ success: true, data: sent }, 202) : seeOther(c, path);
  } catch (error) {
    if (wantsJson(c)) return jsonError(c, error);
    const { code, userMessage, fields } = toAppError(error, c.var.requestId);
    if (code === "not_found" || code === "forbidden" || code === "internal") throw error;
    const sentence = Object.values(fields ?? {})[0] ?? userMessage;
    const again = form && form.photos.length > 0 ? ` Pilih lagi ${form.photos.length} fotonya.` : "";
    const view = await stateOf(c, deps, conversationId, { text: form?.text ?? "", error: sentence + again });
    return render(c, deps, view, STATUS_OF[code] === 413 ? 413 : 422);
  }
}

function act(c: Context<DashboardEnv, string>, work: (conversationId: string) => Promise<string>): Promise<Response> {
  const conversationId = c.req.param("id") ?? "";
  return answerForm(c, `/dashboard/inbox/${conversationId}`, async () => ({
    kind: "ok",
    text: await work(conversationId),
  }));
}

function tooLarge(): never {
  throw new AppError("too_large", "photos too large", { userMessage: "Fotonya terlalu besar. Kirim beberapa kali." });
}
