/** "6281234567890" → "0812-3456-7890"; foreign numbers as "+<digits>". */
export function formatPhone(phone: string): string {
  if (!phone.startsWith("62")) return `+${phone}`;
  const local = `0${phone.slice(2)}`;
  return [local.slice(0, 4), local.slice(4, 8), local.slice(8)].filter(Boolean).join("-");
}
