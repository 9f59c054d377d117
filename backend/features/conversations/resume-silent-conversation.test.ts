import { describe, expect, test } from "bun:test";
import { sendMessage } from "@/backend/features/whatsapp";
import { createChat, createTeam, recorded, type Team, toldTo } from "@/backend/testing/showroom-team";
import { openTestDatabase } from "@/backend/testing/test-database";
import { handBack, keepBotSilent, resumeSilentConversation, setDeviceBot, takeOver } from ".";

const db = await openTestDatabase();
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

async function takenBy(team: Team, user: { id: string }) {
  const { id: conversationId } = await createChat(db, team);
  const { takeoverId } = await takeOver(team.system, { conversationId, userId: user.id, via: "claim" });
  return { conversationId, takeoverId };
}

/** When the job of this takeover is to run next, as its newest row in the queue says. */
async function nextRun(takeoverId: string): Promise<Date | undefined> {
  const { rows } = await db.pool.query<{ start_after: Date }>(
    "SELECT start_after FROM pgboss.job WHERE data->>'takeoverId' = $1 ORDER BY created_on DESC, start_after DESC LIMIT 1",
    [takeoverId],
  );
  return rows[0]?.start_after;
}

async function isHeld(id: string): Promise<boolean> {
  return (await db.prisma.conversation.findFirstOrThrow({ where: { id } })).takenOverAt !== null;
}

describe("twelve hours without a word of a person", () => {
  test("owner and holder are told half an hour before, then the bot goes on", async () => {
    const team = await createTeam(db);
    const { conversationId, takeoverId } = await takenBy(team, team.budi);
    expect(await nextRun(takeoverId)).toEqual(new Date(team.clock.now().getTime() + 11.5 * HOUR_MS));

    team.clock.advance(11.5 * HOUR_MS);
    await resumeSilentConversation(team.system, { takeoverId });
    for (const person of [team.owner, team.budi]) {
      const [notice, ...more] = await toldTo(db, person);
      expect(more).toEqual([]);
      expect(notice).toContain("*Rina* (08");
      // 03.00 UTC + 12 h, in Jakarta.
      expect(notice).toContain("Bot akan melanjutkan pukul 22.00.");
      expect(notice).toMatch(/\/bot off 628\d+\* supaya bot tetap diam/);
    }
    expect(await nextRun(takeoverId)).toEqual(new Date(team.clock.now().getTime() + 30 * MINUTE_MS));
    expect(await isHeld(conversationId)).toBe(true);

    team.clock.advance(30 * MINUTE_MS);
    await resumeSilentConversation(team.system, { takeoverId });
    expect(await isHeld(conversationId)).toBe(false);
    expect(await db.prisma.takeover.findFirst({ where: { id: takeoverId } })).toMatchObject({
      endedBy: "silence",
      endActor: { type: "system" },
    });
    expect((await recorded(db, team)).at(-1)).toBe("conversation.handed_back");
  });

  test("an owner who has it is told once", async () => {
    const team = await createTeam(db);
    const { takeoverId } = await takenBy(team, team.owner);
    team.clock.advance(11.5 * HOUR_MS);
    await resumeSilentConversation(team.system, { takeoverId });
    expect(await toldTo(db, team.owner)).toHaveLength(1);
  });

  test("run again, or by several at once, the job does nothing twice", async () => {
    const team = await createTeam(db);
    const { takeoverId } = await takenBy(team, team.budi);
    const run = () => resumeSilentConversation(team.system, { takeoverId });
    team.clock.advance(11.5 * HOUR_MS);
    await Promise.all([run(), run(), run()]);
    expect(await toldTo(db, team.owner)).toHaveLength(1);
    team.clock.advance(30 * MINUTE_MS);
    await Promise.all([run(), run(), run()]);
    const ended = (await recorded(db, team)).filter((type) => type === "conversation.handed_back");
    expect(ended).toHaveLength(1);
  });

  test("too early, it only comes back when it is time", async () => {
    const team = await createTeam(db);
    const { takeoverId } = await takenBy(team, team.budi);
    const due = await nextRun(takeoverId);
    team.clock.advance(2 * HOUR_MS);
    await resumeSilentConversation(team.system, { takeoverId });
    expect(await nextRun(takeoverId)).toEqual(due);
    expect(await toldTo(db, team.owner)).toEqual([]);
  });

  test("hours late, the notice still comes half an hour before", async () => {
    const team = await createTeam(db);
    const { conversationId, takeoverId } = await takenBy(team, team.budi);
    team.clock.advance(20 * HOUR_MS);
    await resumeSilentConversation(team.system, { takeoverId });
    expect(await isHeld(conversationId)).toBe(true);
    team.clock.advance(29 * MINUTE_MS);
    await resumeSilentConversation(team.system, { takeoverId });
    expect(await isHeld(conversationId)).toBe(true);
    team.clock.advance(MINUTE_MS);
    await resumeSilentConversation(team.system, { takeoverId });
    expect(await isHeld(conversationId)).toBe(false);
  });
});

