import { withoutAbsent } from "../absent";
import type { CarAd } from "../ad/car-ad";
import { parsePartialCar } from "../ad/parse-partial-car";
import { type CarCriteria, takeProperties } from "../criteria";
import { type Scan, startScan } from "../scan";
import { commandRules, type Sighting } from "./commands";
import { readEdit, readNewPrice } from "./edits";
import { answerInFlow } from "./flow-answers";
import { withKnownCommand } from "./known-command";
import { leadName } from "./lead";
import { maskedText } from "./masked";
import { readOrders, searchArgs } from "./search-args";
import type { CarStatus, Period, StaffArgs, StaffCommand, StaffFlow, StaffReading } from "./staff-message";
import { inStaffWords } from "./staff-words";
import { periodIn, statusIn } from "./status";
import { takeUnit } from "./unit";

/** What one message of an owner or salesperson tells the bot to do, read in the flow the dialogue is in. */
export function parseStaffMessage(text: string, context?: { flow?: StaffFlow }): StaffReading {
  const flow = context?.flow ?? "idle";
  const newCar = describedCar(afterUploadCommand(text));
  if (newCar) return { command: "upload_details", args: newCar };
  const scan = startScan(text);
  const unit = takeUnit(scan);
  const plain = withKnownCommand(inStaffWords(maskedText(scan)));

  const answer = flow === "idle" ? null : answerInFlow(plain, flow);
  if (answer) return { command: answer, args: {} };

  const price = readNewPrice(scan);
  const propertyScan: Scan = { ...scan, taken: [...scan.taken] };
  const criteria = takeProperties(propertyScan, false);
  const bare = withKnownCommand(inStaffWords(maskedText(propertyScan)));
  const sighting = {
    plain,
    bare,
    unit,
    hasCriteria: Object.keys(criteria).length > 0,
    hasOrder: readOrders(text) !== undefined,
    hasNewPrice: price !== undefined,
  };
  const parts = { text, scan, plain, unitArgs: unit.args, criteria, price };
  const command = commandRules.find(({ when }) => when(sighting))?.command ?? null;

  if (flow !== "idle" && !winsOverFlow(command, flow, plain)) return answerOfFlow(text, flow, plain, price);
  const description = describedCar(text);
  if (description && !isCommandOnCar(command, plain)) return { command: "upload_details", args: description };
  if (!command && isOnlyCar(sighting, criteria)) return { command: "search", args: argsOf("search", parts) };
  if (!command) return { command: "unknown", args: {} };
  return { command, args: argsOf(command, parts) };
}

/** "toyota 2015-2018", "suv di bawah 250": a kind of car and nothing else is looked for. */
function isOnlyCar({ bare, unit }: Sighting, criteria: CarCriteria): boolean {
  const rest = bare.replace(
    /[·,.\s-]|\b(?:mobil|unit|yang|tipe|warna|tahun|di|bawah|dibawah|atas|ke|max|budget|harga|apa|ada|adakah|kah|ta|saja|aja|tidak)\b|\?/g,
    "",
  );
  if (rest !== "" || unit.isCertain) return false;
  const { yearMin, yearMax, ...others } = criteria;
  const count = Object.keys(others).length + ((yearMin ?? yearMax) ? 1 : 0);
  return unit.isNamed ? count > 0 : count > 1 || criteria.bodyType !== undefined || criteria.seats !== undefined;
}

type Parts = {
  text: string;
  scan: Scan;
  plain: string;
  unitArgs: StaffArgs;
  criteria: CarCriteria;
  price: number | undefined;
};

