import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { boxSchema } from "@/backend/features/photos/photo-edits";
import { suggestPlateMask } from "@/backend/features/photos/plate/suggest-plate-mask";
import { drawPlateScene, overlapOf } from "@/backend/features/photos/plate/test-plates";

/**
 * How often the suggested mask lies on the plate (overlap at least 0.3), on drawn plates and, when a folder is given, on
 * its photos: `bun --no-install scripts/eval-plates.ts <folder>`; the folder's plates.json is [{ file, box }], box in
 * fractions of the upright photo, null for a photo without a readable plate.
 */
const LEAST_OVERLAP = 0.3;
const labelSchema = z.array(z.object({ file: z.string(), box: boxSchema.nullable() }));

await evalDrawn();
const folder = process.argv[2];
if (folder) await evalPhotos(folder);

async function evalDrawn(): Promise<void> {
  const texts = ["L 1234 XY", "N 987 AB", "B 2871 KZQ", "AG 1704 RB"];
  let [found, count] = [0, 0];
  for (const text of texts) {
    for (const plateWidth of [110, 150, 220, 340, 520]) {
      for (const [tiltDegrees, blur] of [
        [0, 0],
        [4, 0.8],
        [-7, 1],
        [10, 1.2],
      ] as const) {
        const colors = count % 2 === 0 ? "white-on-black" : "black-on-white";
        const { jpeg, box } = await drawPlateScene({ text, colors, plateWidth, tiltDegrees, blur });
        const suggested = await suggestPlateMask(jpeg);
        count += 1;
        if (suggested && overlapOf(suggested, box) >= LEAST_OVERLAP) found += 1;
      }
    }
  }
  console.log(`drawn plates: ${found} of ${count} found`);
}

async function evalPhotos(place: string): Promise<void> {
  const labels = labelSchema.parse(JSON.parse(await readFile(join(place, "plates.json"), "utf8")));
  const outcomes = await Promise.all(
    labels.map(async ({ file, box }) => ({ file, box, ...(await judge(join(place, file), box)) })),
  );
  for (const { file, verdict } of outcomes) console.log(`${verdict.padEnd(14)} ${file}`);
  const withPlate = outcomes.filter(({ box }) => box !== null);
  const without = outcomes.filter(({ box }) => box === null);
  console.log(`photos with a plate: ${withPlate.filter(({ isRight }) => isRight).length} of ${withPlate.length} found`);
  console.log(
    `photos without one: ${without.filter(({ isRight }) => !isRight).length} of ${without.length} with a false box`,
  );
}

async function judge(path: string, box: z.infer<typeof labelSchema>[number]["box"]) {
  const suggested = await suggestPlateMask(await readFile(path));
  if (!box) return suggested ? { isRight: false, verdict: "false box" } : { isRight: true, verdict: "nothing, right" };
  if (!suggested) return { isRight: false, verdict: "missed" };
  const overlap = overlapOf(suggested, box);
  return { isRight: overlap >= LEAST_OVERLAP, verdict: `overlap ${overlap.toFixed(2)}` };
}
