import type { Context } from "hono";

/** A form as it was sent: the last text per name, all of those that come several times, and its files. */
export type SentForm = { text: Record<string, string>; all(name: string): string[]; file(name: string): File | null };

/** The last text wins, so that a checkbox may stand behind a hidden "0". */
export async function readForm(c: Context): Promise<SentForm> {
  const entries = [...(await c.req.formData())];
  const texts = entries.flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return {
    text: Object.fromEntries(texts),
    all: (name) => texts.filter(([one]) => one === name).map(([, value]) => value),
    file(name) {
      const found = entries.find(([one, value]) => one === name && value instanceof File)?.[1];
      return found instanceof File && found.size > 0 ? found : null;
    },
  };
}
