import { type CarAd, type CarAdKey, parseCarAd, parsePartialCar, parseStaffMessage } from "@/backend/features/language";
import { ask, type Flow, type Outcome, type PhotosInput, type StepResult, say } from "../../flow";
import { readFeatures, wantsSkip } from "./answers";
import { answerConfirm, answerEdit } from "./confirm-step";
import { at, newUpload, type UploadContext, type UploadState, uploadContextSchema } from "./context";
import { type DraftKey, isAdKey, mergeDraft, nextQuestion } from "./draft";
import {
  ASK_DETAILS,
  ASK_FEATURES,
  ASK_NOTES,
  ASK_PHOTOS,
  draftSummary,
  MAX_PHOTOS,
  photosReceived,
  published,
  recap,
  understood,
} from "./texts";

type Result = StepResult<UploadContext>;

/** An owner's pictures and one line become a car on the website. The order of photos and details does not matter. */
export const uploadFlow: Flow<UploadContext> = {
  name: "upload",
  version: 1,
  contextSchema: uploadContextSchema,
  step(state, input) {
    if (input.type === "photos") return takePhotos(state, input);
    if (input.type === "text") return takeText(state, input.text);
    return takeOutcome(state, input);
  },
};

/** The first state for a command to upload; `text` may already hold the details. */
export function startUpload(): UploadState {
  return at("photos", newUpload());
}

/** A draft that was left half-done is offered again. */
export function offerDraft(context: UploadContext): Result {
  return say(
    at("resume", context),
    `Masih ada draft yang belum selesai: ${draftSummary(context.draft, context.photoIds.length)}.\n\n1 = Lanjutkan draft itu\n2 = Mulai mobil baru (kirim lagi fotonya dan datanya)`,
  );
}

function takePhotos(state: UploadState, input: PhotosInput): Result {
  const { context } = state;
  const room = Math.max(0, MAX_PHOTOS - context.photoIds.length);
  const taken = input.photos.slice(0, room);
  const left = input.photos.length - taken.length;
  const total = context.photoIds.length + taken.length;
  const said = photosReceived(taken.length, total, left, input.refusals);
  const next = input.caption ? withDetails(state, input.caption) : state;

  if (taken.length === 0) return { ...say(next, said), ...(input.caption ? advance(next, said) : {}) };
  return ask(next, { type: "add_photos", photos: taken }, said);
}

function withDetails(state: UploadState, text: string): UploadState {
  const { car } = parseCarAd(text);
  return at(state.step, { ...state.context, draft: mergeDraft(state.context.draft, car) });
}

function takeText(state: UploadState, text: string): Result {
  const { context, step } = state;
  if (step === "resume") return answerResume(state, text);
  if (step === "duplicate") return answerDuplicate(state, text);
  if (step === "features") return answerFeatures(state, text);
  if (step === "notes") return answerNotes(state, text);
  if (step === "confirm") return answerConfirm(state, text, advance);
  if (step === "edit") return answerEdit(state, text, advance);

  const details = readDetails(text, context.asking);
  if (details.empty) return answerNothingRead(state, text);
  const draft = mergeDraft(context.draft, details.car);
  return advance(at("details", { ...context, draft, asking: null }), "", details.problems);
}

type Details = { car: CarAd; problems: { key: CarAdKey; text: string }[]; empty: boolean };

/** The answer to the question asked, else a description of the car. */
function readDetails(text: string, asking: DraftKey | null): Details {
  const whole = parseCarAd(text);
  const key = asking && isAdKey(asking) ? asking : null;
  const part = key ? parsePartialCar(text, key) : null;
  const car = { ...whole.car, ...part?.car };
  const problems = key && part && !(key in car) ? [{ key, text }] : whole.problems;
  return { car, problems, empty: Object.keys(car).length === 0 && problems.length === 0 };
}

function answerNothingRead(state: UploadState, text: string): Result {
  const { context } = state;
  const { command } = parseStaffMessage(text, { flow: state.step === "photos" ? "upload_photos" : "upload_details" });
  if (command === "confirm" && context.photoIds.length > 0) return advance(at("details", context), "");
  if (command === "upload_start") return advance(state, "");
  if (state.step === "photos" && context.photoIds.length === 0) return say(state, ASK_PHOTOS);
  return say(at("details", context), `Detail mobil belum terbaca.\n\n${ASK_DETAILS}`);
}

/**
 * Goes on to whatever is still missing: photos, details (one question at a time), the plate check, the codes; with
 * nothing missing, to the recap. `lead` is said first.
 */
