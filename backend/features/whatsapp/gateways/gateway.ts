/**
 * The port every WhatsApp provider is plugged into. One instance serves all devices of its kind; it keeps no state per
 * device, reads no database and no environment.
 */
export interface WhatsAppGateway {
  readonly name: GatewayName;
  readonly pacing: Pacing;
  /** True when sending the same `message.id` twice shows it once, so that an `unknown` outcome may be sent again. */
  readonly idempotentSend: boolean;
  /** Pure and quick, nothing is fetched. @throws ValidationError when the body cannot be what this provider sends. */
  parseWebhook(request: WebhookRequest): InboundEvent[];
  /** The shared secret that travels inside the body, to be compared in constant time by the route; null without one. */
  bodySecret(request: WebhookRequest): string | null;
  /** The body as it may be stored and logged: readable text without credentials, NUL or lone surrogates. Never throws. */
  redactBody(request: WebhookRequest): string;
  /** Never throws: whatever happens is a `SendResult`, and no token is ever part of its `reason`. */
  send(device: GatewayDevice, message: OutgoingMessage, signal: AbortSignal): Promise<SendResult>;
  /** Opens the number's session. A QR is to be scanned, and asked for again when it has run out. Never throws. */
  connect?(device: GatewayDevice, signal: AbortSignal): Promise<SessionResult>;
  /** Is the session open? Providers limit how often: not more than once a minute for a device. Never throws. */
  status?(device: GatewayDevice, signal: AbortSignal): Promise<SessionResult>;
  /** Ends the session; the phone shows one linked device less. Never throws. */
  disconnect?(device: GatewayDevice, signal: AbortSignal): Promise<SessionResult>;
}

export type GatewayName = "simulator" | "fonnte" | "waha" | "meta" | "aimeow" | "evolution";

/** Limits for one device: sends in flight at once, and a token bucket in front of them. */
export type Pacing = { concurrency: number; ratePerSecond: number; burst: number };

/** The raw request as it arrived; `body` is already limited in size by the route. */
export type WebhookRequest = { contentType: string; body: Uint8Array; headers: Headers };

/** Credentials are already decrypted; null falls back to the gateway's configured default. */
export type GatewayDevice = { number: string; token: string | null; apiUrl: string | null };

export type OutgoingMessage = {
  /** Our id, the same in every attempt. */
  id: string;
  /** The raw chat id as it arrived, or phone digits ("6281300000002"). */
  to: string;
  text: string;
  /** A public address the provider can fetch; `text` is then its caption. */
  image?: { url: string } | undefined;
  /** `providerId` of the inbound message to quote. */
  replyToProviderId?: string | undefined;
};

export type SendResult =
  /** Accepted by the provider (queued, not yet delivered); `providerId` is what its receipts will name. */
  { ok: true; providerId: string | null } | { ok: false; kind: SendFailureKind; reason: string; retryAfterMs?: number };

/**
 * - `auth`, `device_down`, `quota`: nothing was sent and the device cannot send: pause its lane, tell the owner.
 * - `rate`: nothing was sent; try again after `retryAfterMs` (also: provider unreachable before a byte was sent).
 * - `bad_target`, `rejected`: this message will never be accepted; the next one may be.
 * - `media`: the provider could not take the image; worth one more attempt, then the text alone.
 * - `unknown`: it may or may not have been sent. Never send again unless `idempotentSend`.
 */
export type SendFailureKind =
  | "auth"
  | "device_down"
  | "rate"
  | "bad_target"
  | "media"
  | "quota"
  | "rejected"
  | "unknown";

export type SessionResult =
  | { ok: true; status: "connected" | "disconnected" }
  /** The picture of the QR, a "data:image/png;base64,…" address. */
  | { ok: true; status: "qr"; qrImage: string }
  | { ok: false; kind: SessionFailureKind; reason: string };

/** `other_number`: the credentials belong to another number than this device's. */
export type SessionFailureKind = "auth" | "other_number" | "unreachable" | "rejected";

export type InboundEvent = InboundMessage | InboundReceipt | InboundDeviceStatus | IgnoredWebhook;

export type InboundMessage = {
  type: "message";
  deviceNumber: string;
  /** The dedupe key, unique together with the device. Either the provider's own id or `sha256:<hex>`. */
  providerId: string;
  /** Raw, to be answered as it is: digits, `…@lid`, `…@c.us`. */
  chatId: string;
  /** International digits, null when only an opaque id (LID) is known. */
  phone: string | null;
  senderName?: string | undefined;
  /** Typed on the showroom's own phone, or an echo of our own send. `chatId` may then be the device itself. */
  fromMe: boolean;
  /** What the person wrote, or the caption; "" for media without one. Provider placeholders are removed. */
  text: string;
  media?: InboundMedia | undefined;
  location?: { latitude: number; longitude: number } | undefined;
  quotedProviderId?: string | undefined;
  /** Provider's time of sending; null when it gave none that can be trusted. */
  sentAt: Date | null;
};

export type InboundMedia = {
  /** `unknown`: something that is not text was sent and the provider does not say what (and gives no file). */
  kind: "image" | "video" | "audio" | "document" | "sticker" | "contact" | "unknown";
  /** Where the file can be fetched for a short time; neither url nor objectKey means the provider keeps it back. */
  url?: string | undefined;
  /** Already in our own object store (simulator). */
  objectKey?: string | undefined;
  filename?: string | undefined;
  /** As claimed by the provider: never trusted, content is sniffed. */
  mimeType?: string | undefined;
};

/**
 * Progress of something we sent; a status only ever moves forward. `queued` (accepted, waiting at the provider) tells
 * little by itself, but may be the event that binds `providerId` to `stateId`.
 */
export type InboundReceipt = {
  type: "receipt";
  deviceNumber: string;
  /** What `send` returned; null when the provider only names the WhatsApp id. */
  providerId: string | null;
  /** WhatsApp's own id; later receipts may carry nothing else. */
  stateId: string | null;
  status: "queued" | "sent" | "delivered" | "read" | "failed";
  reason?: string | undefined;
};

export type InboundDeviceStatus = {
  type: "device";
  deviceNumber: string;
  status: "connected" | "disconnected";
  reason?: string | undefined;
};

/** Understood, and nothing to do: groups, status broadcasts, newsletters, shapes without meaning for us. */
export type IgnoredWebhook = { type: "ignored"; deviceNumber: string | null; why: string };
