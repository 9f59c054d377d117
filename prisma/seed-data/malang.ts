import type { DemoShowroom } from "./demo-showroom";
import { malangCars } from "./malang-cars";

const weekday: [string, string][] = [["08:30", "17:00"]];

export const malang: DemoShowroom = {
  subdomain: "malang-jaya",
  name: "Malang Jaya Motor",
  tagline: "Dari mobil pertama sampai mobil usaha, jujur soal kondisi dan ramah di kantong.",
  primaryColor: "#a11f2c",
  secondaryColor: "#e2a23b",
  phone: "628233334444",
  email: "halo@malang-jaya.com",
  address: "Jl. Letjen S. Parman No. 57, Blimbing",
  city: "Malang",
  mapsUrl: "https://www.google.com/maps/search/?api=1&query=Jl.+Letjen+S.+Parman+No.+57+Blimbing+Malang",
  businessHours: {
    ...{ mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: weekday },
    sun: [["09:00", "14:00"]],
  },
  plan: "starter",
  deviceNumber: "628233334444",
  branches: [
    {
      name: "Cabang Singosari",
      address: "Jl. Raya Singosari No. 210",
      city: "Kabupaten Malang",
      mapsUrl: "https://www.google.com/maps/search/?api=1&query=Jl.+Raya+Singosari+No.+210+Malang",
      phone: "",
    },
  ],
  users: [
    {
      ...{ name: "Agus Prasetyo", email: "owner@malang-jaya.com", whatsappNumber: "628233334440" },
      ...{ role: "owner", permissions: ["upload", "status", "price", "stats"] },
    },
    {
      ...{ name: "Dimas Kurniawan", email: "dimas@malang-jaya.com", whatsappNumber: "628233334441" },
      ...{ role: "sales", permissions: ["upload", "status"] },
    },
  ],
  faqs: [
    {
      question: "Apa saja syarat kredit?",
      answer:
        "KTP, KK, NPWP, dan bukti penghasilan. Usaha sendiri tanpa slip gaji tetap bisa, cukup foto usaha dan mutasi rekening 3 bulan.",
    },
    {
      question: "Bisa tukar tambah motor atau mobil lama?",
      answer: "Bisa, mobil maupun motor. Kirim fotonya di sini, kami taksir hari itu juga.",
    },
    {
      question: "Hari Minggu buka?",
      answer: "Buka pukul 09.00 sampai 14.00, khusus showroom Blimbing.",
    },
    {
      question: "Bisa antar unit ke Batu atau Kepanjen untuk dilihat?",
      answer: "Bisa untuk area Malang Raya tanpa biaya, kabari sehari sebelumnya ya.",
    },
  ],
  assistant: {
    name: "Jaya",
    personality: "casual",
    welcomeMessage: "Halo Kak, saya Jaya dari Malang Jaya Motor. Ada yang bisa dibantu?",
  },
  cars: malangCars,
  leads: [
    {
      ...{ name: "Fitri Handayani", phone: "6285790001101", source: "wa", status: "hot", hoursAgo: 5.2 },
      signals: ["named_unit", "visit"],
      carCodes: ["#B01"],
      assignee: "dimas@malang-jaya.com",
      chat: {
        unread: 1,
        messages: [
          { from: "customer", text: "Brio orange manual masih ada mas?", intent: "unit_availability" },
          {
            from: "bot",
            text: "Masih ada, Kak. *Brio 2020 Oranye #B01*\nManual, 42.000 km, tangan pertama\nRp 164.000.000\n\nMau jadwalkan lihat unitnya?",
          },
          { from: "customer", text: "besok jam 10 bisa test drive?", intent: "visit", afterMinutes: 3 },
          {
            from: "bot",
            text: "Bisa, Kak. Saya teruskan ke Dimas dari tim kami supaya unitnya disiapkan. Jangan lupa bawa SIM A ya.",
          },
          { from: "customer", text: "oke siap", intent: "thanks", afterMinutes: 1 },
        ],
      },
    },
    {
      ...{ name: "Pak Sugeng", phone: "6281330001102", source: "web", status: "new", hoursAgo: 21.5 },
      signals: ["asked_details"],
      carCodes: ["#L01", "#G01"],
    },
    {
      ...{ name: "Novi Rahma", phone: "6285850001103", source: "referral", status: "warm", hoursAgo: 70 },
      signals: ["asked_credit"],
      carCodes: ["#C01"],
      assignee: "dimas@malang-jaya.com",
    },
  ],
  searches: [
    { terms: "avanza murah", resultCount: 1, channel: "web", hoursAgo: 2 },
    { terms: "pickup l300", resultCount: 1, channel: "web", hoursAgo: 9 },
    { terms: "mobil listrik", resultCount: 1, channel: "web", hoursAgo: 27 },
    { terms: "innova diesel", resultCount: 0, channel: "wa", hoursAgo: 30 },
    { terms: "jimny", resultCount: 0, channel: "web", hoursAgo: 52 },
    { terms: "brio manual", resultCount: 1, channel: "web", hoursAgo: 75 },
    { terms: "agya matic dibawah 130", resultCount: 0, channel: "web", hoursAgo: 98 },
    { terms: "innova reborn", resultCount: 0, channel: "web", hoursAgo: 121 },
  ],
};
