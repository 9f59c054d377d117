/**
 * Indonesian phone numbers in the digits form WhatsApp uses: country code first, no plus ("628123456789").
 * Accepts "0812-3456-789", "+62 812 3456 789", "812…"; null when it cannot be a phone number (8 to 15 digits, E.164).
 */
export function normalizePhone(text: string): string | null {
  const digits = text.replace(/@.*$/, "").replace(/:\d+$/, "").replace(/\D/g, "");
  const international = digits.startsWith("0")
    ? `62${digits.slice(1)}`
    : digits.startsWith("8") && digits.length <= 12
      ? `62${digits}`
      : digits;
  return /^[1-9]\d{7,14}$/.test(international) ? international : null;
}

/** "6281234567890" → "0812-3456-7890" for people; foreign numbers as "+<digits>". */
export function formatPhone(phone: string): string {
  if (!phone.startsWith("62")) return `+${phone}`;
  const local = `0${phone.slice(2)}`;
  return [local.slice(0, 4), local.slice(4, 8), local.slice(8)].filter(Boolean).join("-");
}
