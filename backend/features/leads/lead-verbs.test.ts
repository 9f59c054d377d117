import { describe, expect, test } from "bun:test";
import { addListedCar } from "@/backend/features/cars/test-cars";
import { createTenant, openTestDatabase, testClock } from "@/backend/testing/test-database";
import { addLeadNote } from "./add-lead-note";
import { assignLead } from "./assign-lead";
import { captureLead } from "./capture-lead";
import { getLead } from "./get-lead";
import { claimLead } from "./handover/claim-lead";
import { listLeads } from "./list-leads";
import { setLeadStatus } from "./set-lead-status";
import { openFloor } from "./test-showroom-floor";

const db = await openTestDatabase();
const newFloor = async () => openFloor(db, await createTenant(db), testClock());
const floor = await newFloor();
const { siteUrl } = floor;
const boss = await floor.hire("Pak Hadi", { role: "owner" });
const budi = await floor.hire("Budi");
const sari = await floor.hire("Sari");

describe("the list of leads", () => {
  test("shows sales what is theirs and what is nobody's; owners see all", async () => {
    const mine = (await floor.customer()).lead;
    const free = (await floor.customer()).lead;
    const hers = (await floor.customer()).lead;
    await assignLead(boss.ctx, { leadId: mine.id, userId: budi.id, siteUrl });
    await assignLead(boss.ctx, { leadId: hers.id, userId: sari.id, siteUrl });
    const idsOf = async (ctx: typeof boss.ctx) => (await listLeads(ctx)).leads.map(({ id }) => id);
    expect((await idsOf(budi.ctx)).sort()).toEqual([mine.id, free.id].sort());
    expect((await idsOf(boss.ctx)).sort()).toEqual([mine.id, free.id, hers.id].sort());
    expect((await listLeads(budi.ctx, { assignee: "me" })).leads.map(({ id }) => id)).toEqual([mine.id]);
    expect((await listLeads(boss.ctx, { assignee: sari.id })).leads.map(({ id }) => id)).toEqual([hers.id]);
    expect((await listLeads(boss.ctx, { assignee: "none" })).leads.map(({ id }) => id)).toEqual([free.id]);
  });

  test("is filtered by status, source, car, name and number, paged, and counted per status", async () => {
    const place = await newFloor();
    const owner = await place.hire("Bu Ani", { role: "owner" });
    const car = await addListedCar(owner.ctx);
    await place.customer(["negotiates"], "Rina Wati", [car.id]);
    place.later(1);
    const joko = await place.customer(["greeted"], "Joko");
    await captureLead(owner.ctx, { phone: joko.phone, source: "olx" });

    const found = async (input: Parameters<typeof listLeads>[1]) =>
      (await listLeads(owner.ctx, input)).leads.map(({ name }) => name);
    expect(await found({})).toEqual(["Joko", "Rina Wati"]);
    expect(await found({ statuses: ["hot"] })).toEqual(["Rina Wati"]);
    expect(await found({ source: "olx" })).toEqual(["Joko"]);
    expect(await found({ carId: car.id })).toEqual(["Rina Wati"]);
    expect(await found({ search: "wati" })).toEqual(["Rina Wati"]);
    expect(await found({ search: `0${joko.phone.slice(2)}` })).toEqual(["Joko"]);
    expect(await found({ page: 2, limit: 1 })).toEqual(["Rina Wati"]);
    expect(await listLeads(owner.ctx, { statuses: ["hot"], limit: 1 })).toMatchObject({
      ...{ total: 1, totalPages: 1, counts: { new: 1, warm: 0, hot: 1, cold: 0, closed: 0, lost: 0 } },
    });
  });
});

test("a lead is shown with its cars and its history", async () => {
  const car = await addListedCar(boss.ctx, { plate: "B 1234 XYZ", costPriceRupiah: 150_000_000 });
  const { lead } = await floor.customer(["negotiates"], "Rina", [car.id]);
  await addLeadNote(budi.ctx, { leadId: lead.id, text: "Minta warna putih" });
  const detail = await getLead(budi.ctx, { leadId: lead.id });
  expect(detail).toMatchObject({ name: "Rina", status: "hot", score: 3, assignee: null, isOpen: true });
  expect(detail.statusReason).toEqual({ type: "hot_signal", signal: "negotiates" });
  expect(detail.interests).toEqual([
    expect.objectContaining({
      carId: car.id,
      name: `Avanza 1.3 G 2020 Hitam ${car.displayCode}`,
      priceRupiah: 185_000_000,
    }),
  ]);
  expect(detail.events[0]).toMatchObject({
    type: "lead.note",
    data: { text: "Minta warna putih" },
    actor: { name: "Budi" },
  });
  expect(JSON.stringify(detail)).not.toMatch(/1234|150000000/);
});

