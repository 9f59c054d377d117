import { type Context, Hono } from "hono";
import {
  answerQuestion,
  createFaq,
  deleteFaq,
  dismissQuestion,
  getFaq,
  listFaqs,
  listOpenQuestions,
  moveFaq,
  updateFaq,
} from "@/backend/features/assistant";
import { NotFoundError } from "@/backend/platform/errors";
import { DeleteFaqPage, EditFaqPage, type FaqValues } from "@/frontend/dashboard/settings/faq-form";
import { FaqPage } from "@/frontend/dashboard/settings/faq-page";
import { formatAgo } from "@/frontend/dashboard/ui/time";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";
import { readForm, wrongFields } from "./form";

const PATH = "/dashboard/pengaturan/faq";
const EMPTY: FaqValues = { question: "", answer: "" };
type Errors = Record<string, string>;
/** The form that came back: the one below the list, or the one of a question. */
type Typed = { values?: FaqValues; errors?: Errors; question?: { id: string; values: FaqValues; errors: Errors } };

export function faqPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const page = (c: Context<DashboardEnv>, title: string, children: React.ReactNode, status: 200 | 422 = 200) =>
    dashboardPage(c, deps, { title, active: "pengaturan", status, children });

  const list = async (c: Context<DashboardEnv>, typed: Typed = {}) => {
    const { ctx, tenant } = c.var;
    const [faqs, open] = await Promise.all([listFaqs(ctx), listOpenQuestions(ctx)]);
    const questions = open.map(({ id, text, timesAsked, lastAskedAt }) => {
      const mine = typed.question?.id === id ? typed.question : null;
      const askedLabel = formatAgo(lastAskedAt, ctx.clock.now(), tenant.timezone);
      const { question = text, answer = "" } = mine?.values ?? {};
      return { id, text, timesAsked, askedLabel, question, answer, errors: mine?.errors ?? {} };
    });
    const { values = EMPTY, errors = {} } = typed;
    const isWrong = typed.errors || typed.question;
    return page(c, "FAQ", <FaqPage {...{ faqs, questions, values, errors }} />, isWrong ? 422 : 200);
  };

  return new Hono<DashboardEnv>()
    .get("/", (c) => list(c))
    .post("/", async (c) => {
      const { text } = await readForm(c);
      const values = { question: text("question"), answer: text("answer") };
      const errors = await wrongFields(() => createFaq(c.var.ctx, values));
      if (errors) return list(c, { values, errors });
      return seeOther(c, PATH, { kind: "ok", text: "FAQ ditambahkan. Asisten langsung memakainya." });
    })
    .post("/pertanyaan/:id", async (c) => {
      const id = knownQuestion(c);
      const { text } = await readForm(c);
      const values = { question: text(`question-${id}`), answer: text(`answer-${id}`) };
      const input = { questionId: id, answer: values.answer, asFaq: true, faqQuestion: values.question };
      const errors = await wrongFields(() => answerQuestion(c.var.ctx, input));
      if (errors) return list(c, { question: { id, values, errors } });
      return seeOther(c, PATH, { kind: "ok", text: "Jawaban tersimpan sebagai FAQ." });
    })
    .post("/pertanyaan/:id/abaikan", async (c) => {
      await dismissQuestion(c.var.ctx, knownQuestion(c));
      return seeOther(c, PATH, { kind: "ok", text: "Pertanyaan diabaikan." });
    })
    .get("/:id", async (c) => {
      const faq = await getFaq(c.var.ctx, c.req.param("id"));
      return page(c, "Ubah FAQ", <EditFaqPage id={faq.id} values={faq} errors={{}} />);
    })
    .post("/:id", async (c) => {
      const { id } = await getFaq(c.var.ctx, c.req.param("id"));
      const { text } = await readForm(c);
      const values = { question: text("question"), answer: text("answer") };
      const errors = await wrongFields(() => updateFaq(c.var.ctx, id, values));
      if (errors) return page(c, "Ubah FAQ", <EditFaqPage {...{ id, values, errors }} />, 422);
      return seeOther(c, PATH, { kind: "ok", text: "FAQ tersimpan." });
    })
    .post("/:id/urut", async (c) => {
      const { text } = await readForm(c);
      await moveFaq(c.var.ctx, c.req.param("id"), text("direction") === "up" ? "up" : "down");
      return seeOther(c, `${PATH}#faq-${c.req.param("id")}`);
    })
    .get("/:id/hapus", async (c) => {
      const { id, question } = await getFaq(c.var.ctx, c.req.param("id"));
      return page(c, "Hapus FAQ", <DeleteFaqPage id={id} question={question} />);
    })
    .post("/:id/hapus", async (c) => {
      await deleteFaq(c.var.ctx, c.req.param("id"));
      return seeOther(c, PATH, { kind: "ok", text: "FAQ dihapus." });
    });
}

/** An address with something that is no id leads nowhere. */
function knownQuestion(c: Context<DashboardEnv>): string {
  const id = c.req.param("id") ?? "";
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new NotFoundError("question");
  return id;
}
