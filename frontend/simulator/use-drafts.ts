import { useState } from "react";
import type { PhoneId } from "./phone-setup";

/** What stands in a phone's message box and has not been sent. */
export type Draft = { text: string; photos: File[] };

export const EMPTY_DRAFT: Draft = { text: "", photos: [] };

export type Drafts = {
  draftOf(phone: PhoneId): Draft;
  setDraft(phone: PhoneId, draft: Draft): void;
  /** Puts something into a phone's message box from outside and moves the cursor there. */
  fill(phone: PhoneId, content: Partial<Draft>): void;
  /** Another number than last time moves the cursor into that phone; 0 never does. */
  focusRequestOf(phone: PhoneId): number;
};

export function useDrafts(): Drafts {
  const [drafts, setDrafts] = useState<Record<PhoneId, Draft>>({});
  const [focus, setFocus] = useState<{ phone: PhoneId; count: number } | null>(null);
  const draftOf = (phone: PhoneId) => drafts[phone] ?? EMPTY_DRAFT;
  const setDraft = (phone: PhoneId, draft: Draft) => setDrafts((all) => ({ ...all, [phone]: draft }));

  return {
    draftOf,
    setDraft,
    fill(phone, content) {
      setDraft(phone, { ...draftOf(phone), ...content });
      setFocus((last) => ({ phone, count: (last?.count ?? 0) + 1 }));
    },
    focusRequestOf: (phone) => (focus?.phone === phone ? focus.count : 0),
  };
}
