import { z } from "zod";
import type { FlowState } from "../../flow";
import { carDraftSchema, draftKeySchema } from "./draft";

const codesSchema = z.object({
  stockCode: z.string(),
  displayCode: z.string(),
  slug: z.string(),
  publicName: z.string(),
  plate: z.string(),
});

export const uploadContextSchema = z.object({
  photoIds: z.array(z.string()),
  draft: carDraftSchema,
  /** The fact that was asked for last. */
  asking: draftKeySchema.nullable(),
  codes: codesSchema.nullable(),
  url: z.string(),
  /** The car in stock with the same plate, while the owner decides. */
  duplicate: z.object({ carId: z.string(), name: z.string() }).nullable(),
  /** The plate was looked up, or the owner decided: do not ask again for this one. */
  checkedPlate: z.string().nullable(),
  /** Features and notes were asked for: after an edit the flow goes straight back to the recap. */
  complete: z.boolean(),
});

export type UploadContext = z.infer<typeof uploadContextSchema>;

/**
 * photos → details (one question at a time) → duplicate? → features → notes → confirm ⇄ edit
 * "resume" asks about a draft that was left; "publishing" waits for the outcome of a command.
 */
export type UploadState = FlowState<UploadContext>;

export function newUpload(): UploadContext {
  return {
    photoIds: [],
    draft: {},
    asking: null,
    codes: null,
    url: "",
    duplicate: null,
    checkedPlate: null,
    complete: false,
  };
}

export function at(step: string, context: UploadContext): UploadState {
  return { step, context };
}
