import type { Contribution, Talk } from "./talk";

/** What to propose after an answer about a unit: photos first, then coming to see it; never the same twice in a row. */
export function nextStep({ say, understood, showroom }: Talk): Pick<Contribution, "closing" | "memory"> {
  const maySendPhotos = showroom.knowledge.settings.photoSending && understood.memory.proposed !== "photos";
  const hasSeenPhotos = understood.memory.proposed === "visit";
  if (maySendPhotos && !hasSeenPhotos) return { closing: say.askNext(), memory: { proposed: "photos" } };
  return { closing: say.askVisit(), memory: { proposed: "visit" } };
}
