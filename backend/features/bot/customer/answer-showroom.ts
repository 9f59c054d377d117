import { describeHolidays, describeHours } from "@/backend/features/tenants";
import { formatPhone } from "@/backend/platform/phone";
import { askedHolidayLines } from "./asked-holidays";
import { openStateWords } from "./person-promise";
import type { Contribution, Talk } from "./talk";

export function answerLocation({ say, showroom }: Talk): Contribution {
  const { name, address, city, mapsUrl } = showroom.tenant;
  const place = [address, city].filter(Boolean).join(", ");
  if (!place) return { parts: [say.addressUnknown(name)], question: "unknown", attention: "unknown_question" };
  const branches = showroom.knowledge.branches.filter((branch) => branch.address);
  const lines = [
    say.addressIs(name, place),
    ...(mapsUrl ? [say.mapAt(mapsUrl)] : []),
    ...(branches.length > 0 ? [say.otherBranches()] : []),
    ...branches.map((branch) => say.branchLine(branch.name, [branch.address, branch.city].filter(Boolean).join(", "))),
  ];
  return {
    parts: [lines.join("\n")],
    closing: say.askVisitTime(),
    memory: { asked: "visit_time" },
    signals: [{ signal: "asked_location" }],
  };
}

export function answerHours(talk: Talk): Contribution {
  const { say, showroom, now } = talk;
  const { businessHours, timezone } = showroom.tenant;
  const asked = askedHolidayLines(talk);
  const lines = [...describeHours(businessHours), ...describeHolidays(businessHours, timezone, now)]
    .map(({ days, hours }) => say.fixedWords(`${days}: ${hours}`))
    .filter((line) => !asked.includes(line));
  const usual = [say.hoursAre(showroom.tenant.name), ...lines, openStateWords(talk)].filter(Boolean).join("\n");
  return { parts: [...(asked.length > 0 ? [asked.join("\n")] : []), usual] };
}

/** The number of the showroom, for those who would rather call. */
export function phoneLine({ say, showroom }: Talk): string[] {
  const { phone } = showroom.tenant;
  return phone ? [say.phoneIs(formatPhone(phone))] : [];
}
