import type { BotSwitchOutcome, Chat } from "../bot-switch";

export const ALREADY_ON = "Bot memang sudah aktif di nomor ini, dan tidak ada chat yang sedang Anda pegang.";
export const ALREADY_OFF =
  "Bot memang sudah mati untuk semua chat di nomor ini. Ketik */bot on* untuk menyalakannya lagi.";
export const NOTHING_HELD =
  "Tidak ada chat yang sedang Anda pegang. Untuk chat tertentu, tulis nomornya, contoh: /bot on 081234567890";

export function listed(question: string, chats: Chat[]): string {
  const lines = chats.map(({ label }, index) => `${index + 1}. ${label}`);
  return [question, "", ...lines, "", "Ketik nomornya."].join("\n");
}

export function chatOn({ chat, wasSilent, isDeviceOn }: Extract<BotSwitchOutcome, { type: "chat_bot_on" }>): string {
  if (!isDeviceOn) {
    const given = wasSilent ? "sudah dikembalikan ke bot" : "memang ada di bot";
    return `Chat ${chat.label} ${given}, tetapi bot untuk semua chat di nomornya masih mati. Owner bisa menyalakannya dengan */bot on*.`;
  }
  return wasSilent
    ? `🤖 Bot kembali menjawab di chat ${chat.label}.`
    : `Bot memang sedang aktif di chat ${chat.label}.`;
}

export function chatOff({ chat, holder, isNew }: Extract<BotSwitchOutcome, { type: "chat_bot_off" }>): string {
  const onAgain = `*/bot on${chat.phone ? ` ${chat.phone}` : ""}*`;
  if (isNew) {
    return [
      `🔇 Bot diam di chat ${chat.label}, sekarang Anda yang pegang.`,
      "Pesan pelanggan saya teruskan ke sini. Balas lewat WhatsApp showroom.",
      `Nyalakan lagi: ${onAgain}. Kalau 12 jam tidak ada balasan dari tim, bot melanjutkan sendiri; sebelumnya Anda dikabari.`,
    ].join("\n");
  }
  const who = holder === "you" ? "Anda" : holder;
  return `🔇 Bot tetap diam di chat ${chat.label}, yang pegang ${who}. Hitungan 12 jamnya mulai lagi dari sekarang. Nyalakan lagi: ${onAgain}`;
}

export function deviceSwitched(on: boolean): string {
  return on
    ? "🤖 Bot aktif lagi untuk semua chat di nomor ini, kecuali chat yang sedang dipegang tim."
    : "🔇 Bot mati untuk SEMUA chat pelanggan di nomor ini. Perintah staf tetap jalan. Nyalakan lagi: */bot on*.";
}
