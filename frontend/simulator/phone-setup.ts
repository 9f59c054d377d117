import { findShowroom, findStaff, firstName, randomCustomer, type StaffMember } from "./people";
import type { StaffRole, WorldView } from "./world-view";

/** Names a phone on the page. */
export type PhoneId = string;

/** A person's phone with its chat with a showroom. */
export type PersonPhone = { id: PhoneId; kind: "person"; number: string; name: string; device: string };

/** A showroom's own phone: the device customers write to, with its list of chats. `chatWith` is the open one's number. */
export type ShowroomPhone = { id: PhoneId; kind: "showroom"; device: string; chatWith: string | null };

export type PhoneSetup = PersonPhone | ShowroomPhone;

export type PhoneRole = StaffRole | "customer" | "showroom";

export const ROLE_NAMES: Record<PhoneRole, string> = {
  owner: "Pemilik",
  admin: "Admin",
  sales: "Sales",
  customer: "Pelanggan",
  showroom: "HP showroom",
};

/** In the showroom they write to: the owner of one showroom is a customer of the other. */
export function roleAt(world: WorldView, phone: PhoneSetup): PhoneRole {
  if (phone.kind === "showroom") return "showroom";
  const staff = findStaff(world, phone.number);
  return staff?.showroom.devices.includes(phone.device) ? staff.role : "customer";
}

/** Whose phone it is, in words. */
export function nameOf(world: WorldView, phone: PhoneSetup): string {
  return phone.kind === "person" ? phone.name : (findShowroom(world, phone.device)?.name ?? "Showroom");
}

/** Short enough for a tab: the role; where several phones have it the first name, and the city where that says too little. */
export function shortNameOf(world: WorldView, phone: PhoneSetup, phones: PhoneSetup[]): string {
  const role = roleAt(world, phone);
  const others = phones.filter((other) => other.id !== phone.id && roleAt(world, other) === role);
  if (others.length === 0) return ROLE_NAMES[role];
  const city = findShowroom(world, phone.device)?.city ?? "";
  if (phone.kind === "showroom") return `HP ${city}`;
  const hasNamesake = others.some((other) => firstName(nameOf(world, other)) === firstName(phone.name));
  return hasNamesake ? `${firstName(phone.name)} ${city}` : firstName(phone.name);
}

export function customerPhone(device: string, person = randomCustomer()): PersonPhone {
  return { id: newId(), kind: "person", device, ...person };
}

export function staffPhone({ number, name, showroom }: StaffMember): PersonPhone {
  return { id: newId(), kind: "person", number, name, device: showroom.devices[0] ?? "" };
}

export function showroomPhone(device: string): ShowroomPhone {
  return { id: newId(), kind: "showroom", device, chatWith: null };
}

/** Somebody with that role at that showroom, who is not on the page yet if there is such a person; null when nobody has it. */
export function phoneFor(
  world: WorldView,
  role: PhoneRole,
  device: string,
  onPage: readonly PhoneSetup[],
): PhoneSetup | null {
  if (role === "customer") return customerPhone(device);
  if (role === "showroom") return showroomPhone(device);
  const showroom = findShowroom(world, device);
  const people = showroom?.staff.filter((person) => person.role === role) ?? [];
  const isOnPage = (number: string) => onPage.some((phone) => phone.kind === "person" && phone.number === number);
  const person = people.find(({ number }) => !isOnPage(number)) ?? people[0];
  return person && showroom ? { ...staffPhone({ ...person, showroom }), device } : null;
}

function newId(): PhoneId {
  return crypto.randomUUID();
}
