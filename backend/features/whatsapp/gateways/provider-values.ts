/** Seconds or milliseconds since 1970, as number or text → time; null for anything else ("", 0, words, far future). */
export function parseProviderTime(value: unknown): Date | null {
  const number = typeof value === "number" ? value : typeof value === "string" && value.trim() ? Number(value) : NaN;
  if (!(number > 0)) return null;
  const milliseconds = number >= 1e11 ? number : number * 1000;
  return milliseconds < latestTimeMs ? new Date(milliseconds) : null;
}

/** "-6.2,106.8" (latitude first) → coordinates; undefined when it is not a place on earth. */
export function parseCoordinates(text: string | undefined): { latitude: number; longitude: number } | undefined {
  const match = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text ?? "");
  if (!match) return undefined;
  const latitude = Number(match[1]);
  const longitude = Number(match[2]);
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

/** An absolute http(s) address, or undefined. */
export function parseWebUrl(text: string | undefined): URL | undefined {
  const url = text ? URL.parse(text) : null;
  return url && (url.protocol === "https:" || url.protocol === "http:") ? url : undefined;
}

const latestTimeMs = Date.UTC(2200, 0);
