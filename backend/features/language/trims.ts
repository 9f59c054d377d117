import { type CarModel, carIndex } from "./car-index";
import { colorOfWord } from "./colors";
import { fuelOfWord, transmissionOfWord } from "./features-of-car";
import { parityOf } from "./plates";
import { isFree, type Scan, wordAt } from "./scan";
import { isEverydayWord } from "./vocabulary";

/**
 * How much of what follows a model is taken as its variant: `speech` only known trims, `ad` also an unknown word
 * between trims and the year, `field` (a field that holds nothing but the name) every word that means nothing else.
 */
export type VariantMode = "speech" | "ad" | "field";

/** What stands between the trims: fuel and gearbox words are no end of a variant, a year or a colour nearly is. */
export type Gap = "none" | "soft" | "hard";

const commonTrims = new Set(
  `trd sportivo gr sport sporty turbo luxury lux limited edition platinum prestige premium deluxe exclusive executive elegant
   elegance advance advanced special custom tss ads asa heykers cross hatchback hatch wagon cabin pu box blind van mb fd wd
   facelift fl 4x4 4x2 6x4 4wd awd 2wd fwd rwd vtec ivtec dohc sohc efi vvti d4d vgt tdi tsi tfsi amg avantgarde coupe
   cabriolet convertible roadster gt gti rs gtr urban progressive panoramic panca adventure black red nismo mugen
   reborn zenix venturer dakar exceed ultimate vrz srz type-r style pure line captain signature prime xdrive sdrive opulence
   crdi ecoboost wildtrak raptor e-power phev msport lci night wow highway star autech hws veloz satya modellista sensing`.split(
    /\s+/,
  ),
);

/** Trims in what is written about a car, other words in what is said. */
const writtenTrims = new Set("plus pro hs long short wide deck flat dobel kabin double single king minibus".split(" "));
const bodyWord = /^(?:long|short|wide|flat|deck|dobel|kabin|double|minibus)$/;

export const labelWord = /^(?:tipe|type|typ|varian|variant|trim)$/;
const shade = /^(?:tua|muda|metalik|metallic|metalic|mutiara|pearl|doff|solid|tone)$/;
const leftOut = /^(?:atpm|cbu|ckd|iu|transmisi|mobil|warna|wrn|tahun|thn|th|tipe|type|typ|varian|variant|bensin|seri)$/;
const javaneseAfterSuffix =
  /^(?:|kok|payu|durung|gurung|sik|iseh|isih|onok|ono|enek|piro|ta|opo|regane|rego|endi|nang|iku|kuwi|iso|kenek|wes|wis|isok|nggone|cak|rek|lek|nek|kapan|\?|,|\.)$/;

/** True for a word that names a trim of the model where it stands. */
export function isTrim(scan: Scan, index: number, model: CarModel, mode: VariantMode, gap: Gap): boolean {
  const hasGap = gap === "hard";
  const token = scan.tokens[index];
  if (!token || token.kind === "symbol" || token.kind === "newline" || token.kind === "hidden") return false;
  const text = token.text;

  if (token.kind === "number") return isEngineSize(scan, index, model) || isNumberTrim(scan, index, model);
  if (text === "rp" || transmissionOfWord(text) || parityOf(text)) return false;
  if (/^(?:pintu|door|doors)$/.test(text)) return /^[2345]$/.test(wordAt(scan, index - 1));
  if (isEngineLitre(scan, index)) return true;
  if (text.length === 1) return isLetterTrim(scan, index, model, mode, gap);
  if (colorOfWord(text))
    return model.trimWords.has(text) && wordAt(scan, index + 1) === "edition" ? true : isEdition(scan, index);
  if (isUpOfPickUp(scan, index)) return mode !== "speech";
  if (mode === "speech" && isBlindVan(scan, index)) return false;
  if (text === "up") return false;
  if (isTypeName(scan, index, model)) return true;
  if (fuelOfWord(text)) return false;
  if (text === "long" && /^(?:range|wheelbase)$/.test(wordAt(scan, index + 1))) return true;
  if (text === "range" && wordAt(scan, index - 1) === "long") return true;
  const isOwnTrim = model.trimWords.has(text) && !leftOut.test(text);
  if (
    isOwnTrim &&
    (mode !== "speech" || !isSpeechWord(text) || isSecondHalf(scan, index) || isLongBody(scan, index, gap))
  )
    return true;
  if (isOwnTrim) return false;
  if (commonTrims.has(text)) return true;
  if (mode !== "speech" && writtenTrims.has(text))
    return gap === "none" || model.trimWords.has(text) || bodyWord.test(text);
  const isTrimOfBrand = carIndex.trimWordsOfBrand.get(model.brand)?.has(text) === true && !leftOut.test(text);
  if (isTrimOfBrand && !hasGap && !isSpeechWord(text) && !isEverydayWord(text)) return true;
  if (isTypeCode(text)) return !hasGap || mode === "field";
  return mode === "field" && isFieldWord(scan, index);
}

