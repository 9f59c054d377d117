import type { CarStatus, Period } from "./staff-message";

const statusPatterns: [CarStatus, RegExp][] = [
  [
    "available",
    /\b(?:belum|durung|tidak jadi|gagal|urung|wurung) (?:di)?(?:terjual|laku|kejual|jual|beli|ambil|booking|dp|deal|payu|kredit|keep)\b/,
  ],
  [
    "available",
    /\b(?:booking|dp|beli)\b.*\bmundur\b|\b(?:balik|kembali) (?:ke )?(?:tersedia|available|ready|tayang)\b|\bbatal (?:terjual|laku|beli|booking|dp|deal)\b|\b(?:booking|dp)\b.*\bbatal\b|\b(?:terjual|laku)\b.*\bbatal\b/,
  ],
  [
    "available",
    /\b(?:tayang\w*|live|aktif\w*|buka|naik\w*|tampil\w*|jual|tersedia|available|ready|ada) (?:lagi|kembali)\b|\bkembali (?:tersedia|available|ready|tayang)\b|\blepas booking\b/,
  ],
  [
    "draft",
    /\bdraft\b|\b(?:turunin|turunkan|tarik|hapus|takedown|cabut|lepas|sembunyi\w*|hide|nonaktifkan|simpan) .*(?:iklan|tayang\w*|listing)\b|\b(?:jangan|stop) (?:di)?tayang\w*\b|\bsembunyi\w*\b|\bhide\b|\btake ?down\b|\barsip\w*\b|\bunpublish\b|\bumpet\w*\b|\bprivate\b|\b(?:turunin|turunkan) (?:dulu )?·|\btarik\b|^(?:· )?nonaktif\w*/,
  ],
  [
    "booking",
    /\b(?:di ?)?(?:booking|boking|keep|kip)\b|\bdi ?dp\b|\bdp orang\b|\bdp(?: dulu| masuk| sudah)?$|\btanda jadi\b|\bsudah dp\b|\bsimpan\b|\b(?:di)?tahan\b|\bpanjer\b|\bdeposit\b|\bkeep\b|\bdi ?titipi? dp\b|\bindent\b/,
  ],
  [
    "sold",
    /\b(?:terjual|laku|kejual|kebeli|terbeli|sold|deal|closing|closed|lunas|dibeli|diambil|dibayar|laris)\b|\bsudah (?:di)?jual\b|\b(?:ke)?lepas\b(?!.*\d)/,
  ],
  ["available", /\b(?:tersedia|available|ready|tayang|avail|aktifkan)\b/],
];

/** The status a message in plain words gives to a car; null when it gives none. */
export function statusIn(plain: string): CarStatus | null {
  return statusPatterns.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

const periodPatterns: [Period, RegExp][] = [
  ["today", /\bhari ini\b|\btoday\b|\bhari\b|\bharian\b/],
  ["week", /\b(?:se)?minggu ini\b|\b(?:se)?minggu\b|\bmingguan\b|\bpekan\b|\bweek\b/],
  ["month", /\bbulan ini\b|\bbulan\b|\bbulanan\b|\bmonth\b/],
  ["year", /\btahun ini\b|\btahunan\b|\byear\b|\btahun\b/],
];

export function periodIn(plain: string): Period | null {
  return periodPatterns.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
