import { carIndex } from "../car-index";
import { cityAt } from "../cities";
import { slangOf } from "../normalize";
import { type Token, tokenize } from "../tokens";
import { isEverydayWord } from "../vocabulary";
import { isWrittenInEnglish } from "./english";

export type Register = "indonesian" | "javanese" | "english";
export type OwnTitle = "Pak" | "Bu" | "Mas" | "Mbak" | "Kak";

/** The manner of a message shows in its beginning. */
const longestReadChars = 500;

/** Javanese that Indonesians use as loans too: it tells less than a word of grammar. */
const loans = new Set(
  "suwun larang matur nuwun maturnuwun sampean sampeyan monggo inggih nggih rek piye ojo wes dulur".split(" "),
);
const javanese = new Set(
  `piro pinten pira regane rego regi regine iki iku kuwi kui niki niku isih iseh sik jek jik taksih tasih onok ono enek wonten ora ra
   ndak mboten dereng durung gurung opo nopo opone sopo sinten ngendi nendi endi pundi nang nok ning ndek karo kalih sing seng
   iso isok saged saget kenek wis uwis sampun arep kate badhe ape nek lek yen mung ae wae kabeh kulo kula aku awakmu kowe koen
   njenengan jenengan panjenengan golek goleki golekno golekne tuku tumbas dol adol didol sade payu sido ben gawe nggo kanggo
   gowo mrono mrene mriki mriku mulih omah omahe griyo griya nggone panggone sesuk mbenjing wingi saiki sakniki mengko engko
   mangke esuk isuk awan bengi dino dinten wulan sasi taun tenan banget pol ta tah toh se seh leh yo nggih cilik gedhe gede apik
   elek sae awis ireng abang putih ijo kuning anyar lawas mudun munggah ngisor duwur cedak adoh piye yokpo yoopo kepriye pripun
   njaluk nyuwun takon tanglet delok ndelok mriksani ndang sek disik disek sikik maneh terus bojo dulur kudu gelem emoh moh seneng
   karep mbayar nyicil diijol ijol ijolan tak dak sampeyanmu omong ngomong ngenteni enteni suwe suwi kesuwen embuh mbuh gendeng
   nyileh nyilih dewe ewu satus rongatus seket siji loro telu papat limo enem pitu wolu songo larange pase pajeke`.split(
    /\s+/,
  ),
);
/** Words of both languages, of the trade, or of address: they tell nothing. */
const neutral = new Set(
  `putih kuning gede banget terus aku ngomong nyicil matic manual kredit dp cash km unit mobil harga pajak plat stnk bpkb cicilan
   tenor nego ready booking test drive showroom pak bapak bu ibu mas mbak mba kak cak ning bang om gan bos min admin p ok oke ya
   halo jt juta rb ribu thn th tahun tt tukar tambah olx foto video lokasi`.split(/\s+/),
);

/**
 * The language a message is written in and should be answered in. "javanese" when its own words clearly are, also in a
 * strong mix; a single loan in Indonesian ("larang", "suwun") is not enough. Short neutral messages are "indonesian".
 */
export function readRegister(message: string): Register {
  const text = message.slice(0, longestReadChars);
  if (isWrittenInEnglish(text)) return "english";
  let strong = 0;
  let loan = 0;
  let indonesian = 0;
  for (const token of tokenize(text).tokens) {
    if (token.kind !== "word" || isName(token)) continue;
    if (isLoan(token.text)) loan += 1;
    else if (isJavanese(token.text)) strong += 1;
    else if (!neutral.has(token.text) && isEverydayWord(token.text)) indonesian += 1;
  }
  const isStrongMix = strong >= 2 && (strong + loan) * 2 >= indonesian;
  return isStrongMix || strong + loan > indonesian ? "javanese" : "indonesian";
}

function isName({ text }: Token): boolean {
  return carIndex.models.has(text) || carIndex.brands.has(text) || carIndex.trimWords.has(text);
}

function isLoan(text: string): boolean {
  return loans.has(text);
}

