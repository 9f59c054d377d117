import type { ShowroomOption, StaffOption, WorldView } from "./world-view";

const FIRST_NAMES = ["Rina", "Agus", "Dewi", "Bayu", "Putri", "Hendra", "Maya", "Yoga", "Lestari", "Fajar", "Nadia"];

/** Somebody new to the showroom: a name and an Indonesian mobile number. */
export function randomCustomer(random = Math.random): { name: string; number: string } {
  const digits = String(Math.floor(random() * 1e8)).padStart(8, "0");
  return { name: FIRST_NAMES[Math.floor(random() * FIRST_NAMES.length)] ?? "Rina", number: `62857${digits}` };
}

export type StaffMember = StaffOption & { showroom: ShowroomOption };

export function findStaff(world: WorldView, number: string): StaffMember | null {
  for (const showroom of world.showrooms) {
    const person = showroom.staff.find((candidate) => candidate.number === number);
    if (person) return { ...person, showroom };
  }
  return null;
}

export function findShowroom(world: WorldView, device: string): ShowroomOption | null {
  return world.showrooms.find((showroom) => showroom.devices.includes(device)) ?? null;
}

/** "0812 3456 7890" as typed → "6281234567890"; null when it cannot be a WhatsApp number. */
export function readNumber(typed: string): string | null {
  const digits = typed.replace(/\D/g, "");
  const international = digits.startsWith("0")
    ? `62${digits.slice(1)}`
    : digits.startsWith("8")
      ? `62${digits}`
      : digits;
  return /^[1-9]\d{7,14}$/.test(international) ? international : null;
}

/** "6281234567890" → "0812-3456-7890". */
export function showNumber(number: string): string {
  if (!number.startsWith("62")) return `+${number}`;
  const local = `0${number.slice(2)}`;
  return [local.slice(0, 4), local.slice(4, 8), local.slice(8)].filter(Boolean).join("-");
}

export function firstName(name: string): string {
  return name.split(" ")[0] ?? name;
}

/** "Showroom Mobil Surabaya" → "MS", "Rina" → "R"; for avatars. */
export function initialsOf(name: string): string {
  const words = name.replace(/^(showroom|mobil)\s+/i, "").split(/\s+/);
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}
