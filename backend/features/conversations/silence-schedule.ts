import { NOTICE_MINUTES, SILENCE_MINUTES } from "@/backend/features/whatsapp";

export type SilenceStep =
  /** Nothing to do before `until`. */
  | { type: "wait"; until: Date }
  /** Say that the bot goes on at `resumeAt`. */
  | { type: "notice"; resumeAt: Date }
  | { type: "end" };

const MINUTE_MS = 60_000;

/**
 * What is due in a human stretch. `lastSignAt`: when a person last wrote, or the stretch began. A notice that was given
 * before that is about an earlier silence; and the bot goes on only when the notice has stood for its time, however late
 * it could be given.
 */
export function silenceStep({
  now,
  lastSignAt,
  noticeAt,
}: {
  now: Date;
  lastSignAt: Date;
  noticeAt: Date | null;
}): SilenceStep {
  const noticeDue = later(lastSignAt, SILENCE_MINUTES - NOTICE_MINUTES);
  if (now < noticeDue) return { type: "wait", until: noticeDue };

  const endDue = later(lastSignAt, SILENCE_MINUTES);
  const isTold = noticeAt !== null && noticeAt > lastSignAt;
  if (!isTold) return { type: "notice", resumeAt: latest(endDue, later(now, NOTICE_MINUTES)) };

  const resumeAt = latest(endDue, later(noticeAt, NOTICE_MINUTES));
  return now < resumeAt ? { type: "wait", until: resumeAt } : { type: "end" };
}

function later(date: Date, minutes: number): Date {
  return new Date(date.getTime() + minutes * MINUTE_MS);
}

function latest(a: Date, b: Date): Date {
  return a > b ? a : b;
}
