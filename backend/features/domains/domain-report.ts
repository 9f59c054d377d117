import { z } from "zod";

export const CHECK_NAMES = ["txt", "wellKnown", "pointing", "www"] as const;

/** One thing that was looked at: what was wanted, what was found, and what to do (Indonesian). */
export const domainCheckSchema = z.object({
  name: z.enum(CHECK_NAMES),
  ok: z.boolean(),
  /** Only then does a failure keep the domain from being verified. */
  required: z.boolean(),
  /** The name servers gave no answer: nothing is known, good or bad. */
  unknown: z.boolean(),
  wanted: z.string(),
  found: z.array(z.string()),
  advice: z.string(),
});

export const domainReportSchema = z.object({
  checkedAt: z.iso.datetime(),
  checks: z.array(domainCheckSchema),
  /** Day of the last daily re-check ("2026-11-20", UTC): a repeated job counts one failure. */
  recheckedOn: z.iso.date().nullable(),
});

export type DomainCheck = z.infer<typeof domainCheckSchema>;
export type DomainReport = z.infer<typeof domainReportSchema>;

export type Verdict = "passed" | "failed" | "unknown";

/** Passed: the TXT record and the address itself both prove it. Unknown: only our look-up of the TXT record failed. */
export function verdictOf(checks: readonly DomainCheck[]): Verdict {
  const required = checks.filter((check) => check.required);
  if (required.every(({ ok }) => ok)) return "passed";
  return required.every(({ ok, unknown }) => ok || unknown) ? "unknown" : "failed";
}

/** A stored report; null for none and for one of an older shape. */
export function readReport(stored: unknown): DomainReport | null {
  const parsed = domainReportSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
