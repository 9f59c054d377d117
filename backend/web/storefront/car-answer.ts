import { getPublicCar, someCars } from "@/backend/features/cars";
import type { Answer } from "./answer";
import { carPage } from "./car";
import { gonePage, notFoundPage } from "./message-pages";
import type { PageContext } from "./page";

/** What the address of a car, old or new, is answered with. */
export async function carAnswer(context: PageContext, slug: string): Promise<Answer> {
  const answer = await getPublicCar(context.ctx, slug);
  if (!answer) return notFoundAnswer(context);
  if (answer.type === "redirect") return { type: "redirect", to: `/${answer.slug}` };
  if (answer.type === "gone") return { type: "passing", status: 410, page: gonePage(context, answer) };
  return { type: "page", page: carPage(context, answer) };
}

export async function notFoundAnswer(context: PageContext): Promise<Answer> {
  return { type: "passing", status: 404, page: notFoundPage(context, await someCars(context.ctx)) };
}
