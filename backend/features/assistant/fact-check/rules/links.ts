import type { AnswerFacts, FactCar, FactViolation } from "../answer-facts";

/** An answer without its links; where a car's own link stood, `carSigns` says whose. */
export type WithoutLinks = { text: string; violations: FactViolation[]; carSigns: ReadonlyMap<string, FactCar> };

const domainEndings =
  "com|net|org|info|biz|co|id|io|me|ly|gg|tv|cc|app|xyz|site|online|store|shop|link|click|top|dev|page|live|vip|pro|asia|web|cloud|club|fun|icu|pw|ru|cn|sg|my|us|uk|au|to|in|ai|im|sh|gl|be|ws|su";
const anyLink = new RegExp(
  [
    String.raw`\b(?:https?|hxxps?|ftp|file|javascript|data|mailto|whatsapp|intent|tg|sms):[^\s<>"']+`,
    String.raw`\bwww\.[^\s<>"']+`,
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`(?<![\w@.])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:${domainEndings})(?::\d+)?(?:/[^\s<>"']*)?(?![\w.-]*\w)`,
    String.raw`(?<![\w@.])localhost(?::\d+)?(?:/[^\s<>"']*)?`,
  ].join("|"),
  "gi",
);
const hiddenLink =
  /\b[\w-]+ ?(?:\(|\[|\{)?(?:dot|titik)(?:\)|\]|\})? ?(?:com|id|net|org|co|ly|me|io|xyz|site|link|shop)\b|\b[\w-]+ \. ?(?:com|id|net|org|co|ly|me|io|xyz)\b|\bbit ?\.? ?ly\b|\bwa ?\. ?me\b|\bt ?\. ?me\b/gi;
const handle = /(?<![\w.])@[a-z0-9_.]{3,}/gi;

/** Only the showroom's own addresses, its cars' pages and what the owner wrote may be linked; nothing is guessed. */
export function takeLinks(text: string, facts: AnswerFacts): WithoutLinks {
  const violations: FactViolation[] = [];
  const carSigns = new Map<string, FactCar>();
  const allowed = knownLinks(facts);

  const withoutLinks = text.replace(anyLink, (found) => {
    const { link, rest } = withoutTrailingSigns(found);
    const key = linkKey(link);
    const car = facts.cars.find(({ url }) => url !== "" && linkKey(url) === key);
    if (car) {
      const sign = String.fromCharCode(0xe000 + carSigns.size);
      carSigns.set(sign, car);
      return ` ${sign} ${rest}`;
    }
    if (!allowed.has(key) && !isOwnPage(link, facts.showroom.siteUrl)) violations.push({ kind: "link", text: link });
    return ` ${rest}`;
  });

  const ownText = ownerText(facts).toLowerCase();
  for (const pattern of [hiddenLink, handle]) {
    for (const [found] of withoutLinks.matchAll(pattern)) {
      if (!ownText.includes(found.toLowerCase())) violations.push({ kind: "link", text: found });
    }
  }
  return { text: withoutLinks.replace(handle, " "), violations, carSigns };
}

function knownLinks({ showroom, faqs, knowledge }: AnswerFacts): Set<string> {
  const written = [...faqs.map(({ answer }) => answer), knowledge].flatMap((text) =>
    [...text.matchAll(anyLink)].map(([found]) => withoutTrailingSigns(found).link),
  );
  const phones = [showroom.phone, ...showroom.branches.map(({ phone }) => phone)].map((phone) =>
    phone.replace(/\D/g, ""),
  );
  return new Set(
    [showroom.mapsUrl, showroom.siteUrl, ...written, ...phones.map((phone) => `wa.me/${phone}`)]
      .filter((link) => linkKey(link) !== "")
      .map(linkKey),
  );
}

/** The list of cars, searched or not, on the showroom's own host. */
function isOwnPage(link: string, siteUrl: string): boolean {
  const own = linkKey(siteUrl);
  const key = linkKey(link);
  return own !== "" && key.startsWith(`${own}/mobil`) && /^(?:\?[\w=&%+.-]*)?$/.test(key.slice(own.length + 6));
}

function withoutTrailingSigns(found: string): { link: string; rest: string } {
  const link = found.replace(/[)\].,;:!?*_~}"']+$/, "");
  return { link, rest: found.slice(link.length) };
}

function linkKey(link: string): string {
  return link
    .trim()
    .replace(/^https?:\/\//i, "")
    .replace(/^[^/?#]+/, (host) => host.toLowerCase())
    .replace(/\/$/, "");
}

function ownerText({ faqs, knowledge }: AnswerFacts): string {
  return [...faqs.map(({ answer }) => answer), knowledge].join("\n");
}
