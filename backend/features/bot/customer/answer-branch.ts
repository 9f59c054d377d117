import { numberedCars, singleCar } from "./car-lines";
import type { Contribution, Subject, Talk } from "./talk";

const MOST_LISTED = 8;

/** What stands at the branch that was asked for. */
export function answerBranchStock(talk: Talk, { name, cars }: Extract<Subject, { type: "at_branch" }>): Contribution {
  const { say, showroom } = talk;
  const topic = { type: "stock" as const, branch: name };
  const signals = [{ signal: "searched" as const }];
  const [only] = cars;
  if (!only) return { parts: [say.noneAtBranch(name), say.allStock(showroom.siteUrl)], memory: { topic }, signals };
  const listed = cars.slice(0, MOST_LISTED);
  const more = cars.length - listed.length;
  const isOne = cars.length === 1;
  return {
    parts: [
      say.atBranch(name, cars.length),
      isOne ? singleCar(only, say) : numberedCars(listed, say),
      ...(more > 0 ? [say.moreOnSite(more, `${showroom.siteUrl}/mobil`)] : []),
    ],
    closing: isOne ? say.askNext() : say.askWhich(),
    memory: {
      ...{ topic, unit: isOne ? only.displayCode : null, listed: listed.map(({ displayCode }) => displayCode) },
      ...{ criteria: {}, orders: [], hasMore: more > 0, asked: isOne ? null : "unit" },
      proposed: isOne ? "photos" : "unit",
    },
    signals,
  };
}