describe("somebody who writes, or cares", () => {
  test("before the notice moves it on", async () => {
    const team = await createTeam(db);
    const { conversationId, takeoverId } = await takenBy(team, team.budi);
    team.clock.advance(10 * HOUR_MS);
    await sendMessage(team.system, { conversationId, text: "sudah saya cek", sender: "sales" });
    team.clock.advance(1.5 * HOUR_MS);
    await resumeSilentConversation(team.system, { takeoverId });
    expect(await toldTo(db, team.owner)).toEqual([]);
    expect(await nextRun(takeoverId)).toEqual(new Date(team.clock.now().getTime() + 10 * HOUR_MS));
  });

  for (const [what, care] of [
    ["a word after the notice", sendWord],
    ["/bot off after the notice", keepBotSilent],
  ] as const) {
    test(`${what} counts from then on, with a notice of its own`, async () => {
      const team = await createTeam(db);
      const { conversationId, takeoverId } = await takenBy(team, team.budi);
      const run = () => resumeSilentConversation(team.system, { takeoverId });
      team.clock.advance(11.5 * HOUR_MS);
      await run();
      team.clock.advance(10 * MINUTE_MS);
      await care(team.as(team.owner.actor), { conversationId });
      team.clock.advance(20 * MINUTE_MS);
      await run();
      expect(await isHeld(conversationId)).toBe(true);
      team.clock.advance(12 * HOUR_MS);
      await run();
      expect(await toldTo(db, team.owner)).toHaveLength(2);
      expect(await isHeld(conversationId)).toBe(true);
      team.clock.advance(30 * MINUTE_MS);
      await run();
      expect(await isHeld(conversationId)).toBe(false);
    });
  }

  async function sendWord(ctx: Parameters<typeof sendMessage>[0], { conversationId }: { conversationId: string }) {
    await sendMessage(ctx, { conversationId, text: "maaf lama ya", sender: "sales" });
  }

  test("a stretch that is over, or followed by another, is left alone", async () => {
    const team = await createTeam(db);
    const { conversationId, takeoverId } = await takenBy(team, team.budi);
    await handBack(team.system, { conversationId, by: "dashboard" });
    await takeOver(team.system, { conversationId, userId: team.sari.id, via: "claim" });
    team.clock.advance(24 * HOUR_MS);
    await resumeSilentConversation(team.system, { takeoverId });
    expect(await isHeld(conversationId)).toBe(true);
    expect(await toldTo(db, team.owner)).toEqual([]);
  });

  test("where the bot is switched off, the person keeps the chat", async () => {
    const team = await createTeam(db);
    const { conversationId, takeoverId } = await takenBy(team, team.budi);
    await setDeviceBot(team.as(team.owner.actor), { deviceId: team.device.id, enabled: false });
    team.clock.advance(24 * HOUR_MS);
    await resumeSilentConversation(team.system, { takeoverId });
    expect(await isHeld(conversationId)).toBe(true);
    expect(await toldTo(db, team.owner)).toEqual([]);
    expect(await nextRun(takeoverId)).toEqual(new Date(team.clock.now().getTime() + 12 * HOUR_MS));
  });
});
