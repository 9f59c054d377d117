/** Part of a message between two breaks, with its place in the plain text; a question keeps its mark. */
export type Clause = { text: string; at: number };

export function clausesOf(plain: string): Clause[] {
  return [...plain.matchAll(/[^|?]+\??/g)]
    .map((match) => ({ text: match[0], at: match.index }))
    .filter(({ text }) => text.trim() !== "");
}

export function isInside(place: number, { text, at }: Clause): boolean {
  return place >= at && place < at + text.length;
}
