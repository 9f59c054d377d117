import { Hono } from "hono";
import { type TestChatAnswer, testChat } from "@/backend/features/bot";
import { tenantOrigin } from "@/backend/features/tenants";
import { requireRole } from "@/backend/platform/actor";
import type { FieldErrors } from "@/backend/platform/errors";
import { TestChatPage, type TestTurn } from "@/frontend/dashboard/settings/test-chat-page";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage } from "../page";
import { attempt, readForm } from "./form";
import { intentLabel } from "./intent-labels";
import { factsInWords } from "./test-chat-facts";
import { carry, readCarried } from "./test-chat-state";

const MOST_TURNS = 20;

/** The conversation travels with the form: nothing of a try is kept. */
export function testChatPages(deps: DashboardDeps): Hono<DashboardEnv> {
  return new Hono<DashboardEnv>()
    .get("/", async (c) => {
      requireRole(c.var.ctx.actor, "owner", "admin");
      const carried = carry({ chatId: crypto.randomUUID(), turns: [], memory: undefined });
      const children = <TestChatPage turns={[]} text="" error={undefined} carried={carried} />;
      return dashboardPage(c, deps, { title: "Uji chat", active: "pengaturan", children });
    })
    .post("/", async (c) => {
      const { ctx, tenant } = c.var;
      const { text } = await readForm(c);
      const state = readCarried(text);
      const site = { tenant, siteUrl: tenantOrigin(tenant, deps.origin) };
      const typed = text("text");
      const answer = await attempt(() =>
        testChat(deps, ctx, { text: typed, chatId: state.chatId, memory: state.memory }, site),
      );
      const next = answer.ok ? { ...state, ...after(state.turns, typed, answer.value) } : state;
      const children = (
        <TestChatPage
          turns={next.turns}
          text={answer.ok ? "" : typed}
          error={answer.ok ? undefined : sentenceOf(answer.errors)}
          carried={carry(next)}
        />
      );
      return dashboardPage(c, deps, {
        title: "Uji chat",
        active: "pengaturan",
        status: answer.ok ? 200 : 422,
        children,
      });
    });
}

function after(turns: readonly TestTurn[], text: string, answer: TestChatAnswer) {
  const { reply, images, intents, confidence, isModelCalled, memory } = answer;
  const facts = factsInWords(answer);
  const turn = { text, reply, images, intents: intents.map(intentLabel), confidence, isModelCalled, facts };
  return { turns: [...turns, turn].slice(-MOST_TURNS), memory };
}

function sentenceOf(errors: FieldErrors): string {
  return errors.text ?? "Percakapan ini tidak bisa dilanjutkan. Mulai lagi, ya.";
}
