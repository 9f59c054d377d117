import type { StaffReading } from "@/backend/features/language";
import type { Facts, StepResult } from "../../flow";
import type { StoredState } from "../../state-store";
import type { OpenedFlow } from "../../transition";
import { isUploadCommand } from "../route";
import { type UploadContext, uploadContextSchema } from "./context";
import { offerDraft, startUpload, uploadFlow } from "./upload-flow";

/** A command to upload; a draft that was left half-done is offered first, also when the command brings another car. */
export function beginUpload(
  reading: StaffReading,
  text: string,
  stored: StoredState[],
  current: OpenedFlow | null,
  facts: Facts,
): StepResult<UploadContext> {
  const left = stored.find(
    ({ flow, expired }) => flow === uploadFlow.name && (expired || current?.flow === uploadFlow.name),
  );
  const context = uploadContextSchema.safeParse(left?.context);
  const isDraft = context.success && left?.version === uploadFlow.version && left.step !== "resume";
  const bringsOther = isUploadCommand(text) && context.success && context.data.draft.model !== undefined;
  if (isDraft && hasContent(context.data) && (reading.command === "upload_start" || bringsOther)) {
    return offerDraft(context.data);
  }
  return uploadFlow.step(startUpload(), { type: "text", text: withoutCommand(text) }, facts);
}

function hasContent(context: UploadContext): boolean {
  return context.photoIds.length > 0 || Object.keys(context.draft).length > 0;
}

/** "/upload B 1234 …" → what follows the command. */
function withoutCommand(text: string): string {
  return text.replace(/^\s*[/#]?(upload|tambah)(\s+mobil)?\b[\s:,-]*/i, "");
}
