import { parseStaffMessage, type StaffCommand, type StaffFlow } from "@/backend/features/language";

/** "SKIP", "tidak ada", "-": there is nothing to say. */
export function wantsSkip(text: string): boolean {
  return answers(text, "upload_features", "skip");
}

/** "velg racing, kamera mundur + spoiler" → one entry each, as typed. */
export function readFeatures(text: string): string[] {
  return text
    .split(/[,;\n+•]|\s+(?:dan|sama|plus)\s+|(?:^|\s)-\s+/i)
    .map((part) => part.replace(/\s+/g, " ").trim().slice(0, 60))
    .filter((part) => part.length > 1)
    .slice(0, 20);
}

/** "1", "gas", "ya publish aja". */
export function wantsApproval(text: string): boolean {
  return answers(text, "upload_confirm", "confirm");
}

/** "2", "ubah dulu", "edit harga". */
export function wantsEdit(text: string): boolean {
  return answers(text, "upload_confirm", "edit");
}

/** "3", "simpan draft dulu". */
export function wantsDraft(text: string): boolean {
  return answers(text, "upload_confirm", "draft");
}

function answers(text: string, flow: StaffFlow, command: StaffCommand): boolean {
  return parseStaffMessage(text, { flow }).command === command;
}
