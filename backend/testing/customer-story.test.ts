import { describe, expect, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { fonnteStory, runDueJobs, type StoryWorld, simulatorStory } from "./story-world";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe.each([
  ["the simulator", await simulatorStory()],
  ["Fonnte", await fonnteStory()],
] as [string, StoryWorld][])("customers, three sales and an owner, through %s", (_name, world) => {
  const { surabaya, malang, clock } = world;
  const [sari = "", joko = ""] = surabaya.moreSales;
  const owner = world.phone(surabaya, surabaya.owner);
  const staff = [surabaya.sales, sari, joko].map((number) => world.phone(surabaya, number));
  const rina = world.phone(surabaya, "6285712345678");

  /** Whom the lead is offered to now; the order is round-robin and not the story's business. */
  async function nextOffered(except: string[] = []) {
    for (let attempt = 0; attempt < 200; attempt++) {
      for (const person of staff) {
        if (except.includes(person.number)) continue;
        const inbox = await person.inbox();
        if (inbox.some((text) => text.includes("LEAD BARU"))) return person;
      }
      await Bun.sleep(40);
    }
    throw new Error("nobody was offered the lead");
  }

  test("question, three similar units, pick, follow-ups, photos", async () => {
    const list = await rina.says("Ada Avanza 2020 hitam?");
    for (const part of [
      "velg racing",
      "ban baru",
      "#V01",
      "matic",
      "Rp 185.000.000",
      "Rp 180.000.000",
      "Rp 215.000.000",
    ]) {
      expect(list).toContain(part);
    }
    expect(await rina.says("yg velg racing")).toContain("#A01");
    expect(await rina.says("itu km berapa?")).toContain("45.000 km");
    expect(await rina.says("pajaknya?")).toContain("Mei 2027");
    expect(await rina.says("ada fotonya?")).toContain("foto");
    await rina.gets("Avanza 2020 Hitam #A01");
  });

  test("“bisa nego?” is offered to one, skipped, taken by the second; the customer is told who will write", async () => {
    expect(await rina.says("bisa nego?")).toContain("Rp 185.000.000");
    const first = await nextOffered();
    const offer = await first.gets("LEAD BARU");
    for (const part of ["0857-1234-5678", "#A01", "Rp 185.000.000", "1 = AMBIL", "2 = SKIP", "/dashboard/leads/"]) {
      expect(offer).toContain(part);
    }
    expect(offer).toMatch(/Skor: \d+\/10 \(.+\)/);

    await first.sends("2");
    const second = await nextOffered([first.number]);
    await second.gets("LEAD BARU");
    expect(await second.says("1")).toContain("0857-1234-5678");
    const name = { [surabaya.sales]: "Budi", [sari]: "Sari", [joko]: "Joko" }[second.number] ?? "?";
    expect(await rina.gets(name)).toMatch(/sales|tim/i);
    await first.sends("1");
    await first.gets(name);
  });

  test("while a person has it the bot is silent, and what the customer writes reaches that person", async () => {
    const before = (await rina.inbox()).length;
    await world.typesOnShowroomPhone(surabaya, rina.number, "Halo kak Rina, bisa 183 ya");
    await rina.sends("kalau cash bisa 180?");
    await Bun.sleep(600);
    expect((await rina.inbox()).length).toBe(before);
    const told = await Promise.all(staff.map((person) => person.inbox()));
    expect(told.flat().filter((text) => text.includes("kalau cash bisa 180?"))).toHaveLength(1);
  });

  test("handed back with /bot on, the assistant goes on where it was", async () => {
    const holder = await holderOf(world, rina.number);
    const person = staff.find(({ number }) => number === holder) ?? owner;
    await person.sends("/bot on");
    await person.gets(/bot/i);
    expect(await rina.says("pajaknya sampai kapan?")).toContain("Mei 2027");
  });

  test("nobody answers within five minutes each: the owner is asked last", async () => {
    const agus = world.phone(surabaya, "6285712340000");
    await agus.says("#B01 masih ada?");
    await agus.says("besok saya mau lihat unitnya jam 10");
    for (let turn = 0; turn < 3; turn++) {
      clock.advance(5 * MINUTE_MS + 1_000);
      await runDueJobs(world);
    }
    expect(await owner.gets("0857-1234-0000")).toContain("#B01");
    await owner.sends("1");
    await agus.gets(/Pak Hadi|sales|tim/);
  });

  test("after twelve hours without a person the owner is told first, then the bot is back", async () => {
    clock.advance(11.5 * HOUR_MS + MINUTE_MS);
    await runDueJobs(world);
    await owner.gets(/melanjutkan/);
    clock.advance(31 * MINUTE_MS);
    await runDueJobs(world);
    const agus = world.phone(surabaya, "6285712340000");
    const known = (await agus.inbox()).length;
    await agus.sends("buka jam berapa?");
    for (let attempt = 0; attempt < 100 && (await agus.inbox()).length === known; attempt++) await Bun.sleep(40);
    expect((await agus.inbox()).at(-1)).toContain("Jam buka");
  });

  test("the other showroom has its own stock, people and customers", async () => {
    const there = world.phone(malang, "6285712349999");
    expect(await there.says("Ada Avanza 2020 hitam?")).not.toContain("#A01");
    for (const number of [malang.sales, ...malang.moreSales, malang.owner]) {
      expect(await world.phone(malang, number).inbox()).toEqual([]);
    }
  });
});

async function holderOf({ deps, surabaya }: StoryWorld, phone: string): Promise<string> {
  return withTenant({ db: deps.db, tenant: surabaya.tenant }, async (tx) => {
    const conversation = await tx.conversation.findFirstOrThrow({ where: { phone, persona: "customer" } });
    const user = await tx.user.findFirst({
      where: { id: conversation.takenOverBy ?? "01890000-0000-7000-8000-000000000000" },
    });
    return user?.whatsappNumber ?? "";
  });
}
