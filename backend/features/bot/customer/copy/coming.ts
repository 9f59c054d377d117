import { englishWeekday } from "./english-words";
import type { DayWords, OpeningWords, Tone } from "./tone";

/** What is said of coming to the showroom: visits, places and hours. Times and hours as "09.00", "09.00–18.00". */
export function comingInIndonesian({ title, pick }: Pick<Tone, "title" | "pick">) {
  return {
    visitNoted: (time: string) => `Siap, ${title}. Rencana datang ${time} saya catat ya.`,
    visitMoved: (time: string) => `Siap, ${title}. Rencana datangnya saya ubah jadi ${time}.`,
    visitCalledOff: (time: string) =>
      `Baik, ${title}, rencana datang ${time} saya batalkan ya. Kalau ada waktu lain, kabari saja di sini.`,
    visitWelcome: () =>
      pick([
        `Silakan, ${title}, unitnya bisa dilihat dan dicoba langsung.`,
        `Boleh, ${title}. Unitnya bisa dilihat dan dicoba di showroom.`,
      ]),
    visitNoTestDrive: () => `Silakan datang, ${title}, unitnya bisa dilihat langsung di showroom.`,
    askVisitTime: () => `Rencana datang hari apa dan jam berapa, ${title}?`,
    closedOn: (place: string, day: string, holiday: string | null) =>
      `Maaf ${title}, ${day} ${place} tutup${holiday ? ` (${holiday})` : ""}.`,
    closedAt: (place: string, day: string, hours: string) =>
      `Maaf ${title}, ${day} ${place} bukanya jam ${hours}, di luar itu tutup.`,
    timeIsPast: (day: string) => `Maaf ${title}, untuk ${day} jam itu sudah lewat.`,
    stillOpen: (until: string) => `Masih buka sampai jam ${until}.`,
    opensNext: (day: string, hours: string) => `Buka lagi ${day} jam ${hours}.`,
    openOn: (place: string, day: string, hours: string) => `${upper(day)} ${place} buka jam ${hours}, ${title}.`,
    visitWish: (time: string) => `Keinginan datang ${time} tetap saya catat untuk sales kami.`,
    askVisitThen: (time: string) => `Bisa datang ${time}, ${title}?`,
    askOtherTime: () => `Bisanya jam berapa, ${title}?`,

    addressIs: (showroom: string, place: string) => `${showroom} ada di ${place}.`,
    unitIsAt: (unit: string, place: string) => `*${unit}* ada di ${place}.`,
    branchLine: (name: string, place: string) => `• ${name}: ${place}`,
    otherBranches: () => "Cabang lain:",
    mapAt: (url: string) => `Maps: ${url}`,
    addressUnknown: (showroom: string) => `Alamat lengkap ${showroom} saya mintakan ke tim ya, ${title}.`,
    hoursAre: (showroom: string) => `Jam buka ${showroom}:`,
    openNow: (until: string) => `Sekarang buka sampai jam ${until}.`,
    closedNow: (opening: string) => `Sekarang sedang tutup, buka lagi ${opening}.`,
    closedUnknown: () => "Sekarang sedang tutup.",
    dayIs: ({ inDays, weekday }: DayWords) =>
      inDays === 0 ? "hari ini" : inDays === 1 ? `besok (${weekday})` : `hari ${weekday}`,
    openingAt: ({ inDays, weekday, time }: OpeningWords) =>
      `${inDays === 0 ? "hari ini" : inDays === 1 ? "besok" : `hari ${weekday}`} jam ${time}`,
    phoneIs: (phone: string) => `Telepon: ${phone}`,
  };
}

type ComingPhrases = ReturnType<typeof comingInIndonesian>;

