import type { FactViolationKind } from "../answer-facts";
import type { Check } from "../claims/marks";
import { contentWords, type OwnerText } from "../facts/owner-text";
import type { Sentence } from "../text/answer-reading";
import { defers, isConditional, isDenied, isHandedOn } from "../text/tone";
import { internalTopic, type PromiseTopic, paymentTopic, promiseTopics, reservationTopic } from "./promise-words";

const topics: [FactViolationKind, PromiseTopic][] = [
  ...promiseTopics.map((topic): [FactViolationKind, PromiseTopic] => ["promise", topic]),
  ["payment", paymentTopic],
  ["availability", reservationTopic],
  ["internal", internalTopic],
];

/** Promises that are neither denied, nor handed on to a person, nor written by the owner. */
export function checkPromises(check: Check): void {
  for (const sentence of check.reading.sentences) {
    for (const clause of sentence.clauses) {
      for (const [kind, topic] of topics) {
        const found =
          openPromise(check, sentence, clause.text, topic) ?? openPromise(check, sentence, clause.plain, topic);
        if (found) check.violations.push({ kind, text: found });
      }
    }
    const glued = gluedPromise(sentence);
    if (glued) check.violations.push({ kind: "promise", text: glued });
    checkAcceptance(check, sentence);
    checkAvailability(check, sentence);
  }
}

function openPromise({ owner }: Check, sentence: Sentence, clause: string, topic: PromiseTopic): string | null {
  for (const match of clause.matchAll(topic.words)) {
    const [words] = match;
    if (isDenied(clause, match.index, words.length)) continue;
    const isPassedOn = [sentence.plain, sentence.text].some((whole) =>
      isHandedOn(whole, clause, match.index, words.length),
    );
    const objects = objectsOf(sentence, clause, match.index, words.length);
    if (!isPassedOn && !isOwnersPromise(owner, topic, { words, objects, sentence: sentence.plain })) return words;
  }
  return null;
}

/** `objects`: what is promised; `sentence`: where, in plain words. */
type SaidPromise = { words: string; objects: string[]; sentence: string };

/** The owner promises the same: with the same word, undenied, and the words around it in the answer stand there too. */
function isOwnersPromise({ sections }: OwnerText, topic: PromiseTopic, said: SaidPromise): boolean {
  const promised = contentWords(said.words);
  const [first] = promised;
  return sections.some((section) =>
    section.answer.split(/ [.!?;] | \n /).some((line) => {
      if (line.trim() === said.sentence) return true;
      const own = [...line.matchAll(topic.words)].some(
        (match) =>
          first !== undefined && contentWords(match[0]).has(first) && !isDenied(line, match.index, match[0].length),
      );
      return own && said.objects.every((object) => section.words.has(object) || promised.has(object));
    }),
  );
}

/**
 * What is promised: the words after the promise and in the short parts of a list that follow, or the words before it; a
 * promise of nothing in particular is nobody's.
 */
function objectsOf({ clauses, text }: Sentence, clause: string, at: number, length: number): string[] {
  const place = clauses.findIndex((other) => other.text === clause || other.plain === clause);
  const list = clauses.slice(place + 1).map((other) => other.text);
  const listEnd = list.findIndex((part) => !/^,\s*(?:\S+\s*){1,5}$/.test(part));
  const rest = [clause.slice(at + length), ...list.slice(0, listEnd < 0 ? undefined : listEnd)].join(" ");
  const promised = contentWords(clause.slice(at, at + length));

  if (contentWords(clause.slice(at + length)).size > 0) return [...contentWords(rest)].slice(0, 5);
  const before = [...contentWords(clause.slice(0, at))].slice(-3);
  const around = before.length > 0 ? before : [...contentWords(text)].filter((word) => !promised.has(word));
  return around.length > 0 ? around : ["?"];
}

/** "d i s k o n", "dis-kon", "c.a.s.h.b.a.c.k": the word shows only when its pieces are put together. */
function gluedPromise({ text }: Sentence): string | null {
  const letters = text.replace(/[^a-z]/g, "");
  for (const word of ["diskon", "cashback", "gratis", "garansi", "potonganharga", "buyback"]) {
    const inPieces = new RegExp(`\\b${[...word].join("[^a-z\\n]*")}\\b`).exec(text)?.[0];
    if (letters.includes(word) && inPieces && /[^a-z]/.test(inPieces) && inPieces !== "potongan harga") return inPieces;
  }
  return null;
}

const acceptance =
  /^(?:\W*(?:iya|ya|nggih|baik|oke|ok|okay|sip|siap|yes|sure)\W*)*\W*(?:bisa|boleh|oke|ok|okay|siap|setuju|deal|yes|sure|iso|sepakat|fine|agreed|mantap|sip)\b/;

/** "Oke kak, bisa!" to an offer is a sale. */
function checkAcceptance({ customer, reading, violations }: Check, sentence: Sentence): void {
  if (!customer.makesOffer || sentence !== reading.sentences[0]) return;
  const accepted = acceptance.exec(sentence.text)?.[0];
  const whole = reading.sentences.map(({ plain, text }) => `${plain} ${text}`).join(" ");
  const isAnswerToAnother =
    /^\W*(?:ya |iya )?(?:bisa|boleh|siap|baik|oke|ok)(?: kak\w*| pak| bu| mas| mbak)?\W+(?:silakan|saya|kami|untuk|soal|mau|nanti|apakah)/.test(
      sentence.text,
    );
  if (
    accepted &&
    !(defers(whole) || (isAnswerToAnother && /\b(?:lihat|datang|cek|test drive|kunjung\w*)\b/.test(whole)))
  ) {
    violations.push({ kind: "promise", text: accepted.trim() });
  }
}

/** "masih ada", said of a unit that is booked or sold. */
function checkAvailability({ marks, violations }: Check, { start, end, text, isQuestion }: Sentence): void {
  if (isQuestion || isConditional(text)) return;
  const found =
    /\b(?:masih (?:ada|ready|tersedia|available)|ready|tersedia|available|isih onok|isih ono|sik onok)\b/.exec(text);
  if (!found || isDenied(text, found.index, found[0].length) || /\b(?:booking|dibooking|booked|dipesan)\b/.test(text))
    return;
  const named = marks.flatMap((mark) =>
    mark.type === "identity" && mark.isExact && mark.start >= start && mark.start < end ? mark.cars : [],
  );
  if (named.some(({ car }) => car.status === "booking" || car.status === "sold"))
    violations.push({ kind: "availability", text: found[0] });
}