describe("a lead is given", () => {
  test("by the owner to anybody, and back to nobody", async () => {
    const { lead } = await floor.customer();
    const given = await assignLead(boss.ctx, { leadId: lead.id, userId: sari.id, siteUrl });
    expect(given.assignee).toEqual({ userId: sari.id, name: "Sari" });
    expect((await assignLead(boss.ctx, { leadId: lead.id, userId: null, siteUrl })).assignee).toBeNull();
    const { events } = await getLead(boss.ctx, { leadId: lead.id });
    expect(events.filter(({ type }) => type === "lead.assigned")).toHaveLength(2);
  });

  test("not by sales to a colleague, and not away from one", async () => {
    const { lead } = await floor.customer();
    const give = (userId: string | null) => assignLead(budi.ctx, { leadId: lead.id, userId, siteUrl });
    await expect(give(sari.id)).rejects.toMatchObject({ code: "forbidden" });
    expect((await give(budi.id)).assignee?.name).toBe("Budi");
    await expect(assignLead(sari.ctx, { leadId: lead.id, userId: sari.id, siteUrl })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(give(null)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("not to somebody who is gone or of another showroom", async () => {
    const { lead } = await floor.customer();
    const gone = await floor.hire("Lama", { status: "suspended" });
    const stranger = await (await newFloor()).hire("Orang Lain");
    for (const { id } of [gone, stranger]) {
      await expect(assignLead(boss.ctx, { leadId: lead.id, userId: id, siteUrl })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });
});

describe("a person's word on a lead", () => {
  test("closes it and opens it again, with who said so", async () => {
    const { lead } = await floor.customer();
    expect(await setLeadStatus(budi.ctx, { leadId: lead.id, status: "lost" })).toMatchObject({
      status: "lost",
      isOpen: false,
    });
    expect(await setLeadStatus(budi.ctx, { leadId: lead.id, status: "warm" })).toMatchObject({
      status: "warm",
      isOpen: true,
    });
    const { events } = await getLead(boss.ctx, { leadId: lead.id });
    expect(events[0]).toMatchObject({
      ...{ type: "lead.status_changed", actor: { name: "Budi" } },
      data: { from: "lost", to: "warm", reason: { type: "set_by_person" } },
    });
  });

  test("cannot open a lead again while the customer has a newer one", async () => {
    const { lead, phone, ctx } = await floor.customer();
    await setLeadStatus(boss.ctx, { leadId: lead.id, status: "closed" });
    await captureLead(ctx, { phone, source: "wa" });
    await expect(setLeadStatus(boss.ctx, { leadId: lead.id, status: "hot" })).rejects.toMatchObject({ code: "rule" });
  });

  test("is not overruled by a message that says nothing hot", async () => {
    const { lead, phone, ctx } = await floor.customer(["negotiates"]);
    await setLeadStatus(boss.ctx, { leadId: lead.id, status: "warm" });
    expect(await captureLead(ctx, { phone, source: "wa" })).toMatchObject({ status: "warm" });
  });
});

describe("who may not see a lead cannot find it", () => {
  const tries = (ctx: typeof boss.ctx, leadId: string) => [
    () => getLead(ctx, { leadId }),
    () => addLeadNote(ctx, { leadId, text: "halo" }),
    () => setLeadStatus(ctx, { leadId, status: "lost" }),
    () => assignLead(ctx, { leadId, userId: null, siteUrl }),
  ];

  test("another showroom's owner", async () => {
    const { lead } = await floor.customer();
    const stranger = await (await newFloor()).hire("Orang Lain", { role: "owner" });
    const attempts = [...tries(stranger.ctx, lead.id), () => claimLead(stranger.ctx, { leadId: lead.id })];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    expect((await listLeads(stranger.ctx)).leads).toEqual([]);
  });

  test("a colleague of sales", async () => {
    const { lead } = await floor.customer();
    await assignLead(boss.ctx, { leadId: lead.id, userId: sari.id, siteUrl });
    for (const attempt of tries(budi.ctx, lead.id))
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
  });

  test("a customer, who is no staff", async () => {
    const { lead, ctx } = await floor.customer();
    for (const attempt of tries(ctx, lead.id)) await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  });
});