function argsOf(command: StaffCommand, parts: Parts): StaffArgs {
  const { text, scan, plain, unitArgs, criteria, price } = parts;
  const { phone, ...unit } = unitArgs;
  const described = withoutAbsent<StaffArgs>({ ...unit, color: criteria.color, year: singleYear(criteria) });
  const withGearbox = withoutAbsent<StaffArgs>({ ...described, transmission: criteria.transmission });

  switch (command) {
    case "status_change":
      return statusArgs(withGearbox, statusIn(plain), price);
    case "price_change":
      return withoutAbsent({ ...withGearbox, price });
    case "edit_field":
      return editArgs(parts, described, newPlate(unit, plain) ?? readEdit(scan, plain));
    case "detail":
      return withGearbox;
    case "photos_change":
    case "edit":
      return described;
    case "search":
      return withoutAbsent({
        ...searchArgs(text),
        status: statusIn(plain.replace(/\b(?:masih|ada)\b/g, "")) ?? undefined,
      });
    case "list":
      return withoutAbsent({
        orders: readOrders(text),
        status: statusIn(plain) ?? (/\bmasih ada\b/.test(plain) ? "available" : undefined),
        period: listPeriod(plain),
        page: pageIn(plain),
      });
    case "stats":
      return withoutAbsent({ period: periodIn(plain) ?? undefined });
    case "lead_create":
      return withoutAbsent({ ...unit, ...withSingleYear(criteria), phone, name: leadName(scan) });
    case "bot_off":
    case "bot_on":
      return withoutAbsent({ phone });
    default:
      return {};
  }
}

/** A sum beside "terjual" is what the car went for; beside another status it is a deposit. */
function statusArgs(unit: StaffArgs, status: CarStatus | null, price: number | undefined): StaffArgs {
  return withoutAbsent({ ...unit, status: status ?? undefined, price: status === "sold" ? price : undefined });
}

