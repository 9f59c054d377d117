import type { StaffArgs, StaffCommand, StaffFlow, StaffReading } from "@/backend/features/language";

/** Commands that begin something of their own, whatever flow is open: a quick question does not lose an upload. */
const STARTS_ANEW = new Set<StaffCommand>([
  "upload_start",
  "status_change",
  "price_change",
  "list",
  "search",
  "detail",
  "stats",
  "lead_create",
  "help",
  "bot_off",
  "bot_on",
  "photos_change",
  "edit_field",
]);

/** In these steps free text is the answer, unless it is plainly a command: a slash, a unit, or one of `PLAIN_COMMANDS`. */
const FREE_TEXT_STEPS = new Set(["features", "notes", "edit", "which", "value", "sold_price", "details"]);

/** Nothing a car is described with is read as one of these. */
const PLAIN_COMMANDS = new Set<StaffCommand>(["upload_start", "lead_create", "stats", "help"]);

export type Route =
  | { type: "start"; reading: StaffReading }
  | { type: "continue" }
  | { type: "cancel" }
  | { type: "unknown" };

export type OpenFlow = { flow: string; step: string };

/** Where a staff message goes: to the open flow, or to a command of its own. Pure. */
export function routeStaffMessage(reading: StaffReading, text: string, open: OpenFlow | null): Route {
  if (reading.command === "cancel") return { type: "cancel" };
  if (!open) return reading.command === "unknown" ? { type: "unknown" } : { type: "start", reading };

  const isSlash = /^\s*[/]/.test(text);
  const isNewCar =
    reading.command === "upload_details" &&
    (open.flow === "upload" ? FINISHING_STEPS.has(open.step) && isUploadCommand(text) : startsCar(open, isSlash));
  const isCommand = isNewCar || STARTS_ANEW.has(reading.command);
  if (!isCommand) return { type: "continue" };
  if (open.flow === "upload" && open.step === "confirm" && correctsRecap(reading)) return { type: "continue" };
  const isPlain = isSlash || hasUnit(reading.args) || PLAIN_COMMANDS.has(reading.command);
  if (FREE_TEXT_STEPS.has(open.step) && !isPlain) return { type: "continue" };
  return { type: "start", reading };
}

/** In these steps of an upload its car is known: another one is a car of its own. */
const FINISHING_STEPS = new Set(["duplicate", "features", "notes", "confirm", "edit"]);

export function isUploadCommand(text: string): boolean {
  return /^\s*[/#]?(?:upload|tambah)\b/i.test(text);
}

function startsCar({ step }: OpenFlow, isSlash: boolean): boolean {
  return isSlash || !FREE_TEXT_STEPS.has(step);
}

/** "harga 187 aja", "km 54rb" at the recap are about its car, unless they name one. */
function correctsRecap({ command, args }: StaffReading): boolean {
  return command === "edit_field" || (command === "price_change" && !hasUnit(args));
}

function hasUnit(args: StaffArgs): boolean {
  return Boolean(args.displayCode ?? args.plate ?? args.stockCode ?? args.model);
}

/** The language's name of the place a flow is in; it reads "1" differently in each. */
export function languageFlowOf(open: OpenFlow | null): StaffFlow {
  if (open?.flow === "upload") return UPLOAD_STEPS[open.step] ?? "upload_details";
  return open?.flow === "car_change" ? "status_confirm" : "idle";
}

const UPLOAD_STEPS: Record<string, StaffFlow> = {
  photos: "upload_photos",
  details: "upload_details",
  features: "upload_features",
  notes: "upload_notes",
  confirm: "upload_confirm",
};
