import { Prisma } from "@/backend/generated/prisma/client";
import { ValidationError } from "@/backend/platform/errors";

const SENTENCES = {
  email: "E-mail ini sudah dipakai orang lain di tim.",
  whatsappNumber: "Nomor WhatsApp ini sudah dipakai orang lain di tim.",
  branchId: "Pilih cabang yang ada.",
};

/** The database's word on what must be unique (or exist), as a sentence at the field; anything else goes on as it is. */
export async function sayingWhatIsTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const field = takenField(error);
    throw field ? new ValidationError({ [field]: SENTENCES[field] }, { cause: error }) : error;
  }
}

function takenField(error: unknown): keyof typeof SENTENCES | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  const details = JSON.stringify([error.meta, error.message]);
  if (error.code === "P2003") return /branch_?id/i.test(details) ? "branchId" : null;
  if (error.code !== "P2002") return null;
  if (/whatsapp_?number/i.test(details)) return "whatsappNumber";
  return /email/.test(details) ? "email" : null;
}