/** "1.3", "2.4": not a price in billions, unless the model has such a trim ("1.2 M"). */
function isEngineSize(scan: Scan, index: number, model: CarModel): boolean {
  if (!/^[0-6][.,]\d$/.test(wordAt(scan, index))) return false;
  const next = wordAt(scan, index + 1);
  if (/^(?:jt|juta|jutaan|rb|ribu|milyar|miliar|cc)$/.test(next)) return false;
  return next !== "m" || model.trimWords.has("m");
}

function isEngineLitre(scan: Scan, index: number): boolean {
  const isLitre = wordAt(scan, index) === "l" && /^[0-6][.,]\d$/.test(wordAt(scan, index - 1));
  return isLitre && !/^(?:genap|ganjil|gnp|gjl)$/.test(wordAt(scan, index + 1));
}

/** "Defender 110", "Binguo 333", "LC 200", "Jimny 5 door". */
function isNumberTrim(scan: Scan, index: number, model: CarModel): boolean {
  const text = wordAt(scan, index);
  if (/^[2345]$/.test(text) && /^(?:pintu|door|doors)$/.test(wordAt(scan, index + 1))) return true;
  return (
    model.trimWords.has(text) &&
    /^\d{1,3}$|^1[1-9]00$/.test(text) &&
    !/^(?:jt|juta|rb|ribu|an|-)$/.test(wordAt(scan, index + 1))
  );
}

function isLetterTrim(scan: Scan, index: number, model: CarModel, mode: VariantMode, gap: Gap): boolean {
  const text = wordAt(scan, index);
  const next = wordAt(scan, index + 1);
  if (text === "s" && next === "/") return false;
  const isRightAfterYear =
    /^(?:19|20)\d\d$/.test(wordAt(scan, index - 1)) && (!/^\d/.test(next) || /^[0-6][.,]\d$/.test(next));
  if (/^[am]$/.test(text) && next === "/") return false;
  if (next === ":" && fuelOfWord(wordAt(scan, index + 2))) return false;
  if (next === "-" && transmissionOfWord(wordAt(scan, index + 2))) return false;
  if (gap === "soft" && !model.trimWords.has(text)) return false;
  if (gap === "hard" && !(model.trimWords.has(text) && (mode === "field" || isRightAfterYear))) return false;
  if (!/^[a-z]$/.test(text) || parityOf(next) || /^(?:plat|plate|pelat|nopol)$/.test(wordAt(scan, index - 1)))
    return false;
  if (mode !== "speech") return text !== "x" || !/^\d+$/.test(next) || /^(?:19|20)\d\d$|^\d\.\d$/.test(next);
  if (text === "e" && javaneseAfterSuffix.test(next)) return false;
  if (text === "p" || text === "w" || text === "g" ? !model.trimWords.has(text) : false) return false;
  return model.trimWords.has(text);
}

function isEdition(scan: Scan, index: number): boolean {
  return wordAt(scan, index + 1) === "edition";
}

function isUpOfPickUp(scan: Scan, index: number): boolean {
  const text = wordAt(scan, index);
  const isPick = text === "pick" && (wordAt(scan, index + 1) === "up" || wordAt(scan, index + 2) === "up");
  return isPick || (text === "up" && /^(?:pick|-)$/.test(wordAt(scan, index - 1))) || text === "pickup";
}

