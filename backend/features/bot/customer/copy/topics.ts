import type { SearchOrder } from "@/backend/features/language";
import type { Comparison } from "../stock-wish";

export const indonesianOrders: Record<SearchOrder, string> = {
  cheapest: "Yang paling murah",
  dearest: "Yang paling mahal",
  newest: "Yang tahunnya paling muda",
  oldest: "Yang tahunnya paling tua",
  lowest_km: "Yang kilometernya paling rendah",
  thriftiest: "Yang paling irit",
};

export const indonesianMore: Record<Comparison, string> = {
  cheaper: "lebih murah",
  newer: "tahunnya lebih muda",
  lower_km: "kilometernya lebih rendah",
};

export const englishMore: Record<Comparison, string> = {
  cheaper: "cheaper",
  newer: "newer",
  lower_km: "with a lower mileage",
};

export const englishOrders: Record<SearchOrder, string> = {
  cheapest: "The lowest price",
  dearest: "The highest price",
  newest: "The newest",
  oldest: "The oldest",
  lowest_km: "The lowest mileage",
  thriftiest: "The most economical",
};

/** What a question about a unit was about, by attribute, as it is named in a sentence. */
export const indonesianTopics: Record<string, string> = {
  km: "kilometer",
  tax: "pajak",
  papers: "surat-surat",
  ownership: "kepemilikan",
  condition: "kondisi detail",
  accident_flood: "riwayat tabrak dan banjir",
  service_history: "riwayat servis",
  color: "warna",
  transmission: "transmisi",
  features: "kelengkapan",
  plate_parity: "plat ganjil/genap",
  year: "tahun",
  engine: "mesin",
  fuel: "bahan bakar",
  photos: "foto",
  video: "video",
  keys: "kunci cadangan",
  seats: "jumlah kursi",
  warranty: "garansi",
};

export const englishTopics: Record<string, string> = {
  km: "the mileage",
  tax: "the road tax",
  papers: "the papers",
  ownership: "the ownership",
  condition: "the detailed condition",
  accident_flood: "accident and flood history",
  service_history: "the service history",
  color: "the colour",
  transmission: "the gearbox",
  features: "the equipment",
  plate_parity: "the odd/even plate",
  year: "the year",
  engine: "the engine",
  fuel: "the fuel",
  photos: "the photos",
  video: "the video",
  keys: "the spare key",
  seats: "the number of seats",
  warranty: "the warranty",
};
