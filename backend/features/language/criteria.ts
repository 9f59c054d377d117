import { withoutAbsent } from "./absent";
import { takeColor } from "./colors";
import { takeBodyType, takeFuel, takeTransmission } from "./features-of-car";
import { type CarMention, findCars } from "./gazetteer";
import { takePlateHints } from "./plates";
import { type Ranges, takeRanges } from "./ranges";
import type { Scan } from "./scan";
import type { BodyType, Fuel, PlateParity, Transmission } from "./values";
import { takeVariant } from "./variants";

/** What a person looks for in a car. Money is whole rupiah, distance whole kilometres, limits include their end. */
export type CarCriteria = Ranges & {
  brand?: string;
  model?: string;
  /** Upper case. */
  variant?: string;
  transmission?: Transmission;
  fuel?: Fuel;
  color?: string;
  bodyType?: BodyType;
  plateParity?: PlateParity;
  plateRegion?: string;
};

export type NamedCar = Pick<CarCriteria, "brand" | "model" | "variant"> & { mention: CarMention | null };

/** Brand, model and variant of the car wanted: the first that is not denied. */
export function takeNamedCar(scan: Scan, choose: (mentions: CarMention[]) => CarMention | null): NamedCar {
  const mention = choose(findCars(scan.tokens));
  if (!mention) return { mention };
  const named: NamedCar = { mention, brand: mention.brand };
  const variant = takeVariant(scan, mention, "speech");
  if (mention.model) named.model = mention.model.model;
  if (variant !== "") named.variant = variant;
  return named;
}

/** The properties beside the name; `takesBareNumber` as in `takeRanges`. */
export function takeProperties(scan: Scan, takesBareNumber: boolean): CarCriteria {
  const hints = takePlateHints(scan);
  const criteria: CarCriteria = {
    color: takeColor(scan) ?? undefined,
    transmission: takeTransmission(scan) ?? undefined,
    fuel: takeFuel(scan) ?? undefined,
    bodyType: takeBodyType(scan) ?? undefined,
    ...hints,
    ...takeRanges(scan, takesBareNumber),
  };
  return withoutAbsent(criteria);
}
