import type { Clock } from "@/backend/platform/clock";
import { logger } from "@/backend/platform/logger";
import { type CircuitPass, createCircuit } from "./circuit";
import { type Deadline, startDeadline } from "./deadline";
import {
  type LanguageModel,
  type ModelAnswer,
  type ModelFailure,
  type ModelRequest,
  modelFailure,
  type TokenCount,
} from "./language-model";
import { type Scheduler, systemScheduler } from "./scheduler";

/** What a call may cost, and whom. */
export type CallBudget = {
  /** Takes one call; false when there is none left. */
  reserve(): Promise<boolean>;
  record(tokens: TokenCount): Promise<void>;
};

export type ModelCall = { budget: CallBudget /** Gives up earlier than the deadline. */; signal?: AbortSignal };

export type GuardedModel = {
  readonly name: string;
  /** Answers or fails within the deadline, never throws. Every attempt is taken from the budget. */
  complete(request: ModelRequest, call: ModelCall): Promise<ModelAnswer>;
};

export type GuardOptions = {
  model: LanguageModel;
  clock: Clock;
  /** For one call with all that belongs to it. */
  deadlineMs?: number;
  scheduler?: Scheduler;
  random?: () => number;
};

/** Less time than this is not worth another attempt. */
const SHORTEST_ATTEMPT_MS = 1_000;

/** A model as everybody uses it: one deadline, at most one retry where it may help, a circuit, a budget. */
export function createGuardedModel(options: GuardOptions): GuardedModel {
  const { model, clock, deadlineMs = 6_000, scheduler = systemScheduler, random = Math.random } = options;
  const circuit = createCircuit(clock);

  return {
    name: model.name,
    async complete(request, { budget, signal }) {
      const endsAt = clock.now().getTime() + deadlineMs;
      const deadline = startDeadline(scheduler, deadlineMs, signal);
      try {
        const first = await attempt(request, budget, deadline);
        const waitMs = first.ok ? null : retryDelayMs(first, random());
        const leftMs = endsAt - clock.now().getTime();
        if (waitMs === null || waitMs + SHORTEST_ATTEMPT_MS > leftMs || circuit.openForMs() > 0) return first;

        const waited = await deadline.race(
          new Promise<null>((resolve) => scheduler.after(waitMs, () => resolve(null))),
        );
        if (waited !== null) return waited;
        const second = await attempt(request, budget, deadline);
        return wasNotMade(second) ? first : second;
      } finally {
        deadline.clear();
      }
    },
  };

  async function attempt(request: ModelRequest, budget: CallBudget, deadline: Deadline): Promise<ModelAnswer> {
    const pass = circuit.enter();
    if (!pass) return modelFailure("circuit_open", "left alone for now", { retryAfterMs: circuit.openForMs() });
    const refusal = await whyNotPaid(budget, deadline);
    if (refusal) {
      pass.withdraw();
      return refusal;
    }
    const answer = await deadline.race(ask(request, deadline.signal));
    tell(pass, answer);
    const spent = answer.ok ? answer : answer.spent;
    if (spent) await deadline.race(record(budget, spent));
    return answer;
  }

  async function ask(request: ModelRequest, signal: AbortSignal): Promise<ModelAnswer> {
    try {
      return await model.complete(request, signal);
    } catch (error) {
      return modelFailure("invalid", `an unexpected ${error instanceof Error ? error.name : "error"}`);
    }
  }

  function tell(pass: CircuitPass, answer: ModelAnswer): void {
    pass.report(answer);
    if (answer.ok || answer.kind === "aborted") return;
    const { kind, reason } = answer;
    logger.warn("a language model failed", { model: model.name, kind, reason, pausedMs: circuit.openForMs() });
  }
}

/** A budget that cannot be asked is none: money is at stake. */
async function whyNotPaid(budget: CallBudget, deadline: Deadline): Promise<ModelFailure | null> {
  const granted = await deadline.race(reserve(budget));
  if (granted === true) return null;
  if (granted === false) return modelFailure("over_budget", "no calls left");
  return granted.kind === "aborted" ? granted : modelFailure("over_budget", "the budget did not answer");
}

async function reserve(budget: CallBudget): Promise<boolean | ModelFailure> {
  try {
    return await budget.reserve();
  } catch (error) {
    logger.error("the budget of a language model could not be asked", { error });
    return modelFailure("over_budget", "the budget could not be asked");
  }
}

async function record(budget: CallBudget, { inputTokens, outputTokens }: TokenCount): Promise<void> {
  try {
    await budget.record({ inputTokens, outputTokens });
  } catch (error) {
    logger.error("the tokens of a language model were not recorded", { error });
  }
}

/** Null: trying again would not help. The part by chance keeps many callers from coming back at once. */
function retryDelayMs({ kind, retryAfterMs }: ModelFailure, chance: number): number | null {
  if (kind === "rate") return retryAfterMs === undefined ? null : retryAfterMs + chance * 250;
  return kind === "unavailable" ? (retryAfterMs ?? 300) + chance * 400 : null;
}

function wasNotMade(answer: ModelAnswer): boolean {
  return !answer.ok && (answer.kind === "circuit_open" || answer.kind === "over_budget");
}
