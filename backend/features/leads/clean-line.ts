/**
 * Words of a customer as part of a line we write: no line breaks and no marks of formatting, so that a name cannot look
 * like more lines of our own.
 */
export function cleanLine(text: string, maxLength: number): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}*_~`]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, maxLength)
    .trim();
}
