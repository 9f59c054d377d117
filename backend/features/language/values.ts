export const transmissions = ["manual", "matic"] as const;
export type Transmission = (typeof transmissions)[number];

export const fuels = ["bensin", "diesel", "hybrid", "listrik"] as const;
export type Fuel = (typeof fuels)[number];

export const colors = [
  "hitam",
  "putih",
  "silver",
  "abu-abu",
  "merah",
  "biru",
  "hijau",
  "kuning",
  "oranye",
  "coklat",
  "krem",
  "emas",
  "ungu",
] as const;
export type Color = (typeof colors)[number];

export const bodyTypes = ["mpv", "suv", "hatchback", "sedan", "pickup", "minibus", "van"] as const;
export type BodyType = (typeof bodyTypes)[number];

export const plateParities = ["ganjil", "genap"] as const;
export type PlateParity = (typeof plateParities)[number];

export function isBodyType(text: string): text is BodyType {
  return bodyTypes.some((bodyType) => bodyType === text);
}
