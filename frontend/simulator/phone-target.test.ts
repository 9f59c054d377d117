import { describe, expect, test } from "bun:test";
import type { DeviceChat } from "./device-chats-view";
import { customerPhone, type PhoneSetup, phoneFor, roleAt, shortNameOf, showroomPhone } from "./phone-setup";
import { findTarget } from "./phone-target";
import { castOf } from "./stories";
import type { ShowroomOption, WorldView } from "./world-view";

const surabaya = showroom("Surabaya", "628100", ["Hadi:owner", "Budi:sales", "Sari:sales"]);
const malang = showroom("Malang", "628200", ["Agus:owner", "Dimas:sales"]);
const world: WorldView = { showrooms: [surabaya, malang] };

describe("the phones of a story", () => {
  test("the first page has owner, sales and a customer of the first showroom", () => {
    expect(rolesOf(castOf(world, "car"))).toEqual(["owner", "sales", "customer"]);
  });

  test("the whole story has two sales, a customer and the showroom's own phone", () => {
    expect(rolesOf(castOf(world, "team"))).toEqual(["customer", "sales", "sales", "showroom"]);
    expect(namesOf(castOf(world, "team")).slice(1, 3)).toEqual(["Budi", "Sari"]);
  });

  test("where one person does the selling, that person is there once", () => {
    expect(rolesOf(castOf({ showrooms: [malang] }, "team"))).toEqual(["customer", "sales", "showroom"]);
  });

  test("two showrooms are written to by the same customer", () => {
    const [first, , second] = castOf(world, "showrooms");
    expect(first?.device).toBe("6281009");
    expect(second).toMatchObject({ kind: "person", device: "6282009" });
    expect(first?.kind === "person" && second?.kind === "person" && first.number === second.number).toBe(true);
  });

  test("a tab says the role, and the name only where several have it", () => {
    const phones = castOf(world, "team");
    expect(phones.map((phone) => shortNameOf(world, phone, phones))).toEqual([
      "Pelanggan",
      "Budi",
      "Sari",
      "HP showroom",
    ]);
  });

  test("a customer who writes to two showrooms has two tabs that differ", () => {
    const phones = castOf(world, "showrooms");
    const names = phones.map((phone) => shortNameOf(world, phone, phones));
    expect(names.slice(1, 2)).toEqual(["HP Surabaya"]);
    expect(new Set(names).size).toBe(4);
  });

  test("one more of sales is somebody who is not there yet", () => {
    const phones = castOf(world, "car");
    expect(phoneFor(world, "sales", "6281009", phones)).toMatchObject({ name: "Sari" });
    expect(phoneFor(world, "admin", "6281009", phones)).toBeNull();
  });
});

describe("the phone an example of the guide is meant for", () => {
  const [customer, budi, sari, device] = castOf(world, "team");
  const phones = [customer, sari, budi, device].filter((phone) => phone !== undefined);

  test("is the one with that role that was in hand last", () => {
    expect(findTarget({ world, phones, chat: null }, { role: "sales" })).toBe(sari ?? null);
    expect(findTarget({ world, phones, chat: null }, { role: "showroom" })).toBe(device ?? null);
  });

  test("of sales is whoever is being offered the lead, or has the conversation", () => {
    const asked = { name: "Budi", number: numberOf("628100", 1) };
    const offered = chat({ offeredTo: asked });
    const taken = chat({ holder: { type: "person", ...asked } });
    for (const followed of [offered, taken]) {
      expect(findTarget({ world, phones, chat: followed }, { role: "sales" })).toBe(budi ?? null);
    }
  });

  test("comes to the page when it is not there", () => {
    const alone = [customerPhone("6282009")];
    expect(findTarget({ world, phones: alone, chat: null }, { role: "owner" })).toMatchObject({ name: "Agus" });
    const asked = chat({ offeredTo: { name: "Budi", number: numberOf("628100", 1) } });
    expect(findTarget({ world, phones: [showroomPhone("6281009")], chat: asked }, { role: "sales" })).toMatchObject({
      name: "Budi",
    });
  });

  test("is at the showroom that is named", () => {
    const both = castOf(world, "showrooms");
    expect(findTarget({ world, phones: both, chat: null }, { role: "customer", showroom: 1 })).toBe(both[2] ?? null);
  });
});

function rolesOf(phones: PhoneSetup[]): string[] {
  return phones.map((phone) => roleAt(world, phone));
}

function namesOf(phones: PhoneSetup[]): string[] {
  return phones.map((phone) => (phone.kind === "person" ? phone.name : ""));
}

function chat(overrides: Partial<DeviceChat>): DeviceChat {
  const last = { isMine: false, speaker: null, kind: "text", text: "halo", status: "read" as const, at: "" };
  const nobody = { lead: null, offeredTo: null, holder: { type: "bot" as const } };
  return { phone: "628571", name: "Rina", unread: 1, last, ...nobody, ...overrides };
}

function showroom(city: string, prefix: string, people: string[]): ShowroomOption {
  const staff = people.map((person, index) => {
    const [name = "", role] = person.split(":");
    return { name, role: role === "owner" ? ("owner" as const) : ("sales" as const), number: numberOf(prefix, index) };
  });
  const site = { color: "#123456", siteUrl: "http://x.localhost" };
  return { name: `Showroom ${city}`, city, ...site, devices: [`${prefix}9`], staff };
}

function numberOf(prefix: string, index: number): string {
  return `${prefix}${index}`;
}
