import {
  endTakeover,
  type LockedConversation,
  lockConversation,
  SHOWROOM_PHONE,
  SILENCE_MINUTES,
} from "@/backend/features/whatsapp";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { afterCommit, joined, withTenant } from "@/backend/platform/database/with-tenant";
import { customerLabel } from "./customer-label";
import { notifyOwners, notifyStaff } from "./notify-staff";
import { silenceStep } from "./silence-schedule";

/**
 * The job of a takeover: after 12 hours without a word of a person the bot goes on, and half an hour before that owner
 * and holder are told. Looks at what is due now and comes back for the next step; run twice it does nothing twice.
 */
export async function resumeSilentConversation(ctx: Ctx, { takeoverId }: { takeoverId: string }): Promise<void> {
  const key = { tenantId_id: { tenantId: ctx.tenant.id, id: takeoverId } };

  await withTenant(ctx, async (tx) => {
    const found = await tx.takeover.findUnique({ where: key, select: { conversationId: true } });
    const conversation = found && (await lockConversation(tx, ctx, found.conversationId));
    if (conversation?.takeoverId !== takeoverId) return;

    const { startedAt, noticeAt } = await tx.takeover.findUniqueOrThrow({ where: key });
    const now = ctx.clock.now();
    const comeBack = (startAfter: Date) =>
      ctx.db.jobs.enqueue(tx, "resume-bot", { tenantId: ctx.tenant.id, takeoverId }, { startAfter });
    // Nobody would answer: the person keeps the conversation, and gets what the customer writes.
    if (!(await wouldBotAnswer(tx, ctx, conversation))) {
      return comeBack(new Date(now.getTime() + SILENCE_MINUTES * 60_000));
    }

    const step = silenceStep({ now, lastSignAt: conversation.humanSpokeAt ?? startedAt, noticeAt });
    if (step.type === "wait") return comeBack(step.until);
    if (step.type === "notice") {
      await tx.takeover.update({ where: key, data: { noticeAt: now } });
      await giveNotice(tx, joined(ctx, tx), conversation, step.resumeAt);
      return comeBack(step.resumeAt);
    }
    await endTakeover(tx, ctx, conversation, "silence");
    afterCommit(tx, () => ctx.db.signals.send("live", String(ctx.tenant.id)));
  });
}

async function wouldBotAnswer(tx: Tx, ctx: Ctx, { botEnabled, deviceId }: LockedConversation): Promise<boolean> {
  if (!botEnabled) return false;
  const device = await tx.device.findUnique({ where: { tenantId_id: { tenantId: ctx.tenant.id, id: deviceId } } });
  return device?.botEnabled ?? false;
}

async function giveNotice(tx: Tx, ctx: Ctx, conversation: LockedConversation, resumeAt: Date): Promise<void> {
  const { id: about, deviceId, phone, takenOverBy: holder } = conversation;
  const { timezone } = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenant.id }, select: { timezone: true } });
  const time = new Intl.DateTimeFormat("id-ID", { hour: "2-digit", minute: "2-digit", timeZone: timezone });
  const text = [
    `⏰ Chat ${customerLabel(conversation)} sudah lama tidak dibalas tim.`,
    `Bot akan melanjutkan pukul ${time.format(resumeAt)}.`,
    `Balas pelanggan, atau ketik */bot off${phone ? ` ${phone}` : ""}* supaya bot tetap diam.`,
  ].join("\n");
  const told = await notifyOwners(ctx, { deviceId, text, about });
  if (holder && holder !== SHOWROOM_PHONE && !told.includes(holder))
    await notifyStaff(ctx, { userId: holder, deviceId, text, about });
}
