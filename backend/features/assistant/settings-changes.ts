import { type AssistantSettings, assistantSettingsSchema } from "./settings";

export type SettingsChange = { key: keyof AssistantSettings; before: string; after: string };

/** What differs between two versions, each side as text ("true", "kata, kata"). */
export function settingsChanges(before: AssistantSettings, after: AssistantSettings): SettingsChange[] {
  return assistantSettingsSchema
    .keyof()
    .options.map((key) => ({ key, before: textOf(before[key]), after: textOf(after[key]) }))
    .filter((change) => change.before !== change.after);
}

function textOf(value: AssistantSettings[keyof AssistantSettings]): string {
  return Array.isArray(value) ? value.join(", ") : String(value);
}
