/** What Fonnte writes instead of a caption: "non-text message", "non text message", "nontext message". */
export function isMediaPlaceholder(text: string): boolean {
  return text.length < 60 && /^[\W_]*non[\s_-]*text[\s_-]*message[\W_]*$/i.test(text);
}

/** Free packages append "Sent via fonnte.com" to what we send; removed before an echo is compared or stored. */
export function stripFonnteWatermark(text: string): string {
  // Only the end is searched: the pattern is quadratic on long runs of spaces.
  const tailStart = Math.max(0, text.length - 60);
  const at = text
    .slice(tailStart)
    .search(/[\s>_*~-]*(?<![a-z0-9])sent (via|by|from|with) (www\.)?fonnte(\.com)?[\s_*~.]*$/i);
  return at === -1 ? text : text.slice(0, tailStart + at).trimEnd();
}
