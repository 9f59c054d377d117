import type { Tone } from "./tone";

/** What is said of the customer's own car's photos, of delivery, of a branch's cars and of leasing terms. */
export function dealingInIndonesian({ title }: Pick<Tone, "title">) {
  return {
    askOwnPhotos: () => `Kalau ada foto mobilnya, boleh dikirim di sini, ${title}.`,
    leasingTermsBySales: () => `Pilihan leasing dan DP paling ringannya disampaikan sales kami, ${title}.`,
    deliveryTo: (city: string) => `Untuk kirim ke ${city}, biaya dan jadwalnya perlu dicek dulu.`,
    deliveryNotNamed: (city: string) =>
      `${city} belum disebut di situ, ${title}, jadi bisa tidaknya dan biayanya perlu dicek sales kami dulu.`,
    deliveryGeneral: () => "Untuk kirim luar kota, biaya dan jadwalnya dicek tim kami sesuai kota tujuan.",
    askCity: () => `Rencananya dikirim ke kota mana, ${title}?`,
    atBranch: (name: string, count: number) => `Di ${name} ada ${count} unit, ${title}:`,
    noneAtBranch: (name: string) => `Saat ini belum ada unit di ${name}, ${title}.`,
    /** The owner's own answer, as it was written. */
    inOwnersWords: (answer: string) => answer,
  };
}

type DealingPhrases = ReturnType<typeof dealingInIndonesian>;

export function dealingInJavanese({ title }: Pick<Tone, "title">): Partial<DealingPhrases> {
  return {
    askOwnPhotos: () => `Menawi wonten foto mobile, saged dikirim ten mriki, ${title}.`,
    leasingTermsBySales: () => `Pilihan leasing kalih DP paling entheng mangke disanjangi sales kami, ${title}.`,
    deliveryTo: (city) => `Kangge kirim teng ${city}, biaya kalih jadwale kedah dicek rumiyin.`,
    deliveryNotNamed: (city) =>
      `${city} dereng kasebut ten mriku, ${title}; saged mbotene kalih biayane kedah dicek sales kami rumiyin.`,
    deliveryGeneral: () => "Kangge kirim luar kota, biaya kalih jadwale dicek tim kami miturut kota tujuane.",
    askCity: () => `Rencanane dikirim teng kota pundi, ${title}?`,
    atBranch: (name, count) => `Ten ${name} wonten ${count} unit, ${title}:`,
    noneAtBranch: (name) => `Sakniki dereng wonten unit ten ${name}, ${title}.`,
  };
}

export function dealingInEnglish(): DealingPhrases {
  return {
    askOwnPhotos: () => "If you have photos of your car, please send them here.",
    leasingTermsBySales: () => "Our sales team will tell you which leasing companies and down payments are possible.",
    deliveryTo: (city) => `For delivery to ${city}, the cost and schedule have to be checked first.`,
    deliveryNotNamed: (city) =>
      `That doesn't mention ${city}, so our sales team will check whether it's possible and what it costs.`,
    deliveryGeneral: () => "For delivery out of town, our team checks the cost and schedule for each city.",
    askCity: () => "Which city should it go to?",
    atBranch: (name, count) => `At ${name} we have ${count} ${count === 1 ? "car" : "cars"}:`,
    noneAtBranch: (name) => `There is no car at ${name} at the moment.`,
    inOwnersWords: (answer) => `The showroom's own answer, in Indonesian: “${answer}”`,
  };
}