/** Slash and status commands win over the flow; in a question of the bot only they do. */
function winsOverFlow(command: StaffCommand | null, flow: StaffFlow, plain: string): boolean {
  if (command === null) return false;
  if (/^[/#]\p{L}/u.test(plain) || command === "cancel") return true;
  if (command === "help" && (plain.split(" ").length <= 2 || !takesFreeText(flow))) return true;
  if (flow === "upload_confirm") return command === "status_change" && plain.includes("·");
  if (flow === "upload_features" || flow === "upload_notes")
    return command === "status_change" && /^(?:· )?\p{L}+(?: ·)?$/u.test(plain) && plain.includes("·");
  if (flow === "upload_details") return command === "status_change" && plain.split(" ").length <= 4;
  return command !== "upload_start" || flow !== "upload_photos";
}

function takesFreeText(flow: StaffFlow): boolean {
  return flow === "upload_features" || flow === "upload_notes" || flow === "upload_confirm";
}

function answerOfFlow(text: string, flow: StaffFlow, plain: string, price: number | undefined): StaffReading {
  if (flow === "upload_features") return { command: "upload_details", args: { field: "features", value: text.trim() } };
  if (flow === "upload_notes") return { command: "upload_details", args: { field: "notes", value: text.trim() } };
  if (flow === "upload_confirm") return correction(text, plain, price);

  const trim = flow === "upload_details" ? labelledTrim(text) : undefined;
  if (trim) return { command: "upload_details", args: { variant: trim } };
  const { car } = parsePartialCar(text);
  const isAboutUpload = flow === "upload_details" || (flow === "upload_photos" && Object.keys(car).length >= 2);
  if (!isAboutUpload || Object.keys(car).length === 0) return { command: "unknown", args: {} };
  return { command: "upload_details", args: car };
}

/** "tipe nya G": a trim by itself names no car. */
function labelledTrim(text: string): string | undefined {
  const trim = /^\s*(?:tipe|type|varian|variant)(?:\s*nya)?\s*:?\s+([\p{L}\d.+ -]{1,20})$/iu.exec(text)?.[1];
  const reading = trim ? parsePartialCar(trim, "variant").car : {};
  return reading.model === undefined ? reading.variant : undefined;
}

/** At the recap a message names what is wrong: "harganya salah, 175", "km nya 54rb bukan 45". */
function correction(text: string, plain: string, price: number | undefined): StaffReading {
  const { car } = parsePartialCar(text);
  if (Object.keys(car).length >= 4) return { command: "upload_details", args: car };
  const saysPrice = /\bharga\b/.test(plain) && !/\bharga kredit\b/.test(plain);
  const newPrice = price ?? car.price;
  if (saysPrice && newPrice !== undefined) return { command: "price_change", args: { price: newPrice } };

  const edit = readEdit(startScan(text), plain.replace(/·/g, car.plate ? "plat" : "model"));
  if (edit) return { command: "edit_field", args: edit };
  if (price !== undefined) return { command: "price_change", args: { price } };
  return { command: /\b(?:salah|keliru|ganti|ubah|edit|koreksi)\b/.test(plain) ? "edit" : "unknown", args: {} };
}

/** "/upload B 1234 XYZ | …" → what follows the command, in whatever flow it is said; else "". */
function afterUploadCommand(text: string): string {
  return /^\s*[/#]?(?:upload|tambah)(?:\s+mobil)?\b[\s:,-]*(\S.*)$/is.exec(text)?.[1] ?? "";
}

/** A car described in full: a model and at least four facts about it, or its plate with year and price. */
function describedCar(text: string): CarAd | null {
  const { car } = parsePartialCar(text);
  if (car.model === undefined) return null;
  const price = car.price ?? car.priceCredit;
  const facts = [car.year, price, car.km, car.transmission, car.plate, car.color].filter((fact) => fact !== undefined);
  const isIdentified = car.plate !== undefined && car.year !== undefined && price !== undefined;
  return facts.length >= 4 || isIdentified ? car : null;
}

/** Words that speak of a car already in stock, so that its description is no upload. */
const changeWords =
  /^[/#]\p{L}|\b(?:ganti|ubah|edit|update|koreksi|jadi|menjadi|turun\w*|naik\w*|status|foto|detail|cek|lead|led|cari|koleksi)\b/u;

function isCommandOnCar(command: StaffCommand | null, plain: string): boolean {
  return command === "lead_create" || command === "status_change" || (command !== null && changeWords.test(plain));
}

/** "plat #A11 ganti L 1888 KK": beside a code the plate is what changes. */
function newPlate(unit: StaffArgs, plain: string): Pick<StaffArgs, "field" | "value"> | null {
  const isPlateEdit =
    unit.plate !== undefined && (unit.displayCode ?? unit.stockCode) !== undefined && /\bplat\b/.test(plain);
  return isPlateEdit ? { field: "plate", value: unit.plate } : null;
}

/** The unit and the change; what is being set does not describe the unit. */
function editArgs(parts: Parts, described: StaffArgs, edit: Pick<StaffArgs, "field" | "value"> | null): StaffArgs {
  const unit = unitBeside(described);
  if (edit?.field === "color" || parts.unitArgs.displayCode) delete unit.color;
  if (edit?.field === "year" || edit?.field === "taxMonth" || parts.unitArgs.displayCode) delete unit.year;
  return { ...unit, ...edit };
}

/** The unit of an edit without the value that is being set. */
function unitBeside(unit: StaffArgs): StaffArgs {
  if (!unit.displayCode && !unit.stockCode) return unit;
  const { plate: _value, ...rest } = unit;
  return rest;
}

function singleYear({ yearMin, yearMax }: CarCriteria): number | undefined {
  return yearMin !== undefined && yearMin === yearMax ? yearMin : undefined;
}

/** Outside of a search one year is the year of the car. */
function withSingleYear(criteria: CarCriteria): StaffArgs {
  const year = singleYear(criteria);
  if (year === undefined) return criteria;
  const { yearMin: _from, yearMax: _to, ...rest } = criteria;
  return { ...rest, year };
}

function pageIn(plain: string): number | undefined {
  const page = /(?:halaman|page|hal|daftar|list|stok|inventory)\s+(?:ke\s+)?(\d{1,3})\b/.exec(plain)?.[1];
  const last = /^[/#]?(?:daftar|list)\b.* (\d{1,2})$/.exec(plain)?.[1];
  return page || last ? Number(page ?? last) : undefined;
}

/** "Stok hari ini" is the stock as it is now; "terjual hari ini" is what was sold today. */
function listPeriod(plain: string): Period | undefined {
  const period = periodIn(withoutPage(plain)) ?? undefined;
  return period === "today" && statusIn(plain) === null ? undefined : period;
}

function withoutPage(plain: string): string {
  return plain.replace(/\bhal(?:aman)?\b/g, " ");
}
