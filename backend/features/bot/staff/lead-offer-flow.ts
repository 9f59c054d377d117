import { z } from "zod";
import { ask, type Flow, type StepResult, say } from "../flow";

const contextSchema = z.object({});
type Context = z.infer<typeof contextSchema>;

export type OfferReply = { answer: "take" | "skip"; offerId: string };

/**
 * `1` / AMBIL or `2` / SKIP to a lead that was offered. What came of it is said by the hand-over itself, to whoever is
 * concerned. Nothing of it is kept here: the offers are.
 */
export const leadOfferFlow: Flow<Context> = {
  name: "lead_offer",
  version: 1,
  contextSchema,
  step(_state, input) {
    return input.type === "refused" ? say(null, input.message) : say(null);
  },
};

export function startOfferReply(reply: OfferReply, deviceId: string): StepResult<Context> {
  return ask({ step: "answering", context: {} }, { type: "answer_offer", ...reply, deviceId });
}
