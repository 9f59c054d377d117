import type { CustomerIntent } from "@/backend/features/language";
import { describeHours, openStateAt, type TenantProfile, weekdayName } from "@/backend/features/tenants";
import { formatRupiah, formatThousands } from "@/backend/platform/money";
import { formatPhone } from "@/backend/platform/phone";
import type { FoundStock, StockCar } from "./search-stock";

/** Where the customer writes to. */
export type Showroom = { tenant: TenantProfile; siteUrl: string };

export type CustomerReplyInput = {
  intents: readonly CustomerIntent[];
  customerName: string;
  hasPhotos: boolean;
  /** Kinds of message that are neither text nor picture. */
  otherKinds: readonly string[];
  showroom: Showroom;
  /** Result of the search when the message asked for cars; every price in the reply comes from here. */
  stock: FoundStock | null;
  now: Date;
};

const OPTED_OUT =
  "Baik, kami tidak akan mengirim pesan lagi ke nomor ini. Kalau suatu saat butuh mobil, silakan chat kami kapan saja.";

/** The words of one answer. Pure: only what is in `input` can be said. */
export function customerReply(input: CustomerReplyInput): string {
  const { intents, showroom } = input;
  if (input.hasPhotos) return "Terima kasih fotonya. Tim kami akan melihatnya dan membalas di sini ya.";
  if (intents.length === 0 && input.otherKinds.length > 0) return otherKindReply(input.otherKinds);

  if (intents.includes("opt_out")) return OPTED_OUT;

  const parts: string[] = [];
  if (input.stock) parts.push(stockReply(input.stock, showroom));
  if (intents.includes("location")) parts.push(locationReply(showroom));
  if (intents.includes("hours")) parts.push(hoursReply(showroom, input.now));
  if (parts.length > 0) return parts.join("\n\n");
  if (intents.includes("thanks"))
    return "Sama-sama. Kalau ada yang mau ditanyakan lagi, langsung chat di sini saja ya.";
  if (intents.length === 0 || intents.includes("greeting")) return greeting(input);
  return `Baik, pertanyaannya saya teruskan ke tim ${showroom.tenant.name} dan akan dibalas di sini. ${openText(showroom, input.now)}`;
}

function greeting({ showroom, customerName }: CustomerReplyInput): string {
  const name = customerName ? ` ${customerName.split(" ")[0]}` : "";
  return `Halo${name}, selamat datang di ${showroom.tenant.name}. Lagi cari mobil apa? Tulis saja misalnya "Avanza matic 2019 ke atas" atau "budget 150 juta".\n\nSemua stok: ${showroom.siteUrl}/mobil`;
}

function stockReply(stock: FoundStock, { siteUrl }: Showroom): string {
  const wanted = stock.wanted || "mobil itu";
  if (stock.cars.length === 0 && wanted.startsWith("#")) {
    return `Maaf, unit ${wanted} sudah tidak tersedia. Stok lain bisa dilihat di ${siteUrl}/mobil`;
  }
  if (stock.cars.length === 0) {
    return `Maaf, ${wanted} belum ada di stok kami saat ini. Mau kami kabari kalau masuk? Stok lain bisa dilihat di ${siteUrl}/mobil`;
  }
  const head = stock.exact
    ? `Ada, ${stock.total} unit yang cocok:`
    : `Maaf, ${wanted} yang persis begitu belum ada. Yang paling mendekati (${stock.relaxed.join(", ")}):`;
  const more =
    stock.total > stock.cars.length ? `\n\nDan ${stock.total - stock.cars.length} unit lagi di ${stock.url}` : "";
  const question = stock.cars.length > 1 ? "Tertarik yang nomor berapa?" : "Mau jadwalkan lihat unitnya?";
  return `${head}\n\n${stock.cars.map((car, index) => carLine(car, index + 1)).join("\n")}${more}\n\n${question}`;
}

function carLine(car: StockCar, number: number): string {
  const traits = [car.transmission, `${formatThousands(car.km)} km`, ...car.keyFeatures.slice(0, 2)].join(", ");
  const booked = car.status === "booking" ? " (sedang dibooking)" : "";
  return `${number}. *${car.publicName}*${booked}\n   ${traits}\n   ${formatRupiah(car.priceRupiah)}\n   ${car.url}`;
}

function locationReply({ tenant: { name, address, city, mapsUrl } }: Showroom): string {
  const place = [address, city].filter(Boolean).join(", ");
  if (!place) return `Alamat lengkap ${name} saya mintakan ke tim ya, sebentar.`;
  return `Kami di ${place}.${mapsUrl ? `\nPeta: ${mapsUrl}` : ""}`;
}

function hoursReply(showroom: Showroom, now: Date): string {
  const lines = describeHours(showroom.tenant.businessHours).map(({ days, hours }) => `${days}: ${hours}`);
  return `Jam buka ${showroom.tenant.name}:\n${lines.join("\n")}\n${openText(showroom, now)}`;
}

function openText({ tenant }: Showroom, now: Date): string {
  const state = openStateAt(tenant.businessHours, tenant.timezone, now);
  if (state.open) return `Sekarang buka sampai pukul ${state.closesAt?.replace(":", ".")}.`;
  if (!state.opensAt) return tenant.phone ? `Telepon: ${formatPhone(tenant.phone)}.` : "";
  const { inDays, weekday, time } = state.opensAt;
  const day = inDays === 0 ? "hari ini" : inDays === 1 ? "besok" : `hari ${weekdayName(weekday)}`;
  return `Sekarang tutup, buka lagi ${day} pukul ${time.replace(":", ".")}.`;
}

function otherKindReply(kinds: readonly string[]): string {
  if (kinds.includes("audio"))
    return "Maaf, saya belum bisa mendengarkan voice note. Tim kami akan mendengarkannya; kalau mau cepat, tulis saja pertanyaannya di sini.";
  if (kinds.includes("location"))
    return "Terima kasih lokasinya. Ada yang bisa saya bantu, misalnya cari mobil atau arah ke showroom?";
  if (kinds.includes("sticker")) return "😊 Ada yang bisa saya bantu? Lagi cari mobil apa?";
  return "Terima kasih, kirimannya sudah kami terima dan akan dilihat tim kami.";
}
