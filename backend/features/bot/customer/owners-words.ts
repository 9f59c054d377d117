import type { Faq } from "@/backend/features/assistant";
import { readRegister } from "@/backend/features/language";
import type { Talk } from "./talk";

/** The owner's answer as it was written; who writes English is told that it is a quotation in Indonesian. */
export function inOwnersWords({ say }: Pick<Talk, "say">, { answer }: Faq): string {
  return readRegister(answer) === "english" ? answer : say.inOwnersWords(answer);
}
