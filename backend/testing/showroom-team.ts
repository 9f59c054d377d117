import type { Actor, UserRole } from "@/backend/platform/actor";
import type { Database } from "@/backend/platform/database/database";
import { createDevice, type TestDevice } from "./messaging-world";
import { testClock, testCtx } from "./test-database";

let nextNumber = 628_200_000_000;

function newNumber(): string {
  nextNumber += 1;
  return String(nextNumber);
}

/** A showroom with a device, an owner, and Budi and Sari of sales; its clock stands still until it is moved. */
export async function createTeam(db: Database) {
  const device = await createDevice(db);
  const tenant = { id: device.tenantId };
  const clock = testClock();
  const owner = await createUser(db, device, "Pak Hadi", "owner");
  const budi = await createUser(db, device, "Budi", "sales");
  const sari = await createUser(db, device, "Sari", "sales");
  const as = (actor: Actor) => testCtx(db, tenant, actor, clock);
  return { device, tenant, clock, owner, budi, sari, as, system: as({ type: "system", name: "job" }) };
}

export type Team = Awaited<ReturnType<typeof createTeam>>;

export async function createUser(db: Database, device: TestDevice, name: string, role: UserRole) {
  const whatsappNumber = newNumber();
  const { id } = await db.prisma.user.create({
    data: { tenantId: device.tenantId, name, email: `${whatsappNumber}@x.id`, whatsappNumber, passwordHash: "-", role },
  });
  const actor: Actor = { type: "user", userId: id, name, role, permissions: [] };
  return { id, name, whatsappNumber, actor };
}

/** A customer's chat with the showroom. */
export async function createChat(db: Database, team: Team, name = "Rina", device: TestDevice = team.device) {
  const phone = newNumber();
  const { id } = await db.prisma.conversation.create({
    data: { tenantId: team.tenant.id, deviceId: device.id, persona: "customer", chatId: phone, phone, name },
  });
  return { id, name, phone };
}

/** What a member of staff was told by the system, oldest first. */
export async function toldTo(db: Database, user: { id: string }): Promise<string[]> {
  const messages = await db.prisma.message.findMany({
    where: { sender: "system", conversation: { userId: user.id, persona: "staff" } },
    orderBy: { seq: "asc" },
  });
  return messages.map(({ text }) => text);
}

/** Types of what was recorded about chats, oldest first. */
export async function recorded(db: Database, team: Team): Promise<string[]> {
  const events = await db.prisma.event.findMany({ where: { tenantId: team.tenant.id }, orderBy: { id: "asc" } });
  return events.map(({ type }) => type);
}
