import { normalizePhone } from "@/backend/platform/phone";
import type { FonnteSendOptions } from "./fonnte-send";
import type { GatewayDevice, SessionFailureKind, SessionResult } from "./gateway";
import { parseWebUrl } from "./provider-values";
import { redactToken } from "./redact-body";
import { fieldFlag, fieldText, readJsonFields, storableText, type WebhookFields } from "./webhook-fields";

type Answer = { ok: true; fields: WebhookFields } | Extract<SessionResult, { ok: false }>;

/** POST {apiUrl}/qr (docs.fonnte.com/api-get-qr): a picture to scan, or a refusal because the device is connected. */
export async function connectWithFonnte(
  options: FonnteSendOptions,
  device: GatewayDevice,
  signal: AbortSignal,
): Promise<SessionResult> {
  const answer = await ask(options, device, "qr", { type: "qr", whatsapp: device.number }, signal);
  if (!answer.ok) return /already connect/i.test(answer.reason) ? { ok: true, status: "connected" } : answer;
  const base64 = (fieldText(answer.fields, "url") ?? "").replace(/^data:image\/png;base64,/, "");
  if (!/^[A-Za-z0-9+/\s]{40,400000}={0,2}$/.test(base64)) return refuse("rejected", "the answer holds no QR");
  return { ok: true, status: "qr", qrImage: `data:image/png;base64,${base64.replace(/\s/g, "")}` };
}

/** POST {apiUrl}/device (docs.fonnte.com/api-device-profile): also whether the token is this number's. */
export async function fonnteStatus(
  options: FonnteSendOptions,
  device: GatewayDevice,
  signal: AbortSignal,
): Promise<SessionResult> {
  const answer = await ask(options, device, "device", {}, signal);
  if (!answer.ok) return answer;
  const number = normalizePhone(fieldText(answer.fields, "device") ?? "");
  if (number && number !== device.number) return refuse("other_number", "the token belongs to another number");
  const isConnected = /^connect(ed)?$/i.test(fieldText(answer.fields, "device_status") ?? "");
  return { ok: true, status: isConnected ? "connected" : "disconnected" };
}

export async function disconnectFromFonnte(
  options: FonnteSendOptions,
  device: GatewayDevice,
  signal: AbortSignal,
): Promise<SessionResult> {
  const answer = await ask(options, device, "disconnect", {}, signal);
  const isDown = answer.ok || /disconnect|not connect/i.test(answer.reason);
  return isDown ? { ok: true, status: "disconnected" } : answer;
}

async function ask(
  options: FonnteSendOptions,
  device: GatewayDevice,
  path: string,
  fields: Record<string, string>,
  signal: AbortSignal,
): Promise<Answer> {
  const token = device.token ?? options.token;
  if (!token || !/^[\x21-\x7e]+$/.test(token)) return refuse("auth", "the device has no usable token");
  const endpoint = parseWebUrl(`${(device.apiUrl ?? options.apiUrl).replace(/\/+$/, "")}/${path}`);
  if (!endpoint) return refuse("rejected", "the API address is not a web address");

  try {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: { Authorization: token },
      body: new URLSearchParams(fields),
      redirect: "manual",
      keepalive: false,
      signal: AbortSignal.any([signal, AbortSignal.timeout(options.timeoutMs)]),
    });
    return readAnswer(response.status, await response.text(), token);
  } catch (error) {
    return refuse("unreachable", error instanceof Error ? error.name : "no answer");
  }
}

/** Refusals come with HTTP 200: the body's `status` decides. */
function readAnswer(httpStatus: number, body: string, token: string): Answer {
  const fields = parse(body);
  if (!fields) {
    const kind = httpStatus === 401 || httpStatus === 403 ? "auth" : "unreachable";
    return refuse(kind, `HTTP ${httpStatus} without a readable answer`);
  }
  if (fieldFlag(fields, "status")) return { ok: true, fields };
  const reason = redactToken(fieldText(fields, "reason", "detail", "message") ?? `HTTP ${httpStatus}`, token);
  return refuse(/token|unknown user|unauthori[sz]ed/i.test(reason) ? "auth" : "rejected", reason);
}

function refuse(kind: SessionFailureKind, reason: string): Extract<SessionResult, { ok: false }> {
  return { ok: false, kind, reason: storableText(reason).slice(0, 200) };
}

function parse(body: string): WebhookFields | null {
  try {
    return readJsonFields(body);
  } catch {
    return null;
  }
}
