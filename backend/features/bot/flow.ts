import type { ZodType, z } from "zod";
import {
  type CarReference,
  type CarView,
  listCarsSchema,
  type ReservedCodes,
  type SalesStats,
} from "@/backend/features/cars";
import type { OriginalPhoto } from "@/backend/features/photos";
import type { Reply } from "@/backend/features/whatsapp";
import type { ErrorCode } from "@/backend/platform/errors";
import type { BotSwitchCommand, BotSwitchOutcome } from "./bot-switch";
import type { CarDraft } from "./staff/upload/draft";

/** What a step is told: what somebody wrote or sent, or what came of the command it asked for. */
export type BotInput = TextInput | PhotosInput | Outcome;

export type TextInput = { type: "text"; text: string };

export type PhotosInput = {
  type: "photos";
  photos: OriginalPhoto[];
  /** One sentence per picture that could not be taken. */
  refusals: string[];
  /** What was written under the pictures. */
  caption: string;
};

/** Things a step wants done. The engine runs the verb and feeds the outcome back into the step. */
export type Command =
  | { type: "add_photos"; photos: OriginalPhoto[] }
  | { type: "check_plate"; plate: string }
  | { type: "reserve_codes"; model: string; year: number; color: string; plate: string | null }
  | { type: "create_car"; draft: CarDraft; codes: ReservedCodes; photoIds: string[]; status: "draft" | "available" }
  | { type: "update_car"; carId: string; draft: CarDraft; photoIds: string[] }
  | { type: "find_cars"; reference: CarReference }
  | { type: "set_status"; carId: string; status: CarView["status"]; soldPriceRupiah: number | null }
  | { type: "set_price"; carId: string; priceRupiah: number }
  | { type: "list_cars"; filters: StockFilters; page: number }
  | { type: "read_stats"; period: StatsPeriod }
  | { type: "create_lead"; name: string; phone: string }
  | { type: "answer_offer"; answer: "take" | "skip"; offerId: string; deviceId: string }
  | { type: "set_customer_mode"; customer: boolean }
  | BotSwitchCommand;

export type Outcome =
  | { type: "photos_added"; photoIds: string[] }
  | { type: "plate_checked"; existing: CarView | null }
  | { type: "codes_reserved"; codes: ReservedCodes; url: string }
  | { type: "car_created"; car: CarView; url: string }
  | { type: "car_updated"; car: CarView; url: string }
  | { type: "cars_found"; cars: CarView[] }
  | { type: "status_set"; car: CarView /** null when the person may not see them. */; stats: SalesStats | null }
  | { type: "price_set"; car: CarView }
  | { type: "cars_listed"; cars: CarView[]; total: number; page: number; totalPages: number }
  | { type: "stats_read"; period: StatsPeriod; stats: SalesStats }
  | { type: "lead_created"; name: string; phone: string; isNew: boolean }
  /** Said already, by the hand-over, to whoever is concerned. */
  | { type: "offer_answered" }
  | { type: "customer_mode_set"; customer: boolean }
  | BotSwitchOutcome
  /** The verb said no, and nothing was changed. */
  | { type: "refused"; command: Command["type"]; code: ErrorCode; message: string };

export type StatsPeriod = "today" | "week" | "month" | "year";

export const stockFiltersSchema = listCarsSchema.omit({ page: true, limit: true });
export type StockFilters = z.infer<typeof stockFiltersSchema>;

export type Facts = {
  now: Date;
  showroomName: string;
  siteUrl: string;
  staffName: string;
  /** Off: the owner wants stock and prices changed in the dashboard only. */
  hasCommands: boolean;
};

export type FlowState<Context> = { step: string; context: Context };

export type StepResult<Context> = {
  /** null ends the flow. */
  state: FlowState<Context> | null;
  replies: Reply[];
  /** At most one: its outcome is the step's next input, in the same transaction. */
  command?: Command | undefined;
};

/**
 * A conversation of several messages. `step` is pure. Raise `version` when the context changes its shape: rows written
 * by another version are not read.
 */
export type Flow<Context> = {
  name: string;
  version: number;
  contextSchema: ZodType<Context>;
  step(state: FlowState<Context>, input: BotInput, facts: Facts): StepResult<Context>;
};

/** What a question of words answers to pictures. */
export const PHOTOS_NOT_HERE = "Foto belum bisa dipakai di sini. Jawab dulu pertanyaan di atas, atau ketik BATAL.";

/** Said at the first word of a command, and by a verb's refusal. */
export const NOT_ALLOWED = "Maaf, Anda belum punya izin untuk itu. Minta owner membukanya di Pengaturan > Tim.";

export function say<Context>(state: FlowState<Context> | null, ...texts: string[]): StepResult<Context> {
  return { state, replies: texts.map((text) => ({ text })) };
}

export function ask<Context>(state: FlowState<Context>, command: Command, ...texts: string[]): StepResult<Context> {
  return { state, replies: texts.map((text) => ({ text })), command };
}
