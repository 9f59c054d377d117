/** One line with single spaces; control characters go (Postgres refuses NUL, and nobody means the others). */
export function toOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** Lines and tabs stay, other control characters go. */
export function toParagraph(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, "").trim();
}
