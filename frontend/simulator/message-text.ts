export type TextToken =
  | { type: "text"; text: string }
  | { type: "link"; text: string; href: string }
  | { type: "code"; text: string }
  | { type: "bold" | "italic" | "strike"; tokens: TextToken[] };

const LINK = String.raw`(?<link>https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]*_~'"])`;
const CODE = "```(?<code>[\\s\\S]+?)```";
const MARKUP = new RegExp(
  [LINK, CODE, marked("bold", "\\*"), marked("italic", "_"), marked("strike", "~")].join("|"),
  "u",
);

/** WhatsApp's own markup: *bold*, _italic_, ~struck~, ```code```, and addresses as links. */
export function parseMessageText(text: string): TextToken[] {
  const match = MARKUP.exec(text);
  if (!match?.groups) return text ? [{ type: "text", text }] : [];
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  return [
    ...(before ? [{ type: "text", text: before } as const] : []),
    toToken(match.groups),
    ...parseMessageText(after),
  ];
}

/** The words alone, without their markup. */
export function wordsOf(tokens: readonly TextToken[]): string {
  return tokens.map((token) => ("tokens" in token ? wordsOf(token.tokens) : token.text)).join("");
}

function toToken(groups: Record<string, string | undefined>): TextToken {
  const { link, code, bold, italic, strike } = groups;
  if (link) return { type: "link", text: link, href: link };
  if (code) return { type: "code", text: code };
  if (bold) return { type: "bold", tokens: parseMessageText(bold) };
  if (italic) return { type: "italic", tokens: parseMessageText(italic) };
  return { type: "strike", tokens: parseMessageText(strike ?? "") };
}

/** A mark counts only around words: "2*3*4" and "snake_case_name" stay as they are. */
function marked(name: string, mark: string): string {
  return `(?<![\\p{L}\\p{N}])${mark}(?<${name}>[^\\s${mark}](?:[^${mark}\\n]*[^\\s${mark}])?)${mark}(?![\\p{L}\\p{N}])`;
}
