/** "SKIP", "tidak ada", "-": there is nothing to say. */
export function wantsSkip(text: string): boolean {
  return /^\s*(\/?skip|lewati?|lanjut|kosong|-+|ga+k?\s*ada|gk\s*ada|ngga+k?\s*ada|tidak(\s*ada)?|tdk(\s*ada)?|ndak(\s*ada)?|no|nope|0)\s*[.!]*\s*$/i.test(
    text,
  );
}

/** "velg racing, kamera mundur + spoiler" → one entry each, as typed. */
export function readFeatures(text: string): string[] {
  return text
    .split(/[,;\n+•]|\s+(?:dan|sama|plus)\s+|(?:^|\s)-\s+/i)
    .map((part) => part.replace(/\s+/g, " ").trim().slice(0, 60))
    .filter((part) => part.length > 1)
    .slice(0, 20);
}

export function wantsApproval(text: string): boolean {
  return /^\s*(1|ya+|y|iya|yes|ok(e|ay)?|oke|sip|setuju|acc|approved?|publish|gas+|lanjut(kan)?|betul|benar)\s*[.!👍]*\s*$/iu.test(
    text,
  );
}

export function wantsEdit(text: string): boolean {
  return /^\s*(2|edit|ubah|ganti|revisi|koreksi)\s*[.!]*\s*$/i.test(text);
}

export function wantsDraft(text: string): boolean {
  return /^\s*(3|draft?|simpan(\s+(sebagai\s+)?draft?)?|nanti(\s+aja)?)\s*[.!]*\s*$/i.test(text);
}
