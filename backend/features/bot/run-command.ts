import {
  changeCarPrice,
  createCar,
  editCar,
  findCarsByReference,
  listCars,
  reserveCarCodes,
  type SalesStats,
  salesStats,
  setCarStatus,
} from "@/backend/features/cars";
import { answerOffer, captureLead } from "@/backend/features/leads";
import { addPhotos, attachPhotos } from "@/backend/features/photos";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withSavepoint } from "@/backend/platform/database/with-tenant";
import { AppError, ForbiddenError } from "@/backend/platform/errors";
import { toCarFields } from "./car-fields";
import { type Command, NOT_ALLOWED, type Outcome } from "./flow";
import { runBotSwitch } from "./run-bot-switch";
import { setCustomerMode } from "./set-customer-mode";

const LIST_LIMIT = 5;

/** Runs the verb a step asked for. A "no" of the verb undoes what it did and becomes an outcome like any other. */
export async function runCommand(tx: Tx, ctx: Ctx, command: Command, siteUrl: string): Promise<Outcome> {
  try {
    return await withSavepoint(tx, () => execute(ctx, command, siteUrl));
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "internal") throw error;
    return { type: "refused", command: command.type, code: error.code, message: refusalText(error) };
  }
}

async function execute(ctx: Ctx, command: Command, siteUrl: string): Promise<Outcome> {
  switch (command.type) {
    case "add_photos":
      return { type: "photos_added", photoIds: await addPhotos(ctx, command.photos) };
    case "check_plate":
      return { type: "plate_checked", existing: await findInStock(ctx, command.plate) };
    case "reserve_codes": {
      const { model, year, color, plate } = command;
      const codes = await reserveCarCodes(ctx, { model, year, color, plate });
      return { type: "codes_reserved", codes, url: `${siteUrl}/${codes.slug}` };
    }
    case "create_car": {
      const { draft, codes, photoIds, status } = command;
      const car = await createCar(ctx, { ...toCarFields(draft), codes, photoIds, status, channel: "wa" });
      return { type: "car_created", car, url: `${siteUrl}/${car.slug}` };
    }
    case "update_car": {
      const { carId, draft, photoIds } = command;
      const car = await editCar(ctx, { carId, changes: toCarFields(draft), channel: "wa" });
      if (photoIds.length > 0) await attachPhotos(ctx, { carId, photoIds });
      return { type: "car_updated", car, url: `${siteUrl}/${car.slug}` };
    }
    case "find_cars":
      return { type: "cars_found", cars: await findCarsByReference(ctx, command.reference) };
    case "set_status": {
      const { carId, status, soldPriceRupiah } = command;
      const car = await setCarStatus(ctx, { carId, status, soldPriceRupiah, channel: "wa" });
      return { type: "status_set", car, stats: await statsIfAllowed(ctx) };
    }
    case "set_price": {
      const { carId, priceRupiah } = command;
      return { type: "price_set", car: await changeCarPrice(ctx, { carId, priceRupiah, channel: "wa" }) };
    }
    case "list_cars":
      return {
        type: "cars_listed",
        ...(await listCars(ctx, { ...command.filters, page: command.page, limit: LIST_LIMIT })),
      };
    case "read_stats":
      return { type: "stats_read", period: command.period, stats: await salesStats(ctx, { period: command.period }) };
    case "create_lead": {
      const lead = await captureLead(ctx, { phone: command.phone, name: command.name, source: "direct" });
      return { type: "lead_created", name: lead.name || command.phone, phone: lead.phone, isNew: lead.isNew };
    }
    case "answer_offer": {
      const { answer, offerId, deviceId } = command;
      await answerOffer(ctx, { answer, offerId, deviceId, siteUrl });
      return { type: "offer_answered" };
    }
    case "set_customer_mode":
      await setCustomerMode(ctx, command.customer);
      return { type: "customer_mode_set", customer: command.customer };
    case "look_at_bot":
    case "find_chats":
    case "switch_chat_bot":
    case "switch_device_bot":
      return runBotSwitch(ctx, command);
  }
}

async function findInStock(ctx: Ctx, plate: string) {
  const wanted = comparable(plate);
  const cars = await findCarsByReference(ctx, { plate }, { statuses: ["draft", "available", "booking"] });
  return cars.find((car) => comparable(car.plate ?? "") === wanted) ?? null;
}

function comparable(plate: string): string {
  return plate.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

async function statsIfAllowed(ctx: Ctx): Promise<SalesStats | null> {
  try {
    return await salesStats(ctx, { period: "today" });
  } catch (error) {
    if (error instanceof ForbiddenError) return null;
    throw error;
  }
}

function refusalText(error: AppError): string {
  if (error.code === "forbidden") return NOT_ALLOWED;
  const fields = Object.values(error.fields ?? {});
  return fields.length > 0
    ? `${error.userMessage}\n${fields.map((field) => `• ${field}`).join("\n")}`
    : error.userMessage;
}
