import type { Turn } from "@/backend/features/whatsapp";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import type { Facts } from "../flow";
import { runCommand } from "../run-command";
import { deleteState, type StoredState, saveState } from "../state-store";
import type { Transition } from "../transition";
import { askForPin, needsPin } from "./pin";

const MAX_STEPS = 12;

/** What was said to get to the first transition, and the states before it; `isPinTold`: with this very message. */
export type Said = { text: string; stored: readonly StoredState[]; isPinTold: boolean };

/**
 * Feeds outcomes back until the flow has nothing more to ask, then keeps or clears its state. What wants a PIN first
 * leaves the flow where it was. Returns what is answered.
 */
export async function follow(
  tx: Tx,
  ctx: Ctx,
  turn: Turn,
  { first, said, facts }: { first: Transition; said: Said; facts: Facts },
): Promise<string[]> {
  const { id: conversationId } = turn.conversation;
  const texts = first.replies.map(({ text }) => text);
  let present = first;
  for (let steps = 0; present.command; steps++) {
    if (steps === MAX_STEPS) throw new Error(`flow ${present.flow} does not come to an end`);
    if (!said.isPinTold && (await needsPin(ctx, present.command, said.stored))) {
      return [await askForPin(tx, ctx, conversationId, { ...said, flow: present.flow })];
    }
    const outcome = await runCommand(tx, ctx, present.command, facts.siteUrl);
    present = present.next(outcome, facts);
    texts.push(...present.replies.map(({ text }) => text));
  }

  const { flow, version, state } = present;
  if (!state) await deleteState(tx, ctx, conversationId, flow);
  else {
    const context = JSON.parse(JSON.stringify(state.context));
    await saveState(tx, ctx, conversationId, { flow, version, step: state.step, context });
  }
  return texts;
}
