import { type Context, Hono } from "hono";
import { dismissQuestion, listOpenQuestions } from "@/backend/features/assistant";
import { answerWaitingQuestion } from "@/backend/features/conversations";
import { toAppError } from "@/backend/http/error-response";
import { inboxHref } from "@/frontend/dashboard/inbox/inbox-address";
import { type QuestionForm, QuestionsPage } from "@/frontend/dashboard/leads/questions-page";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";

const PATH = "/dashboard/leads/pertanyaan";
const QUESTION = "/:id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}" as const;
const TOLD = {
  sent: "Jawaban dikirim ke pelanggan.",
  unwanted: "Jawaban disimpan. Tidak dikirim: pelanggan minta tidak dihubungi.",
  nobody: "Jawaban disimpan. Tidak dikirim: chat pelanggan sudah tidak ada.",
  not_asked: "Jawaban disimpan.",
};

/** Mounted at /dashboard/leads/pertanyaan: owner and admin answer what the assistant could not. */
export function questionPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();
  app.get("/", (c) => render(c, deps, null));

  app.post(`${QUESTION}/jawab`, async (c) => {
    const form = await readForm(c, c.req.param("id"));
    const { id: questionId, answer, asFaq, send, faqQuestion } = form;
    const faq = { asFaq, ...(asFaq && faqQuestion && { faqQuestion }) };
    try {
      const { told } = await answerWaitingQuestion(c.var.ctx, { questionId, answer, ...faq, sendToCustomer: send });
      const alsoFaq = asFaq ? " Bot memakainya mulai sekarang." : "";
      return seeOther(c, PATH, { kind: "ok", text: TOLD[told] + alsoFaq });
    } catch (error) {
      const { code, userMessage, fields } = toAppError(error, c.var.requestId);
      if (code === "rule") return seeOther(c, PATH, { kind: "error", text: userMessage });
      if (code !== "validation") throw error;
      const errors = fields?.answer
        ? { ...fields, answer: "Tulis jawabannya dulu, paling panjang 1.000 huruf" }
        : (fields ?? {});
      return render(c, deps, { ...form, errors }, 422);
    }
  });

  app.post(`${QUESTION}/abaikan`, async (c) => {
    try {
      await dismissQuestion(c.var.ctx, c.req.param("id"));
    } catch (error) {
      const { code, userMessage } = toAppError(error, c.var.requestId);
      if (code !== "rule") throw error;
      return seeOther(c, PATH, { kind: "error", text: userMessage });
    }
    return seeOther(c, PATH, { kind: "ok", text: "Pertanyaan diabaikan." });
  });
  return app;
}

async function readForm(c: Context<DashboardEnv>, id: string): Promise<QuestionForm> {
  const body = await c.req.parseBody();
  const text = (name: string) => String(body[`${name}-${id}`] ?? "");
  const isOn = (name: string) => text(name) === "1";
  return {
    ...{ id, answer: text("answer"), faqQuestion: text("faqQuestion") },
    ...{ asFaq: isOn("asFaq"), send: isOn("send"), errors: {} },
  };
}

async function render(
  c: Context<DashboardEnv>,
  deps: Pick<DashboardDeps, "assets" | "origin">,
  form: QuestionForm | null,
  status: 200 | 422 = 200,
) {
  const { ctx, tenant } = c.var;
  const questions = (await listOpenQuestions(ctx)).map((question) => ({
    ...{ id: question.id, text: question.text, reason: question.reason, timesAsked: question.timesAsked },
    chatHref: question.conversationId && inboxHref({ chatId: question.conversationId }),
    lastAskedAt: question.lastAskedAt.toISOString(),
  }));
  const now = ctx.clock.now().toISOString();
  const children = <QuestionsPage questions={questions} form={form} timezone={tenant.timezone} now={now} />;
  const page = { title: "Pertanyaan", active: "leads" } as const;
  return dashboardPage(c, deps, { ...page, status, children });
}
