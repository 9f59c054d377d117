/** What a quick reply may name. */
export const REPLY_VARIABLES = ["nama", "unit", "harga", "link", "sales"] as const;
export type ReplyVariable = (typeof REPLY_VARIABLES)[number];

export type FilledReply = {
  text: string;
  /** Named, but nobody knows them here: `text` still has them in braces and must not be sent so. */
  missing: ReplyVariable[];
};

const VARIABLE = new RegExp(`\\{(${REPLY_VARIABLES.join("|")})\\}`, "g");

/** "Halo {nama}, ini {sales}" with what is known of the customer. */
export function fillQuickReply(text: string, known: Partial<Record<ReplyVariable, string>>): FilledReply {
  const missing = new Set<ReplyVariable>();
  const filled = text.replace(VARIABLE, (braced, name: string) => {
    const variable = REPLY_VARIABLES.find((one) => one === name);
    const value = variable && known[variable];
    if (value) return value;
    if (variable) missing.add(variable);
    return braced;
  });
  return { text: filled, missing: [...missing] };
}

/** Whatever a text still names in braces: it must not leave so. */
export function unfilledVariables(text: string): string[] {
  return [...text.matchAll(/\{(\p{L}[\p{L}\p{N}_-]{0,29})\}/gu)].map(([, name = ""]) => name);
}

/** What a quick reply names and nobody could ever fill in. */
export function unknownVariables(text: string): string[] {
  return unfilledVariables(text).filter((name) => !REPLY_VARIABLES.some((known) => known === name));
}
