import { afterAll, beforeAll, beforeEach, describe, expect, spyOn, test } from "bun:test";
import { setLogLevel } from "@/backend/platform/logger";
import { createManualTime } from "@/backend/testing/fake-models/manual-time";
import { type CallBudget, createGuardedModel } from "./guarded-model";
import {
  type LanguageModel,
  type ModelAnswer,
  type ModelFailureKind,
  modelFailure,
  type TokenCount,
} from "./language-model";
import { question } from "./test-requests";

beforeAll(() => setLogLevel("error"));
afterAll(() => setLogLevel("info"));

const good: ModelAnswer = { ok: true, text: "Ada, kak.", model: "m", inputTokens: 10, outputTokens: 5 };
const fail = (kind: ModelFailureKind, retryAfterMs?: number) =>
  modelFailure(kind, "x", retryAfterMs === undefined ? {} : { retryAfterMs });

type Step = ModelAnswer | "hang" | "throw";

let time = createManualTime();
let script: Step[] = [];
let lasting: Step = good;
let calls = 0;
let budgetLeft = 1_000;
let recorded: TokenCount[] = [];
let guarded = createGuardedModel({ model: scripted(), clock: time, scheduler: time });

beforeEach(() => {
  time = createManualTime();
  script = [];
  lasting = good;
  calls = 0;
  budgetLeft = 1_000;
  recorded = [];
  guarded = createGuardedModel({ model: scripted(), clock: time, scheduler: time, random: () => 0 });
});

/** Deaf to its signal: the guard must not depend on that. */
function scripted(): LanguageModel {
  return {
    name: "scripted:m",
    complete: () => {
      calls += 1;
      const step = script.shift() ?? lasting;
      if (step === "throw") throw new Error("a secret");
      return step === "hang" ? new Promise(() => {}) : Promise.resolve(step);
    },
  };
}

const budget: CallBudget = {
  reserve: async () => {
    budgetLeft -= 1;
    return budgetLeft >= 0;
  },
  record: async (tokens) => {
    recorded.push(tokens);
  },
};

function ask(signal?: AbortSignal) {
  return guarded.complete(question("halo"), { budget, signal });
}

/** An answer that needs `ms` to come. */
async function askFor(ms: number): Promise<ModelAnswer> {
  const answer = ask();
  await time.advance(ms);
  return answer;
}

async function failTimes(times: number, kind: ModelFailureKind = "invalid") {
  for (let round = 0; round < times; round++) {
    script.push(fail(kind));
    expect(await ask()).toMatchObject({ kind });
  }
}

describe("one deadline", () => {
  test("a silent model is given up after six seconds, even when it ignores its signal", async () => {
    script.push("hang");
    let answer: ModelAnswer | undefined;
    void ask().then((result) => {
      answer = result;
    });
    await time.advance(5_999);
    expect(answer).toBeUndefined();
    await time.advance(1);
    expect(answer).toMatchObject({ ok: false, kind: "timeout" });
  });

  test("holds over the attempt and its retry together", async () => {
    script.push(fail("unavailable"), "hang");
    expect(await askFor(6_000)).toMatchObject({ kind: "timeout" });
    expect(calls).toBe(2);
  });

  test("holds while the budget is slow; nothing is called afterwards", async () => {
    const slow: CallBudget = { ...budget, reserve: () => new Promise(() => {}) };
    const answer = guarded.complete(question("halo"), { budget: slow });
    await time.advance(6_000);
    expect(await answer).toMatchObject({ kind: "over_budget" });
    expect(calls).toBe(0);
  });

  test("an answer that is there is not lost to slow book-keeping", async () => {
    const slow: CallBudget = { ...budget, record: () => new Promise(() => {}) };
    const answer = guarded.complete(question("halo"), { budget: slow });
    await time.advance(6_000);
    expect(await answer).toEqual(good);
  });

  test("a caller may give up earlier, and that says nothing about the model", async () => {
    for (let round = 0; round < 6; round++) {
      script.push("hang");
      const controller = new AbortController();
      const answer = ask(controller.signal);
      await time.advance(1);
      controller.abort();
      expect(await answer).toMatchObject({ kind: "aborted" });
    }
    expect(calls).toBe(6);
    expect(await ask()).toEqual(good);
  });
});

