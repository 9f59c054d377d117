import type { Context } from "hono";

/** A form as it was sent: one text per name (the first), and all of those that may come several times. */
export type FormValues = { text: Record<string, string>; all(name: string): string[] };

export async function readForm(c: Context): Promise<FormValues> {
  const entries = [...(await c.req.formData())].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const text: Record<string, string> = {};
  for (const [name, value] of entries) text[name] ??= value;
  return { text, all: (name) => entries.filter(([one]) => one === name).map(([, value]) => value) };
}
