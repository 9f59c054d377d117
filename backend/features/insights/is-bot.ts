const bots =
  /bot|crawl|spider|slurp|preview|facebookexternalhit|whatsapp\/|telegram|lighthouse|headless|curl|wget|python|axios|node-fetch|okhttp|go-http|java\/|monitor|uptime|scan/i;

/** Programs that look at pages without a person behind them; no user agent at all is one, too. */
export function isBot(userAgent: string): boolean {
  return userAgent === "" || bots.test(userAgent);
}
