import type { StoredState } from "../state-store";
import { type OpenedFlow, openFlow } from "../transition";
import { botSwitchFlow } from "./bot-switch-flow";
import { carChangeFlow } from "./car-change-flow";
import { leadFlow } from "./lead-flow";
import { modeFlow } from "./mode-flow";
import { stockFlow } from "./stock-flow";
import { uploadFlow } from "./upload/upload-flow";

/** The flows that are open in a conversation, latest first. */
export function openAll(stored: readonly StoredState[]): OpenedFlow[] {
  return stored.flatMap((state) => (state.expired ? [] : (open(state) ?? [])));
}

function open(state: StoredState): OpenedFlow | null {
  return (
    openFlow(uploadFlow, state) ??
    openFlow(carChangeFlow, state) ??
    openFlow(stockFlow, state) ??
    openFlow(leadFlow, state) ??
    openFlow(botSwitchFlow, state) ??
    openFlow(modeFlow, state)
  );
}
