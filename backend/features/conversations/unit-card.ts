import { type CarView, getCar } from "@/backend/features/cars";
import type { Ctx } from "@/backend/platform/ctx";
import { RuleError } from "@/backend/platform/errors";
import { formatRupiah, formatThousands } from "@/backend/platform/money";

export type UnitCard = {
  text: string;
  /** Public key of the cover as JPEG; null while there is none. */
  coverKey: string | null;
};

const COVER_WIDTH = 1280;

/** A unit as it is sent to a customer: public facts only. @throws NotFoundError, RuleError when it is not for sale */
export async function unitCard(ctx: Ctx, { carId, siteUrl }: { carId: string; siteUrl: string }): Promise<UnitCard> {
  const car = await getCar(ctx, { carId });
  if (car.status !== "available" && car.status !== "booking") {
    throw new RuleError(`${car.publicName} tidak sedang dijual, jadi tidak bisa dikirim ke pelanggan.`);
  }
  const lines = [
    `*${car.fullModel} ${car.year} ${car.color}* ${car.displayCode}`,
    [car.transmission, `${formatThousands(car.km)} km`, car.fuel].filter(Boolean).join(" · "),
    car.keyFeatures.join(", "),
    `*${formatRupiah(car.priceRupiah)}*${car.status === "booking" ? " (sedang dibooking)" : ""}`,
    `${siteUrl}/${car.slug}`,
  ];
  return { text: lines.filter(Boolean).join("\n"), coverKey: coverKeyOf(car) };
}

/** WhatsApp takes JPEG everywhere; the largest that is not wasted on a phone. */
function coverKeyOf({ photos }: CarView): string | null {
  const cover = photos.find(({ status }) => status === "ready");
  const fitting = (cover?.variants ?? [])
    .filter(({ format, width }) => format === "jpeg" && width <= COVER_WIDTH)
    .toSorted((left, right) => right.width - left.width);
  return fitting[0]?.key ?? null;
}
