import { formatRupiah, formatRupiahShort } from "@/backend/platform/money";
import { comingInJavanese } from "./coming";
import { dealingInJavanese } from "./dealing";
import { indonesian } from "./indonesian";
import type { Phrases, Tone } from "./tone";

/**
 * Polite East Javanese (madya) as a Surabaya showroom chats it: car words, facts, numbers and warnings stay Indonesian.
 * The honouring verbs (mirsani, rawuh) are for the customer only; of our own people it is ningali, nyiapaken.
 */
export function javanese(tone: Tone): Phrases {
  const { call, title, pick } = tone;
  return {
    ...indonesian(tone),

    // Greeting and closing
    hello: () => pick([`Halo ${call}, monggo!`, `Nggih ${call}, monggo!`]),
    welcome: (showroom, assistant) =>
      `Halo ${call}, sugeng rawuh ten ${showroom}. Kulo ${assistant}, siap bantu madosaken mobil.`,
    askWish: () =>
      pick([
        `Badhe pados mobil nopo, ${title}? Tulis mawon, misale "Avanza matic 2019 ke atas" utawi "budget 150 juta".`,
        `Wonten sing saged kulo bantu, ${title}? Sebut mawon mobil, tahun, utawi budgete.`,
      ]),
    thanks: () =>
      pick([
        `Sami-sami, ${title}. Menawi badhe tanglet malih, langsung chat ten mriki mawon nggih.`,
        `Nggih, ${title}. Matur nuwun sampun mampir. Kabari kapan mawon menawi badhe mirsani unite.`,
        `Sami-sami, ${title}. Menawi butuh info unit sanes, monggo chat mawon.`,
      ]),
    praised: () => `Matur nuwun, ${title}. Menawi badhe tanglet utawi mirsani, langsung chat mawon nggih.`,
    deny: () =>
      pick([
        `Nggih, ${title}, mboten nopo-nopo. Badhe kulo padosaken sing sanes? Sebut mawon mobil utawi budgete.`,
        `Nggih, ${title}. Menawi badhe mirsani pilihan sanes, tulis mawon mobil utawi budgete nggih.`,
      ]),
    understoodNothing: () =>
      pick([
        `Ngapunten ${title}, kulo dereng paham maksude. Saged ditulis langkung lengkap?`,
        `Ngapunten ${title}, kulo kirang paham. Saged dijelasaken malih?`,
      ]),
    onlyCars: (showroom) =>
      `Ngapunten ${title}, ten mriki kulo namung saged bantu soal mobil ten ${showroom}. Badhe pados mobil nopo?`,

    // Stock
    oneFits: () => pick([`Wonten, ${title}:`, `Wonten setunggal sing cocok, ${title}:`]),
    someFit: (count) =>
      pick([`Wonten ${count} unit sing cocok, ${title}:`, `Nggih wonten, ${title}. Niki ${count} unit sing cocok:`]),
    withinBudget: (count, limit) =>
      pick([
        `Kangge budget ${formatRupiahShort(limit)} wonten ${count} pilihan, ${title}:`,
        `Budget ${formatRupiahShort(limit)} angsal ${count} pilihan niki, ${title}:`,
      ]),
    nearestInstead: (wanted, relaxed) =>
      `Ngapunten ${title}, ${wanted} sing persis dereng wonten. Sing paling mirip (${relaxed}):`,
    notInStock: (wanted) =>
      pick([
        `Ngapunten ${title}, ${wanted} saweg kosong ten mriki.`,
        `Ngapunten ${title}, ${wanted} dereng wonten ten stok kami.`,
      ]),
    fitting: (count, wanted) =>
      pick([`Wonten ${count} unit ${wanted}, ${title}:`, `Niki ${count} unit ${wanted}, ${title}:`]),
    othersOf: (model) => `${model} sanese wonten, ${title}:`,
    noOtherButSimilar: (model) =>
      `${model} sanes sing kados niku saweg kosong, ${title}. Sing sejenis lan regine paling cedhak:`,
    noOther: (model) => `${model} sanes utawi sing sejenis saweg kosong ten mriki, ${title}.`,
    thriftUnknown: () =>
      `Konsumsi BBM mboten kecathet ten data kami, ${title}, dados kulo dereng saged nyebut pundi sing paling irit.`,
    thatCar: () => "mobil niku",
    alternatives: () => "Sing sejenis lan taksih wonten:",
    moreOnSite: (count, url) => `Taksih wonten ${count} unit malih ten ${url}`,
    askWhich: () => pick(["Tertarik sing nomer pinten?", `Badhe mirsani sing nomer pinten, ${title}?`]),
    askWhichUnit: () => `Kangge unit sing pundi, ${title}? Bales nomere mawon.`,
    onlyListed: (name) => `Ten daftar wau namung wonten setunggal unit, ${title}: *${name}*.`,
    askNameUnit: () => `Kangge unit sing pundi, ${title}? Sebut mobil utawi kodene, misale #A01.`,
    askWantNotice: () => `Badhe kulo kabari menawi unit kados niku mlebet, ${title}?`,
    willNotify: (wanted) =>
      `Nggih, ${title}. Permintaan ${wanted} kulo catet; menawi wonten sing mlebet, tim kami ngabari ten mriki.`,
    willTellIfFree: (name) =>
      `Nggih, ${title}. Kulo catet: menawi booking *${name}* batal, tim kami ngabari ten mriki.`,
    willTellAbout: (name) => `Nggih, ${title}. Panyuwunan kabar soal *${name}* kulo catet; tim kami ngabari ten mriki.`,
    askNoticeWhich: () => `Nggih, ${title}. Badhe dikabari kangge mobil nopo? Sebut mobil, tahun, utawi budgete.`,
    someOfStock: (total) => `Stok kami wonten ${total} unit, ${tone.title}, antarane:`,
    askBudget: () => `Budgete kinten-kinten pinten, ${tone.title}?`,
    booked: () => "saweg dibooking",

    // One unit
    chosen: (name) => pick([`Nggih, ${title}. *${name}*:`, `Monggo ${title}, niki *${name}*:`]),
    priceOf: (name, price) =>
      pick([
        `*${name}* regine ${formatRupiah(price)}, ${title}.`,
        `Regine *${name}* ${formatRupiah(price)}, ${title}.`,
        `Kangge *${name}*, regine ${formatRupiah(price)}.`,
      ]),
    stillThere: (name) =>
      pick([
        `Taksih wonten, ${title}: *${name}*.`,
        `Taksih, ${title}. *${name}* taksih ready.`,
        `Nggih, *${name}* taksih wonten, ${title}.`,
      ]),
    isBooked: (name) =>
      `*${name}* saweg dibooking, ${title}. Menawi batal, unite wonten malih. Badhe kulo padosaken sing mirip rumiyin?`,
    isSold: (name) => `Ngapunten ${title}, *${name}* sampun terjual.`,
    unknownCode: (code) => `Ngapunten ${title}, unit ${code} mboten wonten ten stok kami.`,
    askNext: () => pick([`Badhe kulo kirimi fotone, ${title}?`, `Badhe mirsani fotone rumiyin, ${title}?`]),
    askVisit: () =>
      pick([`Badhe dijadwalaken mirsani unite, ${title}?`, `Kapan saged mampir mirsani unite, ${title}?`]),
    photosOf: (name, count) =>
      pick([`Niki ${count} foto *${name}*, ${title}.`, `Monggo, ${title}. Niki *${name}*, ${count} foto:`]),
    photosNotReady: (name, url) => `Foto *${name}* saweg disiapaken, ${title}. Sementara saged dipirsani ten ${url}`,
    photosOnSite: (name, url) => `Foto *${name}* saged dipirsani ten ${url}`,
    noVideo: () =>
      `Videone dereng wonten, ${title}. Kulo suwunaken teng tim nggih; menawi sampun wonten, dikirim ten mriki.`,
    notOnRecord: (topics) => `Soal ${topics}, datane dereng wonten ten kulo.`,

    // Dealing
    negotiateWithSales: () =>
      pick([
        `Kangge nego, kulo sambungaken kalih sales kami nggih, ${title}.`,
        `Soal nego, sales kami sing saged mutusaken. Kulo terusaken nggih, ${title}.`,
      ]),
    noHintHere: () => `Regine sesuai sing tercantum, ${title}. Soal regi monggo dirembag kalih sales kami nggih.`,
    offerNoted: (offer) => `Penawaran ${formatRupiah(offer)} kulo sanjangaken teng sales.`,
    creditNoted: (pieces) => `Kulo catet nggih, ${title}: ${pieces}.`,
    creditBySales: () => "Simulasi cicilane disiapaken sales kami sareng leasing.",
    askCreditNumbers: () => `Rencana DP kalih tenore pinten, ${title}? Mangke sales kami nyiapaken simulasine.`,
    tradeInNoted: (car) => `Tukar tambah saged dibantu, ${title}. Mobil lamine kulo catet: ${car}.`,
    tradeInWelcome: () => `Tukar tambah saged dibantu, ${title}.`,
    askTradeIn: () => "Kirim tahun, kilometer, kalih fotone ten mriki nggih, supados saged ditaksir tim kami.",
    sellNoted: (car) => `Matur nuwun, ${title}. Tawaran ${car} kulo catet.`,
    askSellDetails: () => "Saged kirim tahun, kilometer, regi sing disuwun, kalih fotone?",
    ownPriceNoted: (amount) => `Regi sing disuwun ${formatRupiah(amount)} kulo catet, ${title}.`,
    ownFactsNoted: () => `Matur nuwun, ${title}. Datane kulo catet.`,
    ownPhotosHere: () => `Leres, ${title}, foto mobile dikirim ten chat niki mawon.`,
    yourCar: () => "mobile njenengan",
    reserveNoted: (name) => `Nggih, ${title}. Permintaan booking *${name}* kulo terusaken teng sales.`,
    reserveGeneral: () => `Nggih, ${title}. Permintaan booking kulo terusaken teng sales.`,
    accountBySales: () =>
      `Nomer rekening namung saking sales kami langsung, ${title}, mboten nate lewat chat otomatis niki. Mohon jangan transfer dulu sebelum sales kami mengirimkannya dan mengonfirmasi unitnya.`,
    ...dealingInJavanese({ title }),

    // Comparing
    comparing: () => `Niki perbandingane, ${title}:`,
    askCompareWhich: () =>
      `Unit pundi mawon sing badhe dibandingaken, ${title}? Sebut kalih utawi tigo kodene, misale #A01 lan #A02.`,
    askPrefer: () => `Langkung remen sing pundi, ${title}?`,

    // Showroom: visits, places, hours
    ...comingInJavanese({ title, pick }),

    // People
    salesWillWrite: () =>
      pick([
        "Sales kami badhe ngubungi njenengan ten chat niki nggih.",
        "Salajenge sales kami sing bantu ten chat niki.",
      ]),
    salesAfterOpening: (opening) =>
      `Showroom buka malih ${opening}; sasampune niku sales kami ngubungi njenengan ten chat niki.`,
    teamWillAnswer: () =>
      pick([
        `Kulo terusaken teng tim nggih, ${title}; jawabane nyusul ten mriki.`,
        `Kulo tangletaken rumiyin teng tim nggih, ${title}. Jawabane ten chat niki ugi.`,
      ]),
    teamAfterOpening: (opening) => `Showroom buka malih ${opening}; sasampune niku tim kami njawab ten mriki.`,
    personComing: () => `Nggih, ${title}, kulo sambungaken kalih tim kami.`,
    complaintHeard: () => `Nyuwun pangapunten sanget, ${title}. Keluhan niki kulo laporaken teng pimpinan kami.`,
    paidComplaint: () =>
      `Nyuwun pangapunten sanget, ${title}. Soal arto sing sampun dibayar niki mendesak: kulo laporaken teng pimpinan kami, lan tiyang kami sing mangsuli ten chat niki.`,
    nameNoted: () => `Salam kenal nggih, ${call}.`,

    // What is not text
    photosReceived: () => `Matur nuwun fotone, ${title}. Tim kami ningali rumiyin, mangke dibales ten mriki.`,
    voiceReceived: () =>
      `Ngapunten ${title}, kulo dereng saged mirengaken voice note. Mangke tim kami sing mirengaken; menawi badhe cepet, tulis mawon pitakenane nggih.`,
    locationReceived: () => `Matur nuwun lokasine, ${title}.`,
    stickerReceived: () => `😊 Wonten sing saged kulo bantu, ${title}? Badhe pados mobil nopo?`,
    contactReceived: () => `Matur nuwun, kontake kulo terusaken teng tim kami, ${title}.`,
    otherReceived: () => `Matur nuwun, ${title}. Kirimane sampun kulo tampi lan badhe ditingali tim kami.`,
  };
}
