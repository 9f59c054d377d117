import { loadKnowledge } from "@/backend/features/assistant";
import type { Turn, TurnAnswer } from "@/backend/features/whatsapp";
import type { Ctx } from "@/backend/platform/ctx";
import { type CustomerDeps, nextMemory, recordOf, remember, type Site } from "./answer-customer";
import { wantsToSeeData } from "./data-wish";
import { type Memory, recallCustomer } from "./memory";
import type { Showroom } from "./talk";
import { type Thought, think } from "./think";

/** Staff who try the customer's side are answered the same, and only remembered: no lead, no search, nobody is told. */
export async function thinkForTryout(
  deps: CustomerDeps,
  ctx: Ctx,
  turn: Turn,
  site: Site,
): Promise<(ctx: Ctx) => Promise<TurnAnswer>> {
  const { id } = turn.conversation;
  const memory = await recallCustomer(ctx, id);
  const knowledge = await loadKnowledge(ctx);
  if (!knowledge.settings.customerChat) return async () => ({ replies: [] });
  const thought = await thinkUnseen(deps, ctx, turn, { ...site, knowledge }, memory);
  const text = wordsOf(thought);
  return async (joinedCtx) => {
    await remember(joinedCtx, id, nextMemory(thought));
    return { ...recordOf(thought), replies: [...(text ? [{ text }] : []), ...thought.answer.images] };
  };
}

/** What it looks for is not in the log of searches: it is nobody's wish. */
export function thinkUnseen(deps: CustomerDeps, ctx: Ctx, turn: Turn, showroom: Showroom, memory: Memory) {
  const silent = { ...deps, searchLog: { ...deps.searchLog, record: () => undefined } };
  return think(silent, ctx, turn, showroom, memory, "ok");
}

/** What a customer would be told; nothing is erased and nobody opts out. */
export function wordsOf({ understood, answer, say }: Thought): string {
  if (understood.reading.intents.includes("erase_data")) {
    return wantsToSeeData(understood.text)
      ? say.dataSummary("• (uji coba: tidak ada data yang disimpan)")
      : say.erased();
  }
  return understood.reading.intents.includes("opt_out") ? say.optedOut() : answer.text;
}