/** "Type R", "Type Z", "B Type": the one place where "type" is part of a name. */
function isTypeName(scan: Scan, index: number, model: CarModel): boolean {
  if (wordAt(scan, index) !== "type" || !model.trimWords.has("type")) return false;
  return /^[rz]$/.test(wordAt(scan, index + 1)) || /^[bl]$/.test(wordAt(scan, index - 1));
}

/** A customer's "blind van" is a body, not a trim. */
function isBlindVan(scan: Scan, index: number): boolean {
  const pair = /^blind van$/;
  return (
    pair.test(`${wordAt(scan, index)} ${wordAt(scan, index + 1)}`) ||
    pair.test(`${wordAt(scan, index - 1)} ${wordAt(scan, index)}`)
  );
}

/** "gk5", "w177", "xdrive20i", "4x4", "t8": letters and digits that are no everyday word. */
function isTypeCode(text: string): boolean {
  return (
    /^(?=.*\d)(?=.*[a-z])[a-z0-9.,]{2,10}\+?$/.test(text) &&
    !/^[a-z]{3,}2$/.test(text) &&
    !/^\d+x\d*$|^x\d+$/.test(text)
  );
}

export function isLeftOut(scan: Scan, index: number): boolean {
  const text = wordAt(scan, index);
  if (leftOut.test(text) || shade.test(text) || transmissionOfWord(text) || fuelOfWord(text) || colorOfWord(text))
    return true;
  if (/^(?:19|20)\d\d$/.test(text) || /^[-/]$/.test(text) || isBlindVan(scan, index)) return true;
  if (isUpOfPickUp(scan, index)) return true;
  if (isFuelPrefix(scan, index) || (text === ":" && isFuelPrefix(scan, index - 1))) return true;
  return /^[amt]$/.test(text) && (wordAt(scan, index + 1) === "/" || wordAt(scan, index - 1) === "/");
}

/** The "e:" of "e:HEV". */
function isFuelPrefix(scan: Scan, index: number): boolean {
  return wordAt(scan, index) === "e" && wordAt(scan, index + 1) === ":" && fuelOfWord(wordAt(scan, index + 2)) !== null;
}

/** A word nobody knows between the model and its year or gearbox is a trim. */
export function isUnknownTrim(scan: Scan, index: number): boolean {
  const token = scan.tokens[index];
  if (token?.kind !== "word" || !isFree(scan, index) || !/^\p{L}{2,}\+?$/u.test(token.text)) return false;
  if (isEverydayWord(token.text) || carIndex.brands.has(token.text) || isLabelLike(token.text)) return false;
  const next = wordAt(scan, index + 1);
  return (
    /^(?:19|20)\d\d$/.test(next) ||
    transmissionOfWord(next) !== null ||
    /^\d[.,]\d$/.test(next) ||
    commonTrims.has(next)
  );
}

function isLabelLike(text: string): boolean {
  return /^(?:ac|ps|pw|cl|vr|km|odo|harga|hrg|nik|pajak|pjk|plat|nopol|otr|cash|kredit|tdp|dp|tgn|tangan|full|ori|original|service|record|siap|istimewa|terawat|murah|bu|nego|nett|dijual|jual)$/.test(
    text,
  );
}

function isFieldWord(scan: Scan, index: number): boolean {
  const text = wordAt(scan, index);
  return (
    !leftOut.test(text) &&
    !isLabelLike(text) &&
    !carIndex.brands.has(text) &&
    /^[\p{L}\p{N}+.]+$/u.test(text) &&
    !isEverydayWord(text)
  );
}

/** "elf long 2015": the body right behind the model. */
function isLongBody(scan: Scan, index: number, gap: Gap): boolean {
  return wordAt(scan, index) === "long" && gap === "none" && /^(?:|\?|(?:19|20)\d\d)$/.test(wordAt(scan, index + 1));
}

/** "Highway Star", "Long Range": the second word of a trim's name. */
function isSecondHalf(scan: Scan, index: number): boolean {
  return wordAt(scan, index) === "star" && wordAt(scan, index - 1) === "highway";
}

/** Trim words that customers also say of any car ("ada yang sport?", "max 160", "long"). */
function isSpeechWord(text: string): boolean {
  return /^(?:max|base|one|two|way|star|up|pick|minibus|long|option|comfort|great)$/.test(text);
}
