import { parseCarAd, parsePartialCar } from "@/backend/features/language";
import { ask, type StepResult, say } from "../../flow";
import { readFeatures, wantsApproval, wantsDraft, wantsEdit } from "./answers";
import { at, type UploadContext, type UploadState } from "./context";
import { type CarDraft, type DraftKey, isAdKey, labelOf, mergeDraft } from "./draft";
import { ASK_EDIT_FIELD, ASK_PHOTOS, CONFIRM_CHOICES } from "./texts";

type Result = StepResult<UploadContext>;
type Advance = (state: UploadState, lead: string) => Result;

/** Facts that the codes and the address are made from: changing one makes new ones. */
const NAME_KEYS = ["model", "year", "color"] as const;

export function answerConfirm(state: UploadState, text: string, advance: Advance): Result {
  const { context } = state;
  const { codes, draft, photoIds } = context;
  if (!codes) return advance(state, "");
  if (wantsApproval(text)) {
    if (photoIds.length === 0)
      return say(state, `Belum ada foto. ${ASK_PHOTOS}\nAtau ketik 3 untuk simpan sebagai draft.`);
    return ask(at("publishing", context), { type: "create_car", draft, codes, photoIds, status: "available" });
  }
  if (wantsDraft(text)) {
    return ask(at("publishing", context), { type: "create_car", draft, codes, photoIds, status: "draft" });
  }
  const edited = readEdit(draft, text.replace(/^\s*(2|edit|ubah|ganti)\b[\s.,:]*/i, ""), null);
  if (!edited.changed && wantsEdit(text)) return answerEdit(at("edit", { ...context, asking: null }), text, advance);
  if (!edited.changed) return say(state, `Balas dengan angka ya:\n\n${CONFIRM_CHOICES}`);
  return advance(at("confirm", afterEdit(context, edited.draft)), "");
}

export function answerEdit(state: UploadState, text: string, advance: Advance): Result {
  const { context } = state;
  const edited = readEdit(context.draft, text, context.asking);
  if (edited.changed) return advance(at("confirm", afterEdit({ ...context, asking: null }, edited.draft)), "");
  if (edited.field) {
    return say(at("edit", { ...context, asking: edited.field }), `${labelOf(edited.field)} yang benar apa?`);
  }
  return say(state, ASK_EDIT_FIELD);
}

type Edit = { changed: boolean; draft: CarDraft; field: DraftKey | null };

const EXTRA = /^\s*(fitur|kelebihan|feature|catatan|kondisi|notes?)\b[\s:=]*(.*)$/is;

/** "harga 180jt" → that fact; "harga" → which one is meant; an answer to "harga yang benar apa?" → its value. */
function readEdit(draft: CarDraft, text: string, asking: DraftKey | null): Edit {
  if (asking === "features" || asking === "notes") return readExtra(draft, asking, text.trim());
  const extra = EXTRA.exec(text);
  if (extra)
    return readExtra(draft, /^(cat|kon|note)/i.test(extra[1] ?? "") ? "notes" : "features", (extra[2] ?? "").trim());

  const { car } = asking && isAdKey(asking) ? parsePartialCar(text, asking) : parseCarAd(text);
  if (Object.keys(car).length > 0) return { changed: true, draft: mergeDraft(draft, car), field: null };
  return { changed: false, draft, field: FIELD_WORDS.find(([words]) => words.test(text))?.[1] ?? asking };
}

const FIELD_WORDS: [RegExp, DraftKey][] = [
  [/\b(plat|nopol)\b/i, "plate"],
  [/\b(merek|merk|model|tipe|nama)\b/i, "model"],
  [/\b(tahun|thn)\b/i, "year"],
  [/\bharga\b/i, "price"],
  [/\b(km|kilometer|odo\w*)\b/i, "km"],
  [/\b(transmisi|gigi)\b/i, "transmission"],
  [/\bwarna\b/i, "color"],
  [/\bpajak\b/i, "taxMonth"],
];

function readExtra(draft: CarDraft, key: "features" | "notes", value: string): Edit {
  if (!value) return { changed: false, draft, field: key };
  return { changed: true, field: null, draft: { ...draft, [key]: key === "features" ? readFeatures(value) : value } };
}

function afterEdit(context: UploadContext, draft: CarDraft): UploadContext {
  const renamed = NAME_KEYS.some((key) => draft[key] !== context.draft[key]);
  const codes = context.codes && draft.plate ? { ...context.codes, plate: draft.plate } : context.codes;
  return { ...context, draft, codes: renamed ? null : codes };
}
