import type { Choice } from "./stock-view";

/** What the fields of a car's form need besides what was typed. */
export type CarFormView = {
  /** As typed, by field name. */
  values: Record<string, string>;
  /** One sentence per field that is wrong. */
  errors: Record<string, string>;
  labels: Record<string, string>;
  brands: readonly string[];
  models: readonly string[];
  branches: readonly Choice[];
  transmissions: readonly string[];
  fuels: readonly string[];
  bodyTypes: readonly string[];
  seesCost: boolean;
  maySetPrice: boolean;
  /** "TEMP-001" while the plate is not known. */
  temporaryPlate: string | null;
};
