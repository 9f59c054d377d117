const PLAIN_SOURCES = new Set(["web", "wa", "direct", "referral"]);

/** An ad or another campaign, by its slug: "olx", "instagram", "promo-lebaran". */
export function isCampaign(source: string): boolean {
  return !PLAIN_SOURCES.has(source);
}

/** The first source stays; but "wa" only says where they wrote, so it gives way to one that says where from. */
export function sourceToKeep(first: string, later: string): string {
  return first === "wa" && later !== "direct" ? later : first;
}