export function advance(state: UploadState, lead: string, problems: { key: CarAdKey; text: string }[] = []): Result {
  const { context } = state;
  const { draft, photoIds, codes } = context;
  const isEmpty = Object.keys(draft).length === 0;
  if (isEmpty)
    return say(
      at(photoIds.length > 0 ? "details" : "photos", context),
      join(lead, photoIds.length > 0 ? ASK_DETAILS : ASK_PHOTOS),
    );

  const question = nextQuestion(draft, problems);
  if (question) return say(at("details", { ...context, asking: question.key }), join(lead, question.text));
  if (photoIds.length === 0 && !context.complete) {
    return say(at("photos", context), join(lead, `Datanya sudah lengkap. ${ASK_PHOTOS}`));
  }
  if (draft.plate && draft.plate !== context.checkedPlate) {
    return withLead(lead, ask(at("checking", context), { type: "check_plate", plate: draft.plate }));
  }
  if (!codes) return withLead(lead, ask(at("reserving", context), reserveCommand(context)));
  if (!context.complete)
    return say(at("features", context), join(lead, understood(draft, codes, photoIds.length)), ASK_FEATURES);
  return say(at("confirm", context), join(lead, recap(draft, codes, photoIds.length, context.url)));
}

function reserveCommand({ draft }: UploadContext) {
  const { model, year, color, plate } = draft;
  return {
    type: "reserve_codes",
    model: model ?? "",
    year: year ?? 0,
    color: color ?? "",
    plate: plate ?? null,
  } as const;
}

function answerResume(state: UploadState, text: string): Result {
  if (/^\s*(1|ya|y|lanjut\w*|iya)\s*$/i.test(text))
    return advance(at("details", state.context), "Baik, kita lanjutkan.");
  if (/^\s*(2|baru|mulai\s+baru|tidak|ga+k?|nggak)\s*$/i.test(text)) return say(startUpload(), ASK_PHOTOS);
  return offerDraft(state.context);
}

function answerDuplicate(state: UploadState, text: string): Result {
  const { context } = state;
  if (/^\s*(1|ya|y|update|perbarui)\s*$/i.test(text) && context.duplicate) {
    return ask(at("publishing", context), {
      type: "update_car",
      carId: context.duplicate.carId,
      draft: context.draft,
      photoIds: context.photoIds,
    });
  }
  const { car } = parsePartialCar(text, "plate");
  if (car.plate)
    return advance(at("details", { ...context, duplicate: null, draft: { ...context.draft, plate: car.plate } }), "");
  return say(state, duplicateQuestion(context));
}

function duplicateQuestion({ draft, duplicate }: UploadContext): string {
  return `Plat ${draft.plate} sudah ada di stok: ${duplicate?.name}.\n\n1 = Perbarui unit itu dengan data baru\nAtau kirim plat yang benar. Ketik BATAL untuk membatalkan.`;
}

function answerFeatures(state: UploadState, text: string): Result {
  const { context } = state;
  const features = wantsSkip(text) ? [] : readFeatures(text);
  return say(at("notes", { ...context, draft: { ...context.draft, features } }), ASK_NOTES);
}

function answerNotes(state: UploadState, text: string): Result {
  const { context } = state;
  const notes = wantsSkip(text) ? "" : text.trim();
  return advance(at("confirm", { ...context, complete: true, draft: { ...context.draft, notes } }), "");
}

function takeOutcome(state: UploadState, outcome: Outcome): Result {
  const { context } = state;
  switch (outcome.type) {
    case "photos_added":
      return advanceAfterPhotos(at(state.step, { ...context, photoIds: [...context.photoIds, ...outcome.photoIds] }));
    case "plate_checked": {
      if (!outcome.existing)
        return advance(at("details", { ...context, checkedPlate: context.draft.plate ?? null }), "");
      const { id, publicName } = outcome.existing;
      const found = { ...context, duplicate: { carId: id, name: publicName } };
      return say(at("duplicate", found), duplicateQuestion(found));
    }
    case "codes_reserved":
      return advance(at("details", { ...context, codes: outcome.codes, url: outcome.url }), "");
    case "car_created":
      return say(
        null,
        outcome.car.status === "draft" ? savedAsDraft(outcome.car.displayCode) : published(outcome.car, outcome.url),
      );
    case "car_updated":
      return say(null, `✅ Unit ${outcome.car.displayCode} diperbarui.\n${outcome.url}`);
    case "refused":
      if (outcome.code === "forbidden" && outcome.command !== "update_car") return say(null, outcome.message);
      return say(at(context.complete ? "confirm" : "details", context), outcome.message);
    default:
      return say(state);
  }
}

/** Photos may come at any moment; they only move the flow on when it was waiting for them. */
function advanceAfterPhotos(state: UploadState): Result {
  if (state.step === "photos" || state.step === "details" || state.step === "confirm") {
    return advance(at(state.step === "confirm" ? "confirm" : "details", state.context), "");
  }
  return say(state);
}

function savedAsDraft(displayCode: string): string {
  return `Draft ${displayCode} tersimpan, belum tampil di website. Ketik "${displayCode} available" untuk publish.`;
}

function withLead(lead: string, result: Result): Result {
  return lead ? { ...result, replies: [{ text: lead }, ...result.replies] } : result;
}

function join(lead: string, text: string): string {
  return lead ? `${lead}\n\n${text}` : text;
}
