import type { Reply } from "@/backend/features/whatsapp";
import type { BotInput, Command, Facts, Flow, StepResult } from "./flow";
import type { StoredState } from "./state-store";

/** What a step led to, with the flow's own types kept inside. */
export type Transition = {
  flow: string;
  version: number;
  state: { step: string; context: unknown } | null;
  replies: Reply[];
  command: Command | undefined;
  /** The same flow's next step; only while `state` is not null. */
  next(input: BotInput, facts: Facts): Transition;
};

/** A stored state that its flow still understands. */
export type OpenedFlow = {
  flow: string;
  step: string;
  context: unknown;
  feed(input: BotInput, facts: Facts): Transition;
};

export function transition<Context>(flow: Flow<Context>, result: StepResult<Context>): Transition {
  const { state, replies, command } = result;
  return {
    flow: flow.name,
    version: flow.version,
    state,
    replies,
    command,
    next(input, facts) {
      if (!state) throw new Error(`flow ${flow.name} has ended`);
      return transition(flow, flow.step(state, input, facts));
    },
  };
}

/** null when the row is of another flow, or was written by another version of it. */
export function openFlow<Context>(flow: Flow<Context>, stored: StoredState): OpenedFlow | null {
  if (stored.flow !== flow.name || stored.version !== flow.version) return null;
  const context = flow.contextSchema.safeParse(stored.context);
  if (!context.success) return null;
  const state = { step: stored.step, context: context.data };
  return { flow: flow.name, ...state, feed: (input, facts) => transition(flow, flow.step(state, input, facts)) };
}
