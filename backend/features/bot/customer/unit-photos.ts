import type { Reply } from "@/backend/features/whatsapp";
import type { Contribution, ListedUnit, Talk } from "./talk";

const MOST_PHOTOS = 4;
const PHOTO_WIDTH = 1280;

/** Sends pictures of the unit, or says where they are. */
export function photosOf({ say, showroom }: Talk, unit: ListedUnit): Contribution {
  const url = `${showroom.siteUrl}/${unit.slug}`;
  if (!showroom.knowledge.settings.photoSending) return { parts: [say.photosOnSite(unit.publicName, url)] };
  const keys = unit.photos.flatMap(({ sources }) => keyOf(sources.jpeg) ?? []).slice(0, MOST_PHOTOS);
  if (keys.length === 0) return { parts: [say.photosNotReady(unit.publicName, url)] };
  const images: Reply[] = keys.map((imageKey, index) => ({ imageKey, text: index === 0 ? unit.publicName : "" }));
  return { parts: [`${say.photosOf(unit.publicName, keys.length)}\n${say.moreAt(url)}`], images };
}

/** WhatsApp takes JPEG everywhere; the largest that is not wasted on a phone. */
function keyOf(sources: readonly { src: string; width: number }[]): string | null {
  const fitting = sources
    .filter(({ width }) => width <= PHOTO_WIDTH)
    .toSorted((left, right) => right.width - left.width);
  return fitting[0]?.src.replace(/^\/media\//, "") ?? null;
}
