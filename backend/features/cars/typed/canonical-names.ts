import { parseSearchQuery } from "@/backend/features/language";

/** ("TOYOTA", "avanza") → Toyota, Avanza: known names in their known spelling, all others as they were typed. */
export function canonicalNames(typed: { brand: string; model: string }): { brand: string; model: string } {
  const { brand, model } = parseSearchQuery(`${typed.brand} ${typed.model}`).filters;
  return {
    brand: brand && isSame(brand, typed.brand) ? brand : typed.brand,
    model: model && isSame(model, typed.model) ? model : typed.model,
  };
}

function isSame(known: string, typed: string): boolean {
  return plain(known) === plain(typed);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}
