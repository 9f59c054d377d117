import type { CachedPage, Encoding } from "./page-cache";

/** A page as an answer to this request: in the encoding the client takes, or 304 when it has it already. */
export async function sendPage(request: Request, page: CachedPage<unknown>): Promise<Response> {
  const encoding = chooseEncoding(request.headers.get("accept-encoding") ?? "");
  const etag = page.etag(encoding);
  const headers: Record<string, string> = { ...page.headers, ETag: etag, Vary: "Accept-Encoding" };
  const { status } = page;
  const isKnown = status === 200 && hasEtag(request.headers.get("if-none-match") ?? "", etag);
  if (isKnown) return new Response(null, { status: 304, headers });

  if (encoding !== "identity") headers["Content-Encoding"] = encoding;
  return new Response(await page.bytes(encoding), { status, headers });
}

/** Brotli before gzip; an encoding with q=0 is refused by the client. */
export function chooseEncoding(acceptEncoding: string): Encoding {
  const offers = acceptEncoding
    .toLowerCase()
    .split(",")
    .map((offer) => offer.trim());
  for (const encoding of ["br", "gzip"] as const) {
    const offer = offers.find((candidate) => candidate === encoding || candidate.startsWith(`${encoding};`));
    if (offer !== undefined && !/;\s*q=0(?:\.0*)?$/.test(offer)) return encoding;
  }
  return "identity";
}

function hasEtag(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === "") return false;
  return ifNoneMatch.split(",").some((candidate) => candidate.trim().replace(/^W\//, "") === etag);
}
