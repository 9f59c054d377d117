import type { DemoSearch } from "./demo-showroom";

/** What people looked for lately; 0 results are wishes the showroom could fill. */
export const surabayaSearches: DemoSearch[] = [
  { terms: "avanza 2020 hitam", resultCount: 2, channel: "wa", hoursAgo: 1.2 },
  { terms: "inova diesel matic 200an", resultCount: 1, channel: "web", hoursAgo: 2.5 },
  { terms: "alphard", resultCount: 0, channel: "web", hoursAgo: 4 },
  { terms: "mobil 7 seat di bawah 150", resultCount: 3, channel: "web", hoursAgo: 6 },
  { terms: "brio matic", resultCount: 1, channel: "web", hoursAgo: 8 },
  { terms: "pajero dakar", resultCount: 1, channel: "web", hoursAgo: 20 },
  { terms: "jimny", resultCount: 0, channel: "web", hoursAgo: 23 },
  { terms: "fortuner vrz diesel", resultCount: 0, channel: "wa", hoursAgo: 26 },
  { terms: "avansa 2019 ke atas", resultCount: 2, channel: "web", hoursAgo: 29 },
  { terms: "mobil listrik", resultCount: 1, channel: "web", hoursAgo: 33 },
  { terms: "veloz matic", resultCount: 1, channel: "web", hoursAgo: 46 },
  { terms: "innova zenix hybrid", resultCount: 1, channel: "web", hoursAgo: 51 },
  { terms: "jimny", resultCount: 0, channel: "wa", hoursAgo: 54 },
  { terms: "crv turbo merah", resultCount: 1, channel: "web", hoursAgo: 70 },
  { terms: "mazda cx5", resultCount: 0, channel: "web", hoursAgo: 76 },
  { terms: "ertiga matic", resultCount: 1, channel: "web", hoursAgo: 94 },
  { terms: "budget 150 juta", resultCount: 4, channel: "wa", hoursAgo: 99 },
  { terms: "pickup carry", resultCount: 1, channel: "web", hoursAgo: 118 },
  { terms: "alphard 2018 putih", resultCount: 0, channel: "web", hoursAgo: 125 },
  { terms: "hiace", resultCount: 1, channel: "web", hoursAgo: 144 },
  { terms: "honda jazz rs merah", resultCount: 1, channel: "web", hoursAgo: 149 },
  { terms: "rush trd", resultCount: 1, channel: "web", hoursAgo: 166 },
];
