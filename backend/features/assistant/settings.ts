import { z } from "zod";

/** What an owner decides about the assistant; every key has a default, so `{}` is a working assistant. */
export const assistantSettingsSchema = z.object({
  name: z.string().trim().min(1).max(40).default("Asisten"),
  personality: z.enum(["friendly", "professional", "casual"]).default("friendly"),
  /** First words to a new customer; empty = our own. */
  welcomeMessage: z.string().trim().max(500).default(""),
  customerChat: z.boolean().default(true),
  staffCommands: z.boolean().default(true),
  negotiationHints: z.boolean().default(true),
  testDriveBooking: z.boolean().default(true),
  photoSending: z.boolean().default(true),
  /** Said with the promise of a person while the showroom is closed; empty = the opening time alone. */
  afterHoursText: z.string().trim().max(300).default(""),
  temperature: z.number().min(0).max(1).default(0.3),
  maxOutputTokens: z.number().int().min(64).max(2_000).default(400),
  /** "default": the installation's. */
  provider: z.enum(["default", "none", "gemini", "zai"]).default("default"),
  extraKnowledge: z.string().trim().max(6_000).default(""),
  /** A message with one of these goes to a person. */
  escalationWords: z.array(z.string().trim().min(2).max(60)).max(50).default([]),
});

export type AssistantSettings = z.output<typeof assistantSettingsSchema>;
export type AssistantSettingsInput = z.input<typeof assistantSettingsSchema>;

export const defaultAssistantSettings: AssistantSettings = assistantSettingsSchema.parse({});

/** A stored row as settings; keys that cannot be read fall back to their default, the others stay. */
export function readAssistantSettings(stored: unknown): AssistantSettings {
  const whole = assistantSettingsSchema.safeParse(stored);
  if (whole.success) return whole.data;
  const entries = z.record(z.string(), z.unknown()).catch({}).parse(stored);
  const { shape } = assistantSettingsSchema;
  const readable = Object.entries(shape).flatMap(([key, schema]) => {
    const value = schema.safeParse(entries[key]);
    return value.success ? [[key, value.data]] : [];
  });
  return assistantSettingsSchema.parse(Object.fromEntries(readable));
}
