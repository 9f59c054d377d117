/** An hour as it is typed: "jam 4", "at 10.30", "jam 8 malem", "10am". */
export const CLOCK =
  /\b(?:(?:jam|jm|pukul|pkl|at)\s*\d{1,2}(?:[.:]\d{2})?(?:\s*(?:pagi|siang|sore|malam|malem|mlm|am|pm))?|\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm))\b/i;
