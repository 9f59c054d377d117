import { expect, test } from "bun:test";
import { systemClock } from "@/backend/platform/clock";
import { safeFetch } from "@/backend/platform/safe-fetch/safe-fetch";
import { startFakeFonnte } from "@/backend/testing/fake-fonnte";
import { createFonnteGateway } from "./fonnte";

test("an attachment named by a webhook can be fetched from a host the operator allows, and from no other", async () => {
  const fonnte = startFakeFonnte({ token: "token" });
  const url = fonnte.hostFile(new Uint8Array([1, 2, 3]), "image/jpeg");
  const fields = { device: "628123456789", sender: "6281300000002", url, extension: "jpg", inboxid: 1 };
  const [event] = createFonnteGateway({ clock: systemClock }).parseWebhook({
    contentType: "application/json",
    body: new TextEncoder().encode(JSON.stringify(fields)),
    headers: new Headers(),
  });
  const mediaUrl = event?.type === "message" ? (event.media?.url ?? "") : "";

  const limits = { maxBytes: 10, timeoutMs: 5000, allowPublicHosts: "any" as const };
  const file = await safeFetch(mediaUrl, { ...limits, allowedHosts: [new URL(fonnte.url).host] });
  expect(file).toEqual({ bytes: new Uint8Array([1, 2, 3]), contentType: "image/jpeg" });
  await expect(safeFetch(mediaUrl, { ...limits, allowedHosts: [] })).rejects.toMatchObject({ failure: "blocked" });
  await fonnte.stop();
});
