import type { ShowroomOption, StaffOption, StaffRole, WorldView } from "./world-view";

export type PhoneId = "owner" | "sales" | "customer";

/** One simulated phone: whose it is, and which showroom's number its chat is with. */
export type PhoneSetup = { id: PhoneId; number: string; name: string; device: string };

export const ROLE_NAMES: Record<StaffRole | "customer", string> = {
  owner: "Pemilik",
  admin: "Admin",
  sales: "Sales",
  customer: "Pelanggan",
};

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

/** In the showroom they write to: the owner of one showroom is a customer of the other. */
export function roleAt(world: WorldView, phone: PhoneSetup): StaffRole | "customer" {
  const staff = findStaff(world, phone.number);
  return staff?.showroom.devices.includes(phone.device) ? staff.role : "customer";
}

export function findShowroom(world: WorldView, device: string): ShowroomOption | null {
  return world.showrooms.find((showroom) => showroom.devices.includes(device)) ?? null;
}

/** Owner, sales and a new customer of the first showroom; what was chosen last time wins while it still exists. */
export function startingPhones(world: WorldView, saved: PhoneSetup[]): PhoneSetup[] {
  const first = world.showrooms[0];
  const device = first?.devices[0] ?? "";
  const staff = (id: PhoneId, role: StaffRole): PhoneSetup => {
    const person = first?.staff.find((candidate) => candidate.role === role) ?? randomCustomer();
    return { id, device, number: person.number, name: person.name };
  };
  const defaults: PhoneSetup[] = [
    staff("owner", "owner"),
    staff("sales", "sales"),
    { id: "customer", device, ...randomCustomer() },
  ];

  return defaults.map((phone) => {
    const before = saved.find(({ id }) => id === phone.id);
    return before && isStillPossible(world, before) ? before : phone;
  });
}

function isStillPossible(world: WorldView, phone: PhoneSetup): boolean {
  const wasStaff = phone.id !== "customer";
  return findShowroom(world, phone.device) !== null && (!wasStaff || findStaff(world, phone.number) !== null);
}

const MEMORY = "autoleads-simulator-phones";

export function rememberPhones(phones: PhoneSetup[]): void {
  localStorage.setItem(MEMORY, JSON.stringify(phones));
}

export function rememberedPhones(): PhoneSetup[] {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(MEMORY) ?? "[]");
    return Array.isArray(saved) ? saved.filter(isSetup) : [];
  } catch {
    return [];
  }
}

function isSetup(value: unknown): value is PhoneSetup {
  if (typeof value !== "object" || value === null || !("id" in value)) return false;
  return ["id", "number", "name", "device"].every((field) => typeof Reflect.get(value, field) === "string");
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
