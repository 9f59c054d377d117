import { ValidationError } from "@/backend/platform/errors";

const maxFields = 200;

/** "multipart/form-data; boundary=x" → "x"; null for any other content type. */
export function multipartBoundary(contentType: string): string | null {
  if (!/^\s*multipart\/form-data\b/i.test(contentType)) return null;
  const match = /boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType);
  return match?.[1] ?? match?.[2] ?? null;
}

/**
 * The text fields of a multipart form, in order; file parts are skipped. Synchronous, because a webhook is parsed
 * before anything is awaited (the platform's `formData()` is not).
 * @throws ValidationError when the body is cut off or is not multipart.
 */
export function readMultipartFields(body: Uint8Array, boundary: string): [string, string][] {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const fields: [string, string][] = [];

  let position = buffer.indexOf(`--${boundary}`);
  while (position !== -1 && fields.length < maxFields) {
    const afterBoundary = position + boundary.length + 2;
    if (buffer.toString("latin1", afterBoundary, afterBoundary + 2) === "--") return fields;

    const headersEnd = buffer.indexOf("\r\n\r\n", afterBoundary);
    const contentEnd = headersEnd === -1 ? -1 : buffer.indexOf(`\r\n--${boundary}`, headersEnd + 4);
    if (contentEnd === -1) break;

    const name = textFieldName(buffer.toString("utf8", afterBoundary, headersEnd));
    if (name) fields.push([name, buffer.toString("utf8", headersEnd + 4, contentEnd)]);
    position = contentEnd + 2;
  }
  throw new ValidationError({ body: "is not a complete multipart form" });
}

function textFieldName(headers: string): string | null {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? "";
  if (/;\s*filename\*?=/i.test(disposition)) return null;
  const match = /;\s*name=(?:"([^"]*)"|([^\s;]+))/i.exec(disposition);
  return match?.[1] ?? match?.[2] ?? null;
}
