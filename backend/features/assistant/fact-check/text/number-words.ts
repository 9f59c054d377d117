const words: Record<string, string> = {
  ...sameMeaning("nol", "zero nul kosong"),
  ...sameMeaning("satu", "one siji setunggal"),
  ...sameMeaning("dua", "two loro rong kalih"),
  ...sameMeaning("tiga", "three telu telung tigang"),
  ...sameMeaning("empat", "four papat patang sekawan"),
  ...sameMeaning("lima", "five limo limang gangsal"),
  ...sameMeaning("enam", "six nem enem"),
  ...sameMeaning("tujuh", "seven pitu pitung"),
  ...sameMeaning("delapan", "eight wolu wolung lapan"),
  ...sameMeaning("sembilan", "nine songo sangang"),
  ...sameMeaning("sepuluh", "ten sedasa sepuloh"),
  ...sameMeaning("sebelas", "eleven sewelas"),
  ...sameMeaning("dua belas", "twelve rolas"),
  ...sameMeaning("tiga belas", "thirteen telulas"),
  ...sameMeaning("empat belas", "fourteen patbelas"),
  ...sameMeaning("lima belas", "fifteen limolas"),
  ...sameMeaning("enam belas", "sixteen nembelas"),
  ...sameMeaning("tujuh belas", "seventeen pitulas"),
  ...sameMeaning("delapan belas", "eighteen wolulas"),
  ...sameMeaning("sembilan belas", "nineteen songolas"),
  ...sameMeaning("dua puluh", "twenty rongpuluh"),
  ...sameMeaning("dua puluh lima", "selawe"),
  ...sameMeaning("tiga puluh", "thirty telungpuluh"),
  ...sameMeaning("empat puluh", "forty fourty patangpuluh"),
  ...sameMeaning("lima puluh", "fifty seket"),
  ...sameMeaning("enam puluh", "sixty sewidak suwidak"),
  ...sameMeaning("tujuh puluh", "seventy pitungpuluh"),
  ...sameMeaning("delapan puluh", "eighty wolungpuluh"),
  ...sameMeaning("sembilan puluh", "ninety sangangpuluh"),
  ...sameMeaning("seratus", "satus"),
  ...sameMeaning("dua ratus", "rongatus"),
  ...sameMeaning("ratus", "hundred atus"),
  ...sameMeaning("ribu", "thousand ewu"),
  ...sameMeaning("satu ribu", "seribu sewu"),
  ...sameMeaning("juta", "million mio yuto yuta jeti"),
  ...sameMeaning("satu juta", "sejuta sayuto"),
  ...sameMeaning("miliar", "billion milyar"),
  ...sameMeaning("satu miliar", "semiliar semilyar"),
};
for (const plain of "puluh belas setengah seratus".split(" ")) words[plain] = plain;
for (const plain of Object.values(words)) for (const part of plain.split(" ")) words[part] ??= part;

const digitOf = new Map(
  "nol satu dua tiga empat lima enam tujuh delapan sembilan".split(" ").map((word, at) => [word, at]),
);
for (const [at, word] of ["sepuluh", "sebelas"].entries()) digitOf.set(word, 10 + at);

const counted =
  "tahun|bulan|hari|minggu|jam|menit|persen|unit|mobil|kursi|penumpang|orang|kali|baris|pintu|tangan|km|pilihan|opsi|years?|months?|days?|weeks?|hours?|minutes?|percent|seats?|cars?|owners?";

/** Numbers said in English or Javanese become Indonesian words, and small ones before a counted thing become digits. */
export function withPlainNumberWords(text: string): string {
  return text
    .replace(/\b(se)[- ](ratus|puluh|belas|juta|ribu|miliar)\b/gi, "$1$2")
    .replace(/[a-z]+(?:-[a-z]+)*/gi, (word) => plainNumberWord(word.toLowerCase()) ?? word)
    .replace(
      /\b(ratus|ribu|juta|puluh|miliar) and (?=(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|se)\w*)/gi,
      "$1 ",
    )
    .replace(/\bnol (?=rupiah|juta|ribu|jt|rb|%)/gi, "0 ")
    .replace(/\ba (ratus|ribu|juta|miliar)\b/gi, "satu $1")
    .replace(
      new RegExp(`\\b(${[...digitOf.keys()].join("|")}) (?=(?:${counted})\\b)`, "gi"),
      (_, word: string) => `${digitOf.get(word.toLowerCase()) ?? ""} `,
    )
    .replace(/\b((?:jam|pukul|tangan|nomor|no) )(\p{L}+)\b/giu, (whole, before: string, word: string) => {
      const digit = digitOf.get(word.toLowerCase());
      return digit === undefined ? whole : `${before}${digit}`;
    })
    .replace(
      /(\d ?)(years?|months?|days?|weeks?|hours?|minutes?|percent|kilomet(?:er|re)s?|kms|seats?)\b/gi,
      (_, number: string, unit: string) => `${number.trimEnd()} ${unitInIndonesian(unit.toLowerCase())}`,
    );
}

function plainNumberWord(word: string): string | null {
  if (Object.hasOwn(words, word)) return words[word] ?? null;
  const parts = word.split("-");
  if (parts.length < 2 || !parts.every((part) => Object.hasOwn(words, part))) return null;
  return parts.map((part) => words[part]).join(" ");
}

const unitWords: [RegExp, string][] = [
  [/^year/, "tahun"],
  [/^month/, "bulan"],
  [/^day/, "hari"],
  [/^week/, "minggu"],
  [/^hour/, "jam"],
  [/^minute/, "menit"],
  [/^percent/, "persen"],
  [/^k/, "km"],
  [/^seat/, "kursi"],
];

function unitInIndonesian(unit: string): string {
  return unitWords.find(([pattern]) => pattern.test(unit))?.[1] ?? unit;
}

function sameMeaning(plain: string, spellings: string): Record<string, string> {
  return Object.fromEntries(spellings.split(" ").map((spelling) => [spelling, plain]));
}
