import { useState } from "react";
import type { PhoneId } from "./people";

/** What stands in a phone's message box and has not been sent. */
export type Draft = { text: string; photos: File[] };

export const EMPTY_DRAFT: Draft = { text: "", photos: [] };

export type Drafts = {
  drafts: Record<PhoneId, Draft>;
  setDraft(phone: PhoneId, draft: Draft): void;
  /** Puts something into a phone's message box from outside, picks the phone up and moves the cursor there. */
  fill(phone: PhoneId, content: Partial<Draft>): void;
  focus: { phone: PhoneId; count: number } | null;
};

export function useDrafts(pickUp: (phone: PhoneId) => void): Drafts {
  const [drafts, setDrafts] = useState({ owner: EMPTY_DRAFT, sales: EMPTY_DRAFT, customer: EMPTY_DRAFT });
  const [focus, setFocus] = useState<Drafts["focus"]>(null);
  const setDraft = (phone: PhoneId, draft: Draft) => setDrafts((all) => ({ ...all, [phone]: draft }));

  return {
    drafts,
    setDraft,
    focus,
    fill(phone, content) {
      setDraft(phone, { ...drafts[phone], ...content });
      pickUp(phone);
      setFocus((last) => ({ phone, count: (last?.count ?? 0) + 1 }));
    },
  };
}
