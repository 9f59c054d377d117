import type { DemoShowroom } from "./demo-showroom";
import { surabayaCars } from "./surabaya-cars";
import { surabayaLeads } from "./surabaya-leads";
import { surabayaSearches } from "./surabaya-searches";

const weekday: [string, string][] = [["09:00", "18:00"]];

export const surabaya: DemoShowroom = {
  subdomain: "showroom-surabaya",
  name: "Showroom Mobil Surabaya",
  tagline: "Mobil bekas terawat, kondisi apa adanya, harga jelas sejak awal. Silakan cek sendiri sebelum deal.",
  primaryColor: "#1b3f8b",
  secondaryColor: "#e8a317",
  phone: "628123456789",
  email: "halo@showroom-surabaya.com",
  address: "Jl. Raya Darmo No. 123",
  city: "Surabaya",
  mapsUrl: "https://www.google.com/maps/search/?api=1&query=Jl.+Raya+Darmo+No.+123+Surabaya",
  businessHours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: weekday, sun: [] },
  plan: "growth",
  deviceNumber: "628123456789",
  branches: [
    {
      name: "Cabang Rungkut",
      address: "Jl. Raya Kalirungkut No. 88",
      city: "Surabaya",
      mapsUrl: "https://www.google.com/maps/search/?api=1&query=Jl.+Raya+Kalirungkut+No.+88+Surabaya",
      phone: "",
    },
    {
      name: "Cabang Waru",
      address: "Jl. Letjen S. Parman No. 45, Waru",
      city: "Sidoarjo",
      mapsUrl: "https://www.google.com/maps/search/?api=1&query=Jl.+Letjen+S.+Parman+No.+45+Waru+Sidoarjo",
      phone: "",
    },
  ],
  users: [
    {
      ...{ name: "Hendra Wijaya", email: "owner@showroom-surabaya.com", whatsappNumber: "6281234567890" },
      ...{ role: "owner", permissions: ["upload", "status", "price", "stats"] },
    },
    {
      ...{ name: "Rina Kusuma", email: "admin@showroom-surabaya.com", whatsappNumber: "6281234567893" },
      ...{ role: "admin", permissions: ["upload", "status", "price", "stats"] },
    },
    {
      ...{ name: "Budi Santoso", email: "budi@showroom-surabaya.com", whatsappNumber: "6281234567891" },
      ...{ role: "sales", permissions: ["upload", "status"] },
    },
    {
      ...{ name: "Sari Wulandari", email: "sari@showroom-surabaya.com", whatsappNumber: "6281234567892" },
      ...{ role: "sales", permissions: ["status"], branch: "Cabang Rungkut" },
    },
  ],
  faqs: [
    {
      question: "Apa saja syarat kredit mobil bekas?",
      answer:
        "Cukup KTP suami istri, KK, NPWP, rekening listrik atau PBB, dan slip gaji atau mutasi rekening 3 bulan. Dokumen kami bantu cek dulu sebelum dikirim ke leasing.",
    },
    {
      question: "DP minimal berapa?",
      answer:
        "Umumnya 20–25% dari harga mobil, tenor 1 sampai 5 tahun tergantung tahun mobil. Sebutkan unit dan DP yang Kakak siapkan, nanti kami hitungkan.",
    },
    {
      question: "Bisa tukar tambah?",
      answer:
        "Bisa. Kirim foto, tahun, dan kilometer mobil lama Kakak di sini, tim kami beri taksiran di hari yang sama. Harga pasti setelah mobil dilihat.",
    },
    {
      question: "Apakah ada garansi?",
      answer:
        "Ada garansi mesin dan transmisi 6 bulan untuk mobil bensin di bawah 10 tahun, serta jaminan bebas banjir dan bebas tabrak berat yang tertulis di nota.",
    },
    {
      question: "Bisa test drive?",
      answer:
        "Bisa, gratis. Kabari jam kedatangannya supaya mobil sudah kami siapkan, dan bawa SIM A yang masih berlaku.",
    },
    {
      question: "Boleh bawa mekanik atau inspektor sendiri?",
      answer: "Sangat boleh. Lift dan alat ukur cat ada di showroom, silakan dipakai.",
    },
    {
      question: "Bisa kirim ke luar kota?",
      answer:
        "Bisa ke seluruh Jawa, Bali, dan Lombok dengan towing atau kapal. Biaya kirim dihitung per kota dan dikonfirmasi sebelum transfer.",
    },
    {
      question: "Berapa tanda jadi untuk booking?",
      answer:
        "Rp 2.000.000 ke rekening atas nama perusahaan, mobil kami tahan 3 hari. Kalau hasil cek tidak sesuai keterangan kami, tanda jadi kembali penuh.",
    },
  ],
  assistant: {
    name: "Dara",
    personality: "friendly",
    welcomeMessage: "Halo Kak, saya Dara dari Showroom Mobil Surabaya. Lagi cari mobil apa?",
  },
  cars: surabayaCars,
  leads: surabayaLeads,
  searches: surabayaSearches,
};
