type NamedCar = { model: string; year: number; color: string; displayCode: string };

/** "Avanza 2020 Hitam #A01" */
export function publicNameOf(car: NamedCar): string {
  return `${car.model} ${car.year} ${car.color} ${car.displayCode}`;
}

/** "Toyota Avanza 1.3 G" */
export function fullModelOf(car: { brand: string; model: string; variant: string }): string {
  return [car.brand, car.model, car.variant].filter(Boolean).join(" ");
}

/** "avanza-2020-hitam-a01": unique in a tenant because it ends in the display code. */
export function slugOf(car: NamedCar): string {
  return publicNameOf(car)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

type SearchableCar = NamedCar & {
  brand: string;
  variant: string;
  transmission: string;
  fuel: string | null;
  bodyType: string | null;
  keyFeatures: readonly string[];
};

/** The words free search matches against. Public facts only: never the plate or the stock code. */
export function searchTextOf(car: SearchableCar): string {
  const words = [
    car.brand,
    car.model,
    car.variant,
    car.year,
    car.color,
    car.transmission,
    car.fuel,
    car.bodyType,
    car.displayCode.replace("#", ""),
    ...car.keyFeatures,
  ];
  return words.filter(Boolean).join(" ").toLowerCase();
}

/** "hitam METALIK" → "Hitam Metalik", "abu-abu" → "Abu-abu". */
export function titleCase(text: string): string {
  return text.toLowerCase().replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}
