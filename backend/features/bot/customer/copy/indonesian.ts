import type { SearchOrder } from "@/backend/features/language";
import { formatRupiah, formatRupiahShort, formatThousands } from "@/backend/platform/money";
import type { Comparison } from "../stock-wish";
import { comingInIndonesian } from "./coming";
import { dealingInIndonesian } from "./dealing";
import type { Tone } from "./tone";
import { indonesianMore, indonesianOrders, indonesianTopics } from "./topics";

/** What the assistant says, in Indonesian. Every other language says the same with the same names. */
export function indonesian({ call, title, pick }: Tone) {
  return {
    locale: "id" as string,
    /** Our own fixed words in this language: criteria, colours, fuels, opening days as the catalogue writes them. */
    fixedWords: (words: string) => words,

    // Greeting and closing
    hello: () => pick([`Halo ${call}!`, `Hai ${call}!`]),
    welcome: (showroom: string, assistant: string) =>
      `Halo ${call}, selamat datang di ${showroom}. Saya ${assistant}, siap bantu carikan mobil.`,
    askWish: () =>
      pick([
        `Lagi cari mobil apa, ${title}? Tulis saja, misalnya "Avanza matic 2019 ke atas" atau "budget 150 juta".`,
        `Ada yang bisa dibantu, ${title}? Sebut saja mobil, tahun, atau budget-nya.`,
      ]),
    allStock: (url: string) => `Stok lengkap: ${url}/mobil`,
    thanks: () =>
      pick([
        `Sama-sama, ${title}. Kalau ada yang mau ditanyakan lagi, langsung chat di sini saja ya.`,
        `Siap, ${title}. Terima kasih sudah mampir. Kabari kapan saja kalau mau lihat unitnya.`,
        `Sama-sama, ${title}. Butuh info unit lain, tinggal chat ya.`,
      ]),
    praised: () => `Terima kasih, ${title}. Kalau ada yang mau ditanyakan atau dilihat, langsung chat saja ya.`,
    deny: () =>
      pick([
        `Baik, ${title}, tidak apa-apa. Mau saya carikan yang lain? Sebut saja mobil atau budget-nya.`,
        `Oke, ${title}. Kalau mau lihat pilihan lain, tinggal tulis mobil atau budget-nya ya.`,
      ]),
    understoodNothing: () =>
      pick([
        `Maaf ${title}, saya kurang paham maksudnya. Boleh ditulis sedikit lebih lengkap?`,
        `Maaf ${title}, saya belum menangkap maksudnya. Boleh diperjelas?`,
      ]),
    onlyCars: (showroom: string) =>
      `Maaf ${title}, di sini saya hanya bisa bantu soal mobil di ${showroom}. Ada mobil yang sedang dicari?`,

    // Stock
    oneFits: () => pick([`Ada, ${title}:`, `Ada satu yang cocok, ${title}:`]),
    someFit: (count: number) =>
      pick([`Ada ${count} unit yang cocok, ${title}:`, `Ada, ${title}. Ini ${count} unit yang cocok:`]),
    someOfStock: (total: number) =>
      pick([
        `Stok kami ada ${total} unit, ${title}. Beberapa di antaranya:`,
        `Ada ${total} unit di stok, ${title}, antara lain:`,
      ]),
    askBudget: () =>
      pick([
        `Budget-nya sekitar berapa, ${title}? Atau sebut mobil dan tahunnya.`,
        `Kira-kira budget berapa, ${title}? Nanti saya carikan yang pas.`,
      ]),
    withinBudget: (count: number, limit: number) =>
      pick([
        `Dengan budget ${formatRupiahShort(limit)} ada ${count} pilihan, ${title}:`,
        `Budget ${formatRupiahShort(limit)} masuk ke ${count} unit ini, ${title}:`,
      ]),
    nearestInstead: (wanted: string, relaxed: string) =>
      `Maaf ${title}, ${wanted} yang persis begitu belum ada. Yang paling mendekati (${relaxed}):`,
    notInStock: (wanted: string) =>
      pick([
        `Maaf ${title}, ${wanted} sedang tidak ada di stok kami.`,
        `Maaf ${title}, untuk ${wanted} stok kami sedang kosong.`,
      ]),
    fitting: (count: number, wanted: string) => `Ada ${count} unit ${wanted}, ${title}:`,
    mostOf: (order: SearchOrder, wanted: string, name: string) =>
      `${indonesianOrders[order]}${wanted ? `, ${wanted}` : ""}: *${name}*, ${title}. Berikut urutannya:`,
    othersOf: (model: string) => pick([`Ada ${model} lain, ${title}:`, `${model} yang lain ada, ${title}:`]),
    moreThan: (more: Comparison, name: string) => `Yang ${indonesianMore[more]} dari ${name}, ${title}:`,
    noneMore: (more: Comparison, name: string) =>
      `Yang ${indonesianMore[more]} dari ${name} sedang tidak ada, ${title}.`,
    noOtherButSimilar: (model: string) =>
      `${model} lain yang begitu sedang tidak ada, ${title}. Yang sejenis dengan harga paling dekat:`,
    noOther: (model: string) => `${model} lain atau yang sejenis sedang tidak ada di stok kami, ${title}.`,
    thriftStated: (stated: string) =>
      `Yang ditulis irit di data kami: ${stated}. Angka konsumsi BBM-nya tidak tercatat, ${title}.`,
    thriftUnknown: () =>
      `Konsumsi BBM tidak tercatat di data kami, ${title}, jadi saya tidak bisa menyebut mana yang paling irit.`,
    thatCar: () => "mobil itu",
    alternatives: () => "Yang sejenis dan masih ada:",
    moreOnSite: (count: number, url: string) => `Masih ada ${count} unit lagi di ${url}`,
    askWhich: () => pick(["Tertarik yang nomor berapa?", `Mau lihat lebih lanjut nomor berapa, ${title}?`]),
    askWhichUnit: () => `Untuk unit yang mana, ${title}? Balas nomornya saja.`,
    onlyListed: (name: string) => `Di daftar tadi hanya ada satu unit, ${title}: *${name}*.`,
    askNameUnit: () => `Untuk unit yang mana, ${title}? Sebut mobil atau kodenya, misalnya #A01.`,
    askWantNotice: () => `Mau saya kabari kalau unit seperti itu masuk, ${title}?`,
    willNotify: (wanted: string) =>
      `Siap, ${title}. Permintaan ${wanted} saya catat; kalau ada yang masuk, tim kami mengabari di sini.`,
    willTellIfFree: (name: string) =>
      `Siap, ${title}. Saya catat: kalau booking *${name}* batal, tim kami mengabari di sini.`,
    willTellAbout: (name: string) =>
      `Siap, ${title}. Permintaan kabar soal *${name}* saya catat; tim kami mengabari di sini.`,
    askNoticeWhich: () => `Siap, ${title}. Mau dikabari untuk mobil apa? Sebut mobil, tahun, atau budget-nya.`,
    booked: () => "sedang dibooking",
    manual: () => "manual",
    automatic: () => "matic",

    // One unit
    chosen: (name: string) => pick([`Siap, ${title}. *${name}*:`, `Oke ${title}, ini *${name}*:`]),
    priceLine: (price: number) => `Harga: *${formatRupiah(price)}*`,
    creditPriceLine: (price: number, minTenorMonths: number | null) =>
      `Harga kredit: ${formatRupiah(price)}${minTenorMonths ? ` (tenor minimal ${minTenorMonths} bulan)` : ""}`,
    priceOf: (name: string, price: number) =>
      pick([
        `*${name}* harganya ${formatRupiah(price)}, ${title}.`,
        `Harga *${name}* ${formatRupiah(price)}, ${title}.`,
        `Untuk *${name}*, harganya ${formatRupiah(price)}.`,
      ]),
    stillThere: (name: string) =>
      pick([
        `Masih ada, ${title}: *${name}*.`,
        `Masih, ${title}. *${name}* masih ready.`,
        `*${name}* masih tersedia, ${title}.`,
      ]),
    isBooked: (name: string) =>
      `*${name}* sedang dibooking, ${title}. Kalau batal, unitnya tersedia lagi. Mau saya carikan yang serupa dulu?`,
    isSold: (name: string) => `Maaf ${title}, *${name}* sudah terjual.`,
    unknownCode: (code: string) => `Maaf ${title}, unit ${code} tidak ada di stok kami.`,
    askNext: () => pick([`Mau saya kirim fotonya, ${title}?`, `Mau lihat fotonya dulu, ${title}?`]),
    askVisit: () => pick([`Mau dijadwalkan lihat unitnya, ${title}?`, `Kapan mau mampir lihat unitnya, ${title}?`]),
    photosOf: (name: string, count: number) =>
      pick([`Ini ${count} foto *${name}*, ${title}.`, `Siap, ${title}. Ini *${name}*, ${count} foto:`]),
    photosNotReady: (name: string, url: string) =>
      `Foto *${name}* sedang kami siapkan, ${title}. Sementara bisa dilihat di ${url}`,
    photosOnSite: (name: string, url: string) => `Foto *${name}* bisa dilihat di ${url}`,
    videoAt: (url: string) => `Videonya: ${url}`,
    noVideo: () => `Videonya belum ada, ${title}. Saya mintakan ke tim ya; kalau sudah ada, dikirim di sini.`,

    // Facts about a unit
    km: (km: number) => `Kilometer: ${formatThousands(km)} km`,
    taxUntil: (month: string) => `Pajak hidup sampai ${month}`,
    taxLate: (month: string) => `Pajak terakhir sampai ${month}, jadi sudah lewat`,
    owners: (count: number) => (count === 1 ? "Tangan pertama" : `Tangan ke-${count}`),
    colorIs: (color: string) => `Warna: ${color}`,
    transmissionIs: (transmission: string) => `Transmisi: ${transmission}`,
    features: (features: string) => `Kelengkapan: ${features}`,
    plate: (region: string | null, parity: string | null) => `Plat ${[region, parity].filter(Boolean).join(", ")}`,
    yearIs: (year: number, registered: number | null) =>
      `Tahun: ${year}${registered && registered !== year ? ` (registrasi ${registered})` : ""}`,
    engineIs: (cc: number) => `Mesin: ${formatThousands(cc)} cc`,
    fuelIs: (fuel: string) => `Bahan bakar: ${fuel}`,
    seatsAre: (seats: number) => `${seats} kursi`,
    ourNote: (note: string) => `Catatan kami: ${note}`,
    notOnRecord: (topics: string) => `Soal ${topics}, datanya belum ada di saya.`,
    topic: (attribute: string) => indonesianTopics[attribute] ?? attribute,
    moreAt: (url: string) => `Detail dan foto: ${url}`,

    // Dealing
    listedPriceOf: (name: string, price: number) => `Harga tercantum *${name}* ${formatRupiah(price)}.`,
    negotiateWithSales: () =>
      pick([
        `Untuk nego, saya sambungkan dengan sales kami ya, ${title}.`,
        `Soal nego, sales kami yang bisa memutuskan. Saya teruskan ya, ${title}.`,
      ]),
    noHintHere: () => `Harganya sesuai yang tercantum, ${title}. Pembicaraan harga dengan sales kami ya.`,
    offerNoted: (offer: number) => `Penawaran ${formatRupiah(offer)} saya sampaikan ke sales.`,
    offerPassedOn: () => "Penawarannya saya sampaikan ke sales.",
    creditNoted: (pieces: string) => `Saya catat ya, ${title}: ${pieces}.`,
    creditBySales: () => "Simulasi cicilannya disiapkan sales kami bersama leasing.",
    askCreditNumbers: () => `Rencana DP dan tenornya berapa, ${title}? Nanti sales kami siapkan simulasinya.`,
    downPayment: (amount: number) => `DP ${formatRupiah(amount)}`,
    withoutDownPayment: () => "tanpa DP",
    downPaymentPercent: (percent: number) => `DP ${percent}%`,
    tenor: (months: number) => `tenor ${months} bulan`,
    instalment: (amount: number) => `cicilan ${formatRupiah(amount)} per bulan`,
    affordable: (reckoning: string, limit: number) =>
      `${reckoning}, perkiraan kasarnya unit sampai sekitar ${formatRupiahShort(limit)} (hanya perkiraan, keputusan tetap di leasing):`,
    nothingAffordable: (reckoning: string, limit: number) =>
      `${reckoning}, perkiraan kasarnya unit sampai sekitar ${formatRupiahShort(limit)} (hanya perkiraan, keputusan tetap di leasing). Di kisaran itu stok kami sedang kosong, ${title}.`,
    usualDownPayment: (sum: number, share: number) => `DP-nya kira-kira ${formatRupiah(sum)} (${share}% dari harga).`,
    reckonedByShare: (downPayment: number, share: number) =>
      `Kalau DP ${formatRupiah(downPayment)} dihitung ${share}% dari harga mobil`,
    reckonedByInstalment: (terms: string, ratePercent: number) =>
      `Dari ${terms}, dengan bunga flat ${ratePercent}% per tahun`,
    lowestPriced: () => "Yang harganya paling dekat:",
    tradeInNoted: (car: string) => `Tukar tambah bisa dibantu, ${title}. Mobil lamanya saya catat: ${car}.`,
    tradeInWelcome: () => `Tukar tambah bisa dibantu, ${title}.`,
    askTradeIn: () => "Kirim tahun, kilometer, dan beberapa fotonya di sini ya, supaya bisa ditaksir tim kami.",
    sellNoted: (car: string) => `Terima kasih, ${title}. Tawaran ${car} saya catat.`,
    askSellDetails: () => "Boleh kirim tahun, kilometer, harga yang diminta, dan fotonya?",
    ownPriceNoted: (amount: number) => `Harga yang diminta ${formatRupiah(amount)} saya catat, ${title}.`,
    ownFactsNoted: () => `Terima kasih, ${title}. Datanya saya catat.`,
    ownPhotosHere: () => `Betul, ${title}, foto mobilnya dikirim di chat ini saja.`,
    yourCar: () => "mobilnya",
    reserveNoted: (name: string) => `Siap, ${title}. Permintaan booking *${name}* saya teruskan ke sales.`,
    reserveGeneral: () => `Siap, ${title}. Permintaan booking-nya saya teruskan ke sales.`,
    reserveCaution: () => "Mohon jangan transfer dulu sebelum sales kami mengonfirmasi unit dan rekeningnya.",
    accountBySales: () =>
      `Nomor rekening hanya diberikan langsung oleh sales kami, ${title}, tidak pernah lewat chat otomatis ini. Mohon jangan transfer dulu sebelum sales kami mengirimkannya dan mengonfirmasi unitnya.`,
    ...dealingInIndonesian({ title }),

    // Comparing
    comparing: () => `Ini perbandingannya, ${title}:`,
    cheaper: (name: string, difference: number) => `${name} lebih murah ${formatRupiahShort(difference)}.`,
    lessKm: (name: string, difference: number) =>
      `${name} kilometernya lebih rendah ${formatThousands(difference)} km.`,
    newer: (name: string) => `${name} tahunnya lebih muda.`,
    askCompareWhich: () =>
      `Unit mana saja yang mau dibandingkan, ${title}? Sebut dua atau tiga kodenya, misalnya #A01 dan #A02.`,
    askPrefer: () => `Lebih condong ke yang mana, ${title}?`,

    // Showroom: visits, places, hours
    ...comingInIndonesian({ title, pick }),

    // People
    salesWillWrite: () =>
      pick(["Sales kami akan menghubungi lewat chat ini ya.", "Selanjutnya sales kami yang bantu di chat ini ya."]),
    salesAfterOpening: (opening: string) =>
      `Showroom buka lagi ${opening}; setelah itu sales kami menghubungi di chat ini ya.`,
    teamWillAnswer: () =>
      pick([
        `Saya teruskan ke tim kami ya, ${title}; jawabannya menyusul di sini.`,
        `Saya tanyakan dulu ke tim ya, ${title}. Jawabannya di chat ini juga.`,
      ]),
    teamAfterOpening: (opening: string) => `Showroom buka lagi ${opening}; setelah itu tim kami menjawab di sini.`,
    personComing: () => `Baik, ${title}, saya sambungkan dengan tim kami.`,
    complaintHeard: () => `Mohon maaf sekali, ${title}. Keluhan ini saya laporkan ke pimpinan kami.`,
    paidComplaint: () =>
      `Mohon maaf sekali, ${title}. Uang yang sudah dibayar ini mendesak: saya laporkan ke pimpinan kami, dan orang kami yang menjawab di chat ini.`,

    // Rules of the chat
    tooMany: () =>
      `Pesannya banyak sekali dalam satu menit, ${title}. Semua tetap tersimpan; mohon tunggu sebentar, lalu tulis lagi intinya ya.`,
    optedOut: () =>
      "Baik, kami tidak akan mengirim pesan lagi ke nomor ini. Kalau suatu saat butuh mobil, silakan chat kami kapan saja.",
    erased: () =>
      "Baik, permintaan hapus data sudah kami jalankan: riwayat chat, nama, dan catatan minat di nomor ini dihapus sekarang, dan kami tidak akan menghubungi lagi.",
    dataSummary: (summary: string) =>
      `Ini data yang kami simpan tentang nomor ini:\n${summary}\n\nKalau mau dihapus, balas "hapus data saya".`,
    nameNoted: () => `Salam kenal, ${call}.`,

    // What is not text
    photosReceived: () => `Terima kasih fotonya, ${title}. Tim kami lihat dulu, nanti dibalas di sini ya.`,
    voiceReceived: () =>
      `Maaf ${title}, saya belum bisa dengar voice note. Nanti tim kami yang mendengarkan; kalau mau cepat, tulis saja pertanyaannya ya.`,
    locationReceived: () => `Terima kasih lokasinya, ${title}.`,
    stickerReceived: () => `😊 Ada yang bisa dibantu, ${title}? Lagi cari mobil apa?`,
    contactReceived: () => `Terima kasih, kontaknya saya teruskan ke tim kami, ${title}.`,
    documentReceived: () =>
      `Dokumennya sudah kami terima, ${title}, dan hanya dilihat tim kami. Demi keamanan, jangan kirim KTP atau data bank sebelum sales kami memintanya.`,
    otherReceived: () => `Terima kasih, kirimannya sudah kami terima, ${title}, dan akan dilihat tim kami.`,
  };
}
