import { z } from "zod";

const line = (maxCharacters: number) =>
  z.string("Isi dengan teks.").trim().max(maxCharacters, `Paling panjang ${maxCharacters} huruf.`);
const between = (min: number, max: number) => {
  const words = `Isi angka antara ${min.toLocaleString("id-ID")} dan ${max.toLocaleString("id-ID")}.`;
  return z.number(words).min(min, words).max(max, words);
};

const fields = {
  name: line(40).min(1, "Beri asisten sebuah nama."),
  personality: z.enum(["friendly", "professional", "casual"], "Pilih salah satu gaya bicara."),
  /** First words to a new customer; empty = our own. */
  welcomeMessage: line(500),
  customerChat: z.boolean(),
  staffCommands: z.boolean(),
  negotiationHints: z.boolean(),
  testDriveBooking: z.boolean(),
  photoSending: z.boolean(),
  /** Said with the promise of a person while the showroom is closed; empty = the opening time alone. */
  afterHoursText: line(300),
  temperature: between(0, 1),
  maxOutputTokens: between(64, 2_000).int("Isi angka bulat."),
  /** "default": the installation's. */
  provider: z.enum(["default", "none", "gemini", "zai"], "Pilih salah satu."),
  extraKnowledge: line(6_000),
  /** A message with one of these goes to a person. */
  escalationWords: z.array(line(60).min(2, "Tiap kata paling sedikit 2 huruf.")).max(50, "Paling banyak 50 kata."),
};

/** What an owner decides about the assistant; every key has a default, so `{}` is a working assistant. */
export const assistantSettingsSchema = z.object({
  name: fields.name.default("Asisten"),
  personality: fields.personality.default("friendly"),
  welcomeMessage: fields.welcomeMessage.default(""),
  customerChat: fields.customerChat.default(true),
  staffCommands: fields.staffCommands.default(true),
  negotiationHints: fields.negotiationHints.default(true),
  testDriveBooking: fields.testDriveBooking.default(true),
  photoSending: fields.photoSending.default(true),
  afterHoursText: fields.afterHoursText.default(""),
  temperature: fields.temperature.default(0.3),
  maxOutputTokens: fields.maxOutputTokens.default(400),
  provider: fields.provider.default("default"),
  extraKnowledge: fields.extraKnowledge.default(""),
  escalationWords: fields.escalationWords.default([]),
});

/** Some of them, as a form or a program sends them: what is absent stays as it is. */
export const assistantChangesSchema = z.object(fields).partial();

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