/** The word itself, or with the Javanese ending: "warnane", "mobile", "pajeke". */
function isJavanese(text: string): boolean {
  if (javanese.has(text)) return !neutral.has(text);
  const stem = /^(\p{L}{3,}?)(?:ne|e|ipun)$/u.exec(text)?.[1];
  return stem !== undefined && !isEverydayWord(text) && slangOf(text) === undefined && isEverydayWord(stem);
}

const titles: Record<string, OwnTitle> = {
  pak: "Pak",
  bapak: "Pak",
  bpk: "Pak",
  bu: "Bu",
  ibu: "Bu",
  bunda: "Bu",
  mas: "Mas",
  mbak: "Mbak",
  mba: "Mbak",
  kak: "Kak",
  kakak: "Kak",
};
const calls = /^(?:panggil|panggilnya|panggilan|panggilannya|dipanggil|sebut|celuk|panggilane)$/;
const introduces = /^(?:saya|sy|aku|ini|dengan|dgn|namaku|nama|sama|kulo|kula|adalah)$/;
const between = /^(?:aja|saja|saya|sy|aku|nya|ae|wae|dengan|sebagai|nama|adalah|pakai|pake|cukup|ini|mawon)$/;

/**
 * How customers name themselves or want to be called: "saya bu Rina", "panggil mas aja"; null when they do not say. How
 * they address us ("kak, ada avanza?") is not their own title, neither is whom they ask for ("panggilkan pak Budi").
 */
export function readOwnTitle(text: string): OwnTitle | null {
  const { tokens } = tokenize(text.slice(0, longestReadChars));
  for (let index = 0; index < tokens.length; index++) {
    const word = tokens[index]?.text ?? "";
    if (isRefused(tokens, index)) continue;
    const at = skipBetween(tokens, index + 1);
    const title = titles[tokens[at]?.text ?? ""];
    if (!title) continue;
    if (calls.test(word) && !asksForPerson(tokens, index, at)) return title;
    if (introduces.test(word) && isNameOfSpeaker(tokens, at + 1)) return title;
    if (/^(?:saya|sy|aku)$/.test(word) && isContrast(tokens, index, at)) return title;
  }
  return null;
}

/** "jangan panggil pak", "bukan pak". */
function isRefused(tokens: readonly Token[], index: number): boolean {
  return [0, 1, 2].some((distance) => /^(?:jangan|jgn|bukan|ojo|jangan2)$/.test(tokens[index - distance]?.text ?? ""));
}

function skipBetween(tokens: readonly Token[], start: number): number {
  let at = start;
  while (at < start + 3 && between.test(tokens[at]?.text ?? "")) at += 1;
  return at;
}

/** "bisa panggil pak Budi?" wants somebody else. */
function asksForPerson(tokens: readonly Token[], index: number, at: number): boolean {
  const isDirect = at === index + 1;
  const isAsked = [1, 2].some((distance) =>
    /^(?:bisa|tolong|minta|boleh|mau)$/.test(tokens[index - distance]?.text ?? ""),
  );
  const next = tokens[at + 1];
  return isDirect && isAsked && next?.kind === "word" && !between.test(next.text);
}

/** A name follows, and the message does not ask whether that is who answers ("ini pak Budi ya?"). */
function isNameOfSpeaker(tokens: readonly Token[], index: number): boolean {
  const name = tokens[index];
  if (name?.kind !== "word" || !/^\p{L}{2,}$/u.test(name.raw) || isName(name) || cityAt(tokens, index)) return false;
  const isCapital = /^\p{Lu}/u.test(name.raw);
  if (!isCapital && (isEverydayWord(name.text) || slangOf(name.text) !== undefined)) return false;
  const rest = tokens.slice(index + 1, index + 4).map((token) => token.text);
  return !/^(?:\p{L}+ )?(?:ya |bukan |kah )?\?/u.test(`${rest.join(" ")} `);
}

/** "saya bukan pak, saya mbak": said against a title used before. */
function isContrast(tokens: readonly Token[], index: number, at: number): boolean {
  const next = tokens[at + 1]?.text ?? "";
  return tokens.slice(0, index).some((token) => /^(?:bukan|jangan|jgn)$/.test(token.text)) && !/^\p{L}/u.test(next);
}