describe("at most one retry, only where it may help", () => {
  test.each<ModelFailureKind>(["unavailable"])("%s is tried again", async (kind) => {
    script.push(fail(kind));
    expect(await askFor(1_000)).toEqual(good);
    expect(calls).toBe(2);
  });

  test("a rate is tried again after the time told, not before", async () => {
    script.push(fail("rate", 2_000));
    const answer = ask();
    await time.advance(1_999);
    expect(calls).toBe(1);
    await time.advance(1);
    expect(await answer).toEqual(good);
  });

  test("a time that leaves no room for an answer is not waited for", async () => {
    script.push(fail("rate", 5_500));
    expect(await ask()).toMatchObject({ kind: "rate" });
    expect(calls).toBe(1);
  });

  test("a rate without a time is not tried again", async () => {
    script.push(fail("rate"));
    expect(await ask()).toMatchObject({ kind: "rate" });
    expect(calls).toBe(1);
  });

  test("two failures are enough", async () => {
    script.push(fail("unavailable"), fail("unavailable"));
    expect(await askFor(6_000)).toMatchObject({ kind: "unavailable" });
    expect(calls).toBe(2);
  });

  test.each<ModelFailureKind>(["auth", "bad_request", "model_gone", "quota", "blocked", "empty", "invalid", "timeout"])(
    "%s is final",
    async (kind) => {
      script.push(fail(kind, 10));
      expect(await ask()).toMatchObject({ kind });
      expect(calls).toBe(1);
    },
  );

  test("a caller who gives up while waiting is not called back", async () => {
    script.push(fail("rate", 2_000));
    const controller = new AbortController();
    const answer = ask(controller.signal);
    await time.advance(500);
    controller.abort();
    expect(await answer).toMatchObject({ kind: "aborted" });
    await time.advance(10_000);
    expect({ calls, budgetLeft }).toEqual({ calls: 1, budgetLeft: 999 });
  });
});

describe("the circuit", () => {
  test.each<ModelFailureKind>(["rate", "unavailable", "timeout", "invalid"])(
    "five times %s in a row and the model is left alone for 30 seconds",
    async (kind) => {
      script.push(...Array.from({ length: 10 }, () => fail(kind)));
      for (let round = 0; round < 5; round++) await askFor(kind === "unavailable" ? 1_000 : 0);
      const before = calls;
      expect(before).toBe(5);
      expect(await ask()).toMatchObject({ ok: false, kind: "circuit_open" });
      expect(calls).toBe(before);
    },
  );

  test("an answer in between begins the count anew, and so does a refusal that only concerns its question", async () => {
    for (const alive of [good, fail("blocked"), fail("empty"), fail("bad_request")]) {
      await failTimes(4);
      script.push(alive);
      expect(await ask()).toEqual(alive);
    }
    await failTimes(4);
    expect((await ask()).ok).toBe(true);
  });

  test("failures that lie more than a minute apart do not add up", async () => {
    await failTimes(4);
    await time.advance(60_001);
    await failTimes(4);
    expect((await ask()).ok).toBe(true);
  });

  test("after 30 seconds one call tries, the others wait for its outcome", async () => {
    await failTimes(5);
    await time.advance(30_000);
    script.push("hang");
    const probe = ask();
    await time.advance(1);
    expect(await ask()).toMatchObject({ kind: "circuit_open" });
    expect(calls).toBe(6);
    await time.advance(6_000);
    expect(await probe).toMatchObject({ kind: "timeout" });
    expect(await ask()).toMatchObject({ kind: "circuit_open" });
    await time.advance(30_000);
    expect(await ask()).toEqual(good);
    expect(await ask()).toEqual(good);
  });

  test("a probe that fails is not repeated", async () => {
    await failTimes(5);
    await time.advance(30_000);
    script.push(fail("unavailable"));
    expect(await ask()).toMatchObject({ kind: "unavailable" });
    expect(calls).toBe(6);
  });

  test("a probe that was given up or not paid leaves the next one to try", async () => {
    await failTimes(5);
    await time.advance(30_000);
    script.push("hang");
    const controller = new AbortController();
    const probe = ask(controller.signal);
    await time.advance(1);
    controller.abort();
    expect(await probe).toMatchObject({ kind: "aborted" });
    const left = budgetLeft;
    budgetLeft = 0;
    expect(await ask()).toMatchObject({ kind: "over_budget" });
    budgetLeft = left;
    expect(await ask()).toEqual(good);
  });

  test("a late success of a call from before does not open the way again", async () => {
    let answerLate: (answer: ModelAnswer) => void = () => undefined;
    const late = new Promise<ModelAnswer>((resolve) => {
      answerLate = resolve;
    });
    const answers = [late];
    const model: LanguageModel = {
      name: "late:m",
      complete: () => answers.shift() ?? Promise.resolve(fail("invalid")),
    };
    guarded = createGuardedModel({ model, clock: time, scheduler: time });
    const early = ask();
    await time.advance(0);
    for (let round = 0; round < 5; round++) await ask();
    answerLate(good);
    expect(await early).toEqual(good);
    expect(await ask()).toMatchObject({ kind: "circuit_open" });
  });

  test("a refused key pauses the model for five minutes, at once", async () => {
    script.push(fail("auth"));
    await ask();
    await time.advance(299_999);
    expect(await ask()).toMatchObject({ kind: "circuit_open", retryAfterMs: 1 });
    await time.advance(1);
    expect(await ask()).toEqual(good);
  });

  test("a used-up day pauses it until the quota begins anew, at midnight in California", async () => {
    script.push(fail("quota"));
    await ask();
    await time.advance(5 * 3_600_000 - 1);
    expect(await ask()).toMatchObject({ kind: "circuit_open" });
    await time.advance(1);
    expect(await ask()).toEqual(good);
  });

  test.each([
    [60_000, 3_600_000],
    [7_200_000, 7_200_000],
  ])("a quota that is told to be back in %d ms pauses it for %d ms", async (toldMs, pausedMs) => {
    script.push(fail("quota", toldMs));
    await ask();
    expect(await ask()).toMatchObject({ kind: "circuit_open", retryAfterMs: pausedMs });
  });

  test("one model's circuit is not another's", async () => {
    await failTimes(5);
    const other = createGuardedModel({ model: scripted(), clock: time, scheduler: time });
    expect(await other.complete(question("halo"), { budget })).toEqual(good);
  });
});

