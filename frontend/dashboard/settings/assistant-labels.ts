/** How each setting of the assistant is called: on its form and in the history. */
export const ASSISTANT_LABELS = {
  name: "Nama asisten",
  personality: "Gaya bicara",
  welcomeMessage: "Sapaan pertama",
  customerChat: "Chat pelanggan",
  staffCommands: "Perintah tim lewat WhatsApp",
  negotiationHints: "Tanggapi nego",
  testDriveBooking: "Atur test drive",
  photoSending: "Kirim foto",
  afterHoursText: "Pesan di luar jam buka",
  temperature: "Kebebasan kata (temperature)",
  maxOutputTokens: "Panjang jawaban paling banyak",
  provider: "Penyedia model",
  extraKnowledge: "Pengetahuan tambahan",
  escalationWords: "Kata yang diteruskan ke orang",
};

export const PERSONALITIES: Record<string, { label: string; hint: string }> = {
  friendly: { label: "Ramah", hint: "“Halo Kak, ada yang bisa saya bantu?”" },
  professional: { label: "Profesional", hint: "“Selamat pagi, Bapak. Silakan, ada yang bisa kami bantu?”" },
  casual: { label: "Santai", hint: "“Hai Kak! Lagi cari mobil apa nih?”" },
};

export const PROVIDERS: Record<string, string> = {
  default: "Ikut pengaturan server",
  none: "Tanpa model (aturan bawaan saja)",
  gemini: "Google Gemini",
  zai: "Z.ai / sesuai OpenAI",
};

/** A value of the history in words: "true" → "ya", "gemini" → "Google Gemini". */
export function settingInWords(key: keyof typeof ASSISTANT_LABELS, value: string): string {
  if (value === "true") return "ya";
  if (value === "false") return "tidak";
  if (value === "") return "(kosong)";
  if (key === "personality") return PERSONALITIES[value]?.label ?? value;
  if (key === "provider") return PROVIDERS[value] ?? value;
  return key === "temperature" ? value.replace(".", ",") : value;
}
