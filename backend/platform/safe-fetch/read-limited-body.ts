import type { IncomingMessage } from "node:http";
import { SafeFetchError } from "./safe-fetch-error";

/** `contentType` is what the server claims, lower-cased and without parameters ("image/jpeg"); sniff before use. */
export type FetchedFile = { bytes: Uint8Array; contentType: string | null };

type BodyLimits = { host: string; maxBytes: number; signal: AbortSignal };

/**
 * Reads a 200 answer and hangs up as soon as it is known to be too large, by its header or by counting. Compressed
 * bodies are refused: we asked for none, and unpacking could exceed any limit.
 * @throws SafeFetchError
 */
export async function readLimitedBody(response: IncomingMessage, limits: BodyLimits): Promise<FetchedFile> {
  try {
    checkHead(response, limits);
    const bytes = await collect(response, limits);
    const contentType = response.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() || null;
    return { bytes, contentType };
  } catch (error) {
    if (error instanceof SafeFetchError) throw error;
    throw new SafeFetchError(limits.signal.aborted ? "timeout" : "network", limits.host, { cause: error });
  } finally {
    response.destroy();
  }
}

function checkHead(response: IncomingMessage, { host, maxBytes }: BodyLimits): void {
  const { statusCode: status, headers } = response;
  if (status !== 200) throw new SafeFetchError("status", `${host}: HTTP ${status}`, { status });
  if (Number(headers["content-length"] ?? 0) > maxBytes) throw tooLarge(host, maxBytes);
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") throw new SafeFetchError("blocked", `${host}: compressed body`);
}

async function collect(response: IncomingMessage, { host, maxBytes }: BodyLimits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response) {
    const bytes: Uint8Array = chunk;
    length += bytes.byteLength;
    if (length > maxBytes) throw tooLarge(host, maxBytes);
    chunks.push(bytes);
  }
  if (!response.complete) throw new SafeFetchError("network", `${host}: body cut off`);
  return new Uint8Array(Buffer.concat(chunks, length));
}

function tooLarge(host: string, maxBytes: number): SafeFetchError {
  return new SafeFetchError("too_large", `${host}: more than ${maxBytes} bytes`);
}
