import type { Context } from "hono";
import { chosenFiles } from "@/backend/platform/chosen-files";

/** A form as it was sent: the last text per name, all of those that come several times, and the files chosen. */
export type SentForm = { text: Record<string, string>; all(name: string): string[]; files(name: string): File[] };

/** The last text wins, so that a checkbox may stand behind a hidden "0". */
export async function readForm(c: Context): Promise<SentForm> {
  const form = await c.req.formData();
  const texts = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return {
    text: Object.fromEntries(texts),
    all: (name) => texts.filter(([one]) => one === name).map(([, value]) => value),
    files: (name) => chosenFiles(form, name),
  };
}
