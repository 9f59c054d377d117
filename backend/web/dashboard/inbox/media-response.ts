import type { MessageMedia } from "@/backend/features/conversations";

/** A customer's file for the showroom's people. The type is what the bytes say: nothing a customer sends runs as a page. */
export function mediaResponse({ bytes, filename }: MessageMedia): Response {
  const type = imageTypeOf(bytes);
  const name = (filename ?? "lampiran").replace(/[^\w.-]+/g, "_").slice(0, 80);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": type ?? "application/octet-stream",
      "Content-Disposition": type ? "inline" : `attachment; filename="${name}"`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, max-age=3600",
    },
  });
}

function imageTypeOf(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  if (start.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (start.startsWith("\x89PNG")) return "image/png";
  if (start.startsWith("GIF8")) return "image/gif";
  if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") return "image/webp";
  return null;
}
