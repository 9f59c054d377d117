import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import type { DemoShowroom } from "../seed-data/demo-showroom";

/** Ids by the name the data refers to them with. */
export type StaffIds = { users: ReadonlyMap<string, string>; branches: ReadonlyMap<string, string>; deviceId: string };

/** One password for everybody of the demo. */
export const DEMO_PASSWORD = "password123";

export function hashDemoPassword(): Promise<string> {
  return Bun.password.hash(DEMO_PASSWORD, { algorithm: "argon2id", memoryCost: 19_456, timeCost: 2 });
}

/** The showroom itself: profile, branches, people, its WhatsApp number, what the assistant knows. */
export async function addStaff(tx: Tx, ctx: Ctx, showroom: DemoShowroom, passwordHashes: string[]): Promise<StaffIds> {
  const tenantId = ctx.tenant.id;
  await writeProfile(tx, tenantId, showroom);
  const branches = await addBranches(tx, tenantId, showroom);
  const users = await addUsers(tx, tenantId, { showroom, branches, passwordHashes });
  const deviceId = await addDevice(tx, ctx, showroom.deviceNumber);

  await tx.aiSettings.create({ data: { tenantId, settings: showroom.assistant } });
  await tx.faq.createMany({ data: showroom.faqs.map((faq, position) => ({ tenantId, position, ...faq })) });
  return { users, branches, deviceId };
}

async function writeProfile(tx: Tx, tenantId: number, showroom: DemoShowroom): Promise<void> {
  const { tagline, primaryColor, secondaryColor, phone, email, address, city, mapsUrl, businessHours, plan } = showroom;
  await tx.tenant.update({
    where: { id: tenantId },
    data: {
      ...{ tagline, primaryColor, secondaryColor, phone, email, address, city, mapsUrl, businessHours, plan },
      planStatus: "active",
    },
  });
}

async function addBranches(tx: Tx, tenantId: number, showroom: DemoShowroom): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const branch of showroom.branches) {
    const { id } = await tx.branch.create({ data: { tenantId, ...branch } });
    ids.set(branch.name, id);
  }
  return ids;
}

type Hiring = { showroom: DemoShowroom; branches: ReadonlyMap<string, string>; passwordHashes: string[] };

async function addUsers(tx: Tx, tenantId: number, { showroom, branches, passwordHashes }: Hiring) {
  const ids = new Map<string, string>();
  for (const [index, { branch, ...user }] of showroom.users.entries()) {
    const { id } = await tx.user.create({
      data: {
        ...user,
        tenantId,
        phone: user.whatsappNumber,
        branchId: branch ? (branches.get(branch) ?? null) : null,
        passwordHash: passwordHashes[index] ?? "",
      },
    });
    ids.set(user.email, id);
  }
  return ids;
}

async function addDevice(tx: Tx, ctx: Ctx, number: string): Promise<string> {
  const tenantId = ctx.tenant.id;
  const { id } = await tx.device.create({
    data: { tenantId, number, gateway: "simulator", status: "connected", lastSeenAt: ctx.clock.now() },
  });
  await tx.deviceRoute.create({ data: { number, tenantId, deviceId: id } });
  return id;
}