describe("the budget", () => {
  test("is asked before, once per attempt, and told afterwards", async () => {
    script.push(fail("unavailable"));
    await askFor(1_000);
    expect(budgetLeft).toBe(998);
    expect(recorded).toEqual([{ inputTokens: 10, outputTokens: 5 }]);
  });

  test("that is used up means no call", async () => {
    budgetLeft = 0;
    expect(await ask()).toMatchObject({ ok: false, kind: "over_budget" });
    expect(calls).toBe(0);
  });

  test("that does not reach for a retry leaves the first failure", async () => {
    budgetLeft = 1;
    script.push(fail("unavailable"));
    expect(await askFor(6_000)).toMatchObject({ kind: "unavailable" });
    expect(calls).toBe(1);
  });

  test("is not touched while the circuit is open", async () => {
    await failTimes(5);
    const left = budgetLeft;
    await ask();
    expect(budgetLeft).toBe(left);
  });

  test("is told what a failure cost", async () => {
    script.push(modelFailure("empty", "cut off", { spent: { inputTokens: 7, outputTokens: 3 } }));
    await ask();
    expect(recorded).toEqual([{ inputTokens: 7, outputTokens: 3 }]);
  });

  test("that breaks means no call, and a broken record no lost answer", async () => {
    const errors = spyOn(process.stderr, "write").mockImplementation(() => true);
    const broken: CallBudget = {
      reserve: () => Promise.reject(new Error("no database")),
      record: () => Promise.reject(new Error("no database")),
    };
    expect(await guarded.complete(question("halo"), { budget: broken })).toMatchObject({ kind: "over_budget" });
    expect(calls).toBe(0);
    const answer = await guarded.complete(question("halo"), { budget: { ...broken, reserve: async () => true } });
    expect(answer).toEqual(good);
    errors.mockRestore();
  });
});

test("a model that throws is a failure whose text stays inside", async () => {
  script.push("throw");
  const answer = await ask();
  expect(answer).toMatchObject({ ok: false, kind: "invalid" });
  expect(JSON.stringify(answer)).not.toContain("secret");
});