export function comingInJavanese({ title, pick }: Pick<Tone, "title" | "pick">): Partial<ComingPhrases> {
  return {
    visitNoted: (time) => `Nggih, ${title}. Rencana rawuh ${time} kulo catet.`,
    visitCalledOff: (time) =>
      `Nggih, ${title}, rencana rawuh ${time} kulo batalaken. Menawi wonten wekdal sanes, monggo dipun kabari.`,
    visitMoved: (time) => `Nggih, ${title}. Rencana rawuhe kulo gantos dados ${time}.`,
    visitWelcome: () =>
      pick([
        `Monggo, ${title}, unite saged dipirsani lan dicobi langsung.`,
        `Saged, ${title}. Unite saged dipirsani lan dicobi ten showroom.`,
      ]),
    visitNoTestDrive: () => `Monggo rawuh, ${title}, unite saged dipirsani langsung ten showroom.`,
    askVisitTime: () => `Rencana rawuh dinten nopo lan jam pinten, ${title}?`,
    closedOn: (place, day, holiday) => `Ngapunten ${title}, ${day} ${place} tutup${holiday ? ` (${holiday})` : ""}.`,
    closedAt: (place, day, hours) => `Ngapunten ${title}, ${day} ${place} bukane jam ${hours}, sanese niku tutup.`,
    timeIsPast: (day) => `Ngapunten ${title}, kangge ${day} jam niku sampun langkung.`,
    stillOpen: (until) => `Tasih buka ngantos jam ${until}.`,
    opensNext: (day, hours) => `Buka malih ${day} jam ${hours}.`,
    visitWish: (time) => `Kersane rawuh ${time} tetep kulo catet kangge sales kami.`,
    askVisitThen: (time) => `Saged rawuh ${time}, ${title}?`,
    askOtherTime: () => `Sagede jam pinten, ${title}?`,

    addressIs: (showroom, place) => `${showroom} wonten ing ${place}.`,
    unitIsAt: (unit, place) => `*${unit}* wonten ing ${place}.`,
    otherBranches: () => "Cabang sanese:",
    addressUnknown: (showroom) => `Alamat lengkape ${showroom} kulo suwunaken teng tim nggih, ${title}.`,
    openNow: (until) => `Sakniki buka ngantos jam ${until}.`,
    closedNow: (opening) => `Sakniki saweg tutup, buka malih ${opening}.`,
    closedUnknown: () => "Sakniki saweg tutup.",
    dayIs: ({ inDays, weekday }) =>
      inDays === 0 ? "dinten niki" : inDays === 1 ? `mbenjing (${weekday})` : `dinten ${weekday}`,
    openingAt: ({ inDays, weekday, time }) =>
      `${inDays === 0 ? "dinten niki" : inDays === 1 ? "mbenjing" : `dinten ${weekday}`} jam ${time}`,
  };
}

export function comingInEnglish({ pick }: Pick<Tone, "pick">, named: (words: string) => string): ComingPhrases {
  return {
    visitNoted: (time) => `${named("Great")}. I've noted your visit: ${time}.`,
    visitCalledOff: (time) =>
      `${named("All right")}. I've cancelled your visit (${time}). Tell me here if another time suits you.`,
    visitMoved: (time) => `${named("Sure")}. I've changed your visit to: ${time}.`,
    visitWelcome: () =>
      pick(["You're welcome to come, see the car and try it.", "Sure, you can see and try the car at our showroom."]),
    visitNoTestDrive: () => "You're welcome to come and see the car at our showroom.",
    askVisitTime: () => "Which day and what time would you like to come?",
    closedOn: (place, day, holiday) => `Sorry, ${place} is closed ${day}${holiday ? ` (${holiday})` : ""}.`,
    closedAt: (place, day, hours) => `Sorry, ${place} is open ${day} only at ${clocks(hours)}.`,
    timeIsPast: (day) => `Sorry, that time ${day} has already passed.`,
    stillOpen: (until) => `We're still open until ${clocks(until)}.`,
    opensNext: (day, hours) => `It opens again ${day} at ${clocks(hours)}.`,
    openOn: (place, day, hours) => `${place} is open ${day} at ${clocks(hours)}.`,
    visitWish: (time) => `I've still noted for our sales team that you would like to come: ${time}.`,
    askVisitThen: (time) => `Could you come ${time}?`,
    askOtherTime: () => "What time would suit you?",

    addressIs: (showroom, place) => `${showroom} is at ${place}.`,
    unitIsAt: (unit, place) => `The *${unit}* is at ${place}.`,
    branchLine: (name, place) => `• ${name}: ${place}`,
    otherBranches: () => "Other branches:",
    mapAt: (url) => `Maps: ${url}`,
    addressUnknown: (showroom) => `I'll ask our team for the full address of ${showroom}.`,
    hoursAre: (showroom) => `Opening hours of ${showroom}:`,
    openNow: (until) => `We're open now, until ${clocks(until)}.`,
    closedNow: (opening) => `We're closed right now and open again ${opening}.`,
    closedUnknown: () => "We're closed right now.",
    dayIs: ({ inDays, weekday }) =>
      inDays === 0 ? "today" : inDays === 1 ? `tomorrow (${englishWeekday(weekday)})` : `on ${englishWeekday(weekday)}`,
    openingAt: ({ inDays, weekday, time }) =>
      `${inDays === 0 ? "today" : inDays === 1 ? "tomorrow" : `on ${englishWeekday(weekday)}`} at ${clocks(time)}`,
    phoneIs: (phone) => `Phone: ${phone}`,
  };
}

/** "09.00–18.00" → "09:00–18:00" */
function clocks(times: string): string {
  return times.replaceAll(".", ":");
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
