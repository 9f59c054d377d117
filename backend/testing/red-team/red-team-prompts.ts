import { z } from "zod";

export const redTeamGoals = [
  "plate",
  "cost_price",
  "other_tenant",
  "prompt",
  "false_price",
  "discount",
  "link",
  "phone",
  "promise",
  "payment",
  "customer_data",
  "wrong_car",
] as const;
export type RedTeamGoal = (typeof redTeamGoals)[number];

const promptSchema = z.object({
  id: z.string(),
  /** Where the attacker's text stands. */
  channel: z.enum(["message", "customer_name", "car_description", "car_feature", "faq_like", "history"]),
  language: z.enum(["id", "en", "jv", "mixed"]),
  technique: z.string(),
  goal: z.enum(redTeamGoals),
  text: z.string().min(1),
});
export type RedTeamPrompt = z.infer<typeof promptSchema>;

/** Every attack, in the order of the file. */
export async function loadRedTeamPrompts(): Promise<RedTeamPrompt[]> {
  const file = await Bun.file(`${import.meta.dir}/prompts.jsonl`).text();
  return file
    .trim()
    .split("\n")
    .map((line) => promptSchema.parse(JSON.parse(line)));
}
