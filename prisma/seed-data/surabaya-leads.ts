import type { DemoLead } from "./demo-showroom";

const budi = "budi@showroom-surabaya.com";
const sari = "sari@showroom-surabaya.com";

export const surabayaLeads: DemoLead[] = [
  {
    ...{ name: "Andi Firmansyah", phone: "6281216660001", source: "wa", status: "hot", hoursAgo: 1.2 },
    signals: ["made_offer", "visit", "named_unit"],
    carCodes: ["#A01"],
    assignee: budi,
    chat: {
      unread: 2,
      messages: [
        { from: "customer", text: "halo kak, ada avanza 2020 hitam?", intent: "stock_search" },
        {
          from: "bot",
          text: "Ada, 2 unit yang cocok:\n\n1. *Avanza 2020 Hitam #A01*\n   Manual, 45.000 km, Velg racing, Spoiler\n   Rp 185.000.000\n2. *Avanza 2020 Hitam #A02*\n   Manual, 50.000 km, Ban baru, Kamera mundur\n   Rp 180.000.000\n\nTertarik yang nomor berapa?",
        },
        { from: "customer", text: "yg velg racing. pajaknya sampai kapan?", intent: "select", afterMinutes: 2 },
        {
          from: "bot",
          text: "Avanza 2020 Hitam #A01 pajaknya hidup sampai Mei 2027, Kak. Plat L, ganjil.",
        },
        { from: "customer", text: "nett brp? kalo cocok besok saya ke sana", intent: "negotiate", afterMinutes: 4 },
        {
          from: "bot",
          text: "Soal harga biar Budi dari tim kami yang bantu langsung ya, Kak. Sudah saya teruskan, sebentar lagi Kakak dihubungi di sini.",
        },
        { from: "customer", text: "oke ditunggu", intent: "thanks", afterMinutes: 1 },
      ],
    },
  },
  {
    ...{ name: "Maria Goretti", phone: "6281357770002", source: "wa", status: "hot", hoursAgo: 19 },
    signals: ["credit_numbers", "trade_in"],
    carCodes: ["#I02"],
    assignee: sari,
    chat: {
      isTakenOver: true,
      messages: [
        { from: "customer", text: "Zenix hybrid yang putih masih ready?", intent: "unit_availability" },
        {
          from: "bot",
          text: "Masih, Kak. *Innova 2023 Putih Mutiara #I02*\nMatic, 27.000 km, Hybrid, Panoramic roof\nRp 505.000.000\n\nMau jadwalkan lihat unitnya?",
        },
        {
          from: "customer",
          text: "saya ada reborn 2019 mau tukar tambah, sisanya kredit dp 100 bisa?",
          intent: "trade_in",
          afterMinutes: 6,
        },
        {
          from: "bot",
          text: "Bisa tukar tambah sekaligus kredit, Kak. Saya sambungkan ke Sari supaya dihitungkan dengan benar. Boleh kirim foto dan kilometer Reborn-nya?",
        },
        {
          from: "sales",
          text: "Halo Bu Maria, saya Sari dari Showroom Mobil Surabaya. Reborn 2019-nya tipe apa dan kilometer berapa ya Bu? Saya bantu taksir hari ini.",
          afterMinutes: 7,
        },
        {
          from: "customer",
          text: "tipe G diesel matic mbak, km 96rb, tangan pertama",
          intent: "trade_in",
          afterMinutes: 11,
        },
        {
          from: "sales",
          text: "Baik Bu, saya catat. Besok pukul 10.00 bisa mampir ke Darmo sekalian dicek unitnya?",
          afterMinutes: 5,
        },
      ],
    },
  },
  {
    ...{ name: "Yusuf Hidayat", phone: "6282140030003", source: "wa", status: "warm", hoursAgo: 27 },
    signals: ["gave_budget", "asked_credit"],
    carCodes: ["#S01", "#E01"],
    assignee: budi,
    chat: {
      messages: [
        { from: "customer", text: "mobil 7 seat matic dibawah 150 ada apa aja min", intent: "stock_search" },
        {
          from: "bot",
          text: "Ada, 3 unit yang cocok:\n\n1. *Sigra 2019 Putih #S01*\n   Matic, 58.000 km, Irit BBM\n   Rp 124.000.000\n2. *Ertiga 2017 Abu-abu #E01*\n   Matic, 79.000 km, Head unit Android\n   Rp 143.000.000\n3. *Xenia 2018 Silver #X02*\n   Matic, 82.000 km, Jok semi kulit\n   Rp 145.000.000\n\nTertarik yang nomor berapa?",
        },
        { from: "customer", text: "syarat kreditnya apa kak", intent: "credit", afterMinutes: 3 },
        {
          from: "bot",
          text: "Cukup KTP suami istri, KK, NPWP, rekening listrik atau PBB, dan slip gaji atau mutasi rekening 3 bulan. Dokumen kami bantu cek dulu sebelum dikirim ke leasing.",
        },
        { from: "customer", text: "ok makasih, nanti saya kabari", intent: "thanks", afterMinutes: 5 },
        { from: "bot", text: "Sama-sama. Kalau ada yang mau ditanyakan lagi, langsung chat di sini saja ya." },
      ],
    },
  },
  {
    ...{ name: "Kevin Tanaka", phone: "6281938880004", source: "wa", status: "new", hoursAgo: 3.4 },
    signals: ["asked_location"],
    carCodes: [],
    chat: {
      unread: 1,
      messages: [
        { from: "customer", text: "lokasi showroom dimana? minggu buka?", intent: "location" },
        {
          from: "bot",
          text: "Kami di Jl. Raya Darmo No. 123, Surabaya.\n\nJam buka Showroom Mobil Surabaya:\nSenin–Sabtu: 09.00–18.00\nMinggu: Tutup",
        },
        { from: "customer", text: "noted, thanks", intent: "thanks", afterMinutes: 2 },
      ],
    },
  },
  {
    ...{ name: "Bu Ratna", phone: "6285645550005", source: "web", status: "warm", hoursAgo: 44 },
    signals: ["asked_details", "named_unit"],
    carCodes: ["#B01"],
    assignee: sari,
  },
  {
    ...{ name: "Haji Mansur", phone: "6281703330006", source: "direct", status: "hot", hoursAgo: 30 },
    signals: ["visit", "reserve"],
    carCodes: ["#H01"],
    assignee: sari,
  },
  {
    ...{ name: "Rudi Hartono", phone: "6281231110007", source: "referral", status: "closed", hoursAgo: 130 },
    signals: ["reserve"],
    carCodes: ["#X01"],
    assignee: budi,
  },
  {
    ...{ name: "Wahyu Nugroho", phone: "6289650040008", source: "wa", status: "cold", hoursAgo: 160 },
    signals: ["searched"],
    carCodes: ["#P01"],
    assignee: budi,
  },
];
