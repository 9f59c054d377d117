import { z } from "zod";
import { fieldErrors } from "@/backend/http/validate";
import { chosenFiles, fileNameOf } from "@/backend/platform/chosen-files";
import { AppError, ValidationError } from "@/backend/platform/errors";
import { normalizePhone } from "@/backend/platform/phone";

/** As many as WhatsApp lets a person pick at once. */
const MOST_PHOTOS = 30;

/** A number as a person types it → digits from the country code. */
export const phoneSchema = z.string().transform((value, ctx) => {
  const digits = normalizePhone(value);
  if (digits) return digits;
  ctx.addIssue({ code: "custom", message: "Nomor WhatsApp tidak dikenali. Contoh: 0812 3456 7890." });
  return z.NEVER;
});

const schema = z.object({
  device: phoneSchema,
  /** The person in the chat, also when the showroom's own phone writes to them. */
  sender: phoneSchema,
  from: z.enum(["person", "showroom"]).default("person"),
  name: z.string().trim().max(60).optional(),
  /** Names the batch, so that trying again does not send twice. */
  batchId: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,60}$/)
    .default(() => crypto.randomUUID()),
  text: z.string().max(65_536).default(""),
  kind: z.enum(["text", "photos", "voice", "location", "sticker", "contact", "document"]).default("text"),
  /** Which photo of an album carries the text; phones differ. */
  captionOn: z.enum(["first", "last"]).default("first"),
  latitude: z.coerce.number().min(-90).max(90).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
});

export type PhoneMessage = z.output<typeof schema> & { photos: File[] };

/** @throws ValidationError with the field that is wrong, AppError "too_large" when one file is above the limit. */
export function parsePhoneMessage(form: FormData, maxFileBytes: number): PhoneMessage {
  const parsed = schema.safeParse(textFieldsOf(form));
  if (!parsed.success) throw new ValidationError(fieldErrors(parsed.error));
  const message = { ...parsed.data, photos: chosenFiles(form, "photos") };

  for (const file of message.photos) requireSize(file, maxFileBytes);
  if (message.photos.length > MOST_PHOTOS) {
    throw new ValidationError({ photos: `Paling banyak ${MOST_PHOTOS} foto sekali kirim.` });
  }
  if (message.kind === "location" && (message.latitude === undefined || message.longitude === undefined)) {
    throw new ValidationError({ latitude: "Titik lokasinya belum ada." });
  }
  if (message.kind === "text" && message.photos.length === 0 && !message.text.trim()) {
    throw new ValidationError({ text: "Pesannya masih kosong." });
  }
  if (message.from === "showroom" && message.sender === message.device) {
    throw new ValidationError({ sender: "HP showroom tidak bisa mengirim pesan ke nomornya sendiri." });
  }
  return message;
}

function textFieldsOf(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form.entries()) if (typeof value === "string" && value !== "") fields[name] = value;
  return fields;
}

function requireSize(file: File, maxFileBytes: number): void {
  if (file.size <= maxFileBytes) return;
  const megabytes = Math.floor(maxFileBytes / 1_000_000) || 1;
  throw new AppError("too_large", `${file.size} bytes`, {
    userMessage: `Foto "${fileNameOf(file).slice(0, 40)}" terlalu besar. Paling besar ${megabytes} MB per foto.`,
  });
}
