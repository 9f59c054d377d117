import type { DeviceView, GatewayName } from "@/backend/features/whatsapp";
import { formatPhone } from "@/backend/platform/phone";
import type { Choice } from "@/frontend/dashboard/ui/choices";
import { formatAgo } from "@/frontend/dashboard/ui/time";

const GATEWAYS: Record<GatewayName, string> = {
  simulator: "Simulator",
  fonnte: "Fonnte",
  waha: "WAHA",
  meta: "WhatsApp Cloud API",
  aimeow: "Aimeow",
  evolution: "Evolution",
};

/** A number in words. */
export function deviceFacts(device: DeviceView, defaultGateway: GatewayName, now: Date, timezone: string) {
  return {
    id: device.id,
    number: formatPhone(device.number),
    status: device.status,
    gateway: GATEWAYS[device.gateway ?? defaultGateway],
    branch: device.branchName ?? "Semua cabang",
    seen: device.lastSeenAt ? formatAgo(device.lastSeenAt, now, timezone) : "Belum pernah",
    botEnabled: device.botEnabled,
    conversations: device.conversations,
  };
}

/** What can be added here: a real provider first, the simulator only where there is one. */
export function gatewayChoices(gateways: ReadonlyMap<GatewayName, unknown>): Choice[] {
  const choices = [
    { value: "fonnte", label: "Fonnte", hint: "Nomor WhatsApp sungguhan, disambungkan dengan memindai QR." },
    { value: "simulator", label: "Simulator", hint: "Ponsel tiruan di halaman /simulator, untuk mencoba tanpa akun." },
  ] as const;
  return choices.filter(({ value }) => gateways.has(value));
}

/** undefined for anything else: the verb refuses it with a sentence. */
export function readGateway(text: string): "simulator" | "fonnte" {
  return text === "simulator" ? "simulator" : "fonnte";
}
