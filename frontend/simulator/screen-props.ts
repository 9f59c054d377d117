import type { PhoneSetup } from "./phone-setup";
import type { Draft } from "./use-drafts";
import type { WorldView } from "./world-view";

/** What the screen of a phone is given, whatever kind of phone it is. */
export type ScreenProps<Setup extends PhoneSetup = PhoneSetup> = {
  phone: Setup;
  world: WorldView;
  tick: number;
  /** In somebody's hand: what arrives is read. */
  isCurrent: boolean;
  draft: Draft;
  /** Another number than last time moves the cursor here. */
  focusRequest: number;
  onChange(phone: PhoneSetup): void;
  onDraft(draft: Draft): void;
  /** Puts words into the message box and the cursor behind them. */
  onFill(text: string): void;
  onUnread(count: number): void;
};
