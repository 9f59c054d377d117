const negator =
  "tidak|tak(?= (?:ada|bisa|boleh|dapat|mungkin)\\b)|belum|bukan|ga|gak|nggak|ngga|enggak|ndak|gk|tdk|blm|ora|durung|mboten|no|not|cannot|can'?t|don'?t|doesn'?t|isn'?t|aren'?t|won'?t|never|unable";
const unavailable = new RegExp(
  `\\b(?:${negator})\\b(?: \\S+){0,3}? (?:ada|tersedia|ready|punya|masuk|stok|stock|available|have|onok|ono|duwe|nemu|jual|menjual)\\b|\\b(?:${negator}) (?:ada|ready|punya|onok|ono|available)\\b|\\b(?:kosong|habis|sold out|out of stock|sudah (?:laku|terjual|sold|tidak)|wis payu)\\b`,
);
const refusal = new RegExp(
  `\\b(?:${negator})\\b(?: \\S+){0,2}? (?:bisa|dapat|boleh|iso|cukup|masuk|possible|able|sampai|accept|able)\\b|\\b(?:cannot|can'?t|unable)\\b`,
);
const deferral =
  /\b(?:teruskan|diteruskan|sampaikan|disampaikan|tanyakan|ditanyakan|takok\w*|konfirmasi\w*|sambungkan|hubungkan|diskusikan|didiskusikan|bantu (?:cek|tanya|hitung|hitungkan|info)|dibantu (?:oleh )?(?:sales|tim|admin|marketing|bagian)|cek dulu|hubungi|menghubungi|ke sales|sama sales|dengan sales|sales kami|sales-nya|tim kami|tim sales|marketing|admin kami|bagian|langsung (?:dengan|ke|di|sama)|kabari|kabarin|infokan|dijelaskan|check with|ask our|our (?:sales|team)|sales team|pass(?: it| this)? (?:on|to)|forward|let you know|get back)\b/;
const condition = /\b(?:kalau|kalo|jika|bila|apabila|apakah|if|whether|misal|seandainya|nek|yen)\b/;

/** "belum ada", "sudah laku", "not available": the clause says that something is not to be had. */
export function saysUnavailable(clause: string): boolean {
  return unavailable.test(clause) && !isTurnedAround(clause);
}

/** "belum bisa", "cannot". */
export function refuses(clause: string): boolean {
  return refusal.test(clause) && !isTurnedAround(clause);
}

/** The question goes to a person: "saya teruskan ke tim". */
export function defers(sentence: string): boolean {
  return deferral.test(sentence);
}

export function isConditional(text: string): boolean {
  return condition.test(text);
}

const twist =
  /\b(?:(?:tidak|bukan|ga|gak|nggak|not) (?:hanya|cuma|cuman|sekadar|sekedar|saja|only|just|masalah|apa-apa|perlu|usah|jadi|pernah tidak|mungkin tidak|ragu)|(?:selain|kecuali|cukup|cuma|hanya|melainkan|except|only|besides|other than))\b/;

/** "tidak hanya diskon", "tidak ada biaya selain": a negation that denies nothing. */
export function isTurnedAround(text: string): boolean {
  return twist.test(text);
}

const negation = new RegExp(`\\b(?:${negator})\\b`, "g");
const affirmation =
  /^ ?(?:\S+ )?(?:ada|bisa|dapat|siap|pasti|selalu|tetap|boleh|berlaku|menanti|menunggu|available|kok|dong)\b/;
const denialAfter = new RegExp(
  `^(?: (?!kalau|kalo|jika|bila|if|apabila|asal|when)\\S+){0,2}? (?:${negator})\\b(?! (?:hanya|cuma|perlu|masalah|usah|only))|^\\S*(?: \\S+){0,1} (?:kosong|habis)\\b`,
);

/** True when the words at `at` (length `length`) of a clause are denied: "belum ada diskon", "diskon belum ada". */
export function isDenied(clause: string, at: number, length: number): boolean {
  if (isTurnedAround(clause)) return false;
  const before = clause.slice(0, at);
  const after = clause.slice(at + length);
  if (denialAfter.test(after)) return true;
  if (affirmation.test(after)) return false;

  const negations = [...before.matchAll(negation)];
  const last = negations.at(-1);
  if (!last || negations.length % 2 === 0) return false;
  const between = before.slice(last.index + last[0].length);
  const words: string[] = between.match(/\S+/g) ?? [];
  if (words.length > 7) return false;
  const joins = words.lastIndexOf("dan") >= 0 ? words.lastIndexOf("dan") : words.lastIndexOf("and");
  return joins < 0 || words.slice(0, joins).some((word) => !auxiliary.test(word));
}

const auxiliary = /^(?:ada|bisa|dapat|boleh|kami|saya|masih|lagi|sama|sekali|kak|pak|bu|mas|tersedia|untuk|saat|ini)$/;
const giving =
  /\b(?:ada|bisa|boleh|dapat|dapatkan|kasih|dikasih|beri|diberi|memberi|memberikan|berikan|diberikan|siapkan|siap|pasti|sudah|tetap|masih|langsung dapat|include|termasuk|plus|free|get|give|gives|offer|offers|have)(?: \S+)?$/;

/** True when a promise word is only handed on: "soal diskon nanti dibantu sales", not "sales kami kasih diskon". */
export function isHandedOn(sentence: string, clause: string, at: number, length: number): boolean {
  if (!defers(sentence)) return false;
  const before = clause.slice(0, at).trimEnd();
  const after = clause.slice(at + length);
  if (isConditional(before)) return true;
  const affirmedAfter =
    /^ ?(?:\S+ )?(?:ada|pasti|siap|dapat|diberikan|kami (?:kasih|beri)|saya (?:kasih|beri)|disetujui|oke|ok|deal|available)\b/.test(
      after,
    ) ||
    /^ ?bisa\b(?! (?:dibicarakan|ditanyakan|dibantu|didiskusikan|dikonsultasikan|langsung|nanti|dengan|ke|ditanya|sama|kakak|tanya|dibahas|hubungi))/.test(
      after,
    );
  return !affirmedAfter && !giving.test(before);
}
