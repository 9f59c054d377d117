import type { Phrases } from "./tone";

export type PhraseName = Exclude<keyof Phrases, "locale">;

/** One thing said: the text, what of the facts given has to be in it, and a sum that has to be in it. */
export type Spoken = { text: string; holds: (string | number)[]; rupiah: number | null };

const CAR = "Toyota Avanza 1.3 G 2020 #A01";
const SITE = "https://sinarjaya.test";
const PRICE = 185_000_000;

/** Every phrase, said with facts that no phrase knows by itself. */
export function sayEverything(say: Phrases): Record<PhraseName, Spoken[]> {
  return {
    fixedWords: [said(say.fixedWords("Avanza 2020"), "Avanza 2020")],

    hello: [said(say.hello())],
    welcome: [said(say.welcome("Sinar Jaya", "Dita"), "Sinar Jaya", "Dita")],
    askWish: [said(say.askWish())],
    allStock: [said(say.allStock(SITE), SITE)],
    thanks: [said(say.thanks())],
    praised: [said(say.praised())],
    deny: [said(say.deny())],
    understoodNothing: [said(say.understoodNothing())],
    onlyCars: [said(say.onlyCars("Sinar Jaya"), "Sinar Jaya")],

    oneFits: [said(say.oneFits())],
    someFit: [said(say.someFit(7), 7)],
    someOfStock: [said(say.someOfStock(24), "24")],
    askBudget: [said(say.askBudget())],
    withinBudget: [sum(say.withinBudget(7, PRICE), PRICE, 7)],
    nearestInstead: [said(say.nearestInstead("Avanza 2020", "Veloz 2021"), "Avanza 2020", "Veloz 2021")],
    notInStock: [said(say.notInStock("Avanza 2020"), "Avanza 2020")],
    thatCar: [said(say.thatCar())],
    alternatives: [said(say.alternatives())],
    moreOnSite: [said(say.moreOnSite(7, SITE), 7, SITE)],
    askWhich: [said(say.askWhich())],
    askWhichUnit: [said(say.askWhichUnit())],
    askNameUnit: [said(say.askNameUnit())],
    askWantNotice: [said(say.askWantNotice())],
    willNotify: [said(say.willNotify("Avanza 2020"), "Avanza 2020")],
    willTellIfFree: [said(say.willTellIfFree(CAR), CAR)],
    willTellAbout: [said(say.willTellAbout(CAR), CAR)],
    askNoticeWhich: [said(say.askNoticeWhich())],
    booked: [said(say.booked())],
    manual: [said(say.manual())],
    automatic: [said(say.automatic())],

    chosen: [said(say.chosen(CAR), CAR)],
    priceLine: [sum(say.priceLine(PRICE), PRICE)],
    creditPriceLine: [sum(say.creditPriceLine(PRICE, 36), PRICE, 36), sum(say.creditPriceLine(PRICE, null), PRICE)],
    priceOf: [sum(say.priceOf(CAR, PRICE), PRICE, CAR)],
    stillThere: [said(say.stillThere(CAR), CAR)],
    isBooked: [said(say.isBooked(CAR), CAR)],
    isSold: [said(say.isSold(CAR), CAR)],
    unknownCode: [said(say.unknownCode("#Z99"), "#Z99")],
    askNext: [said(say.askNext())],
    askVisit: [said(say.askVisit())],
    photosOf: [said(say.photosOf(CAR, 8), CAR, 8), said(say.photosOf(CAR, 1), CAR, 1)],
    photosNotReady: [said(say.photosNotReady(CAR, SITE), CAR, SITE)],
    photosOnSite: [said(say.photosOnSite(CAR, SITE), CAR, SITE)],
    videoAt: [said(say.videoAt(SITE), SITE)],
    noVideo: [said(say.noVideo())],

    km: [said(say.km(45_000), "45.000 km")],
    taxUntil: [said(say.taxUntil("April 2027"), "April 2027")],
    taxLate: [said(say.taxLate("April 2024"), "April 2024")],
    owners: [said(say.owners(1)), said(say.owners(3), 3)],
    colorIs: [said(say.colorIs("Silver"), "Silver")],
    transmissionIs: [said(say.transmissionIs("manual"), "manual")],
    features: [said(say.features("sunroof, airbag"), "sunroof, airbag")],
    plate: [said(say.plate("L (Surabaya)", "xyz"), "L (Surabaya)", "xyz"), said(say.plate("L", null), "L")],
    yearIs: [said(say.yearIs(2019, 2020), 2019, 2020), said(say.yearIs(2019, 2019), 2019)],
    engineIs: [said(say.engineIs(1_496), "1.496 cc")],
    fuelIs: [said(say.fuelIs("diesel"), "diesel")],
    seatsAre: [said(say.seatsAre(7), 7)],
    ourNote: [said(say.ourNote("Full original."), "Full original.")],
    notOnRecord: [said(say.notOnRecord("airbag, sunroof"), "airbag, sunroof")],
    topic: ["tax", "papers", "ownership", "warranty", "plate_parity"].map((name) => said(say.topic(name))),
    moreAt: [said(say.moreAt(SITE), SITE)],

    listedPriceOf: [sum(say.listedPriceOf(CAR, PRICE), PRICE, CAR)],
    negotiateWithSales: [said(say.negotiateWithSales())],
    noHintHere: [said(say.noHintHere())],
    offerPassedOn: [said(say.offerPassedOn())],
    offerNoted: [sum(say.offerNoted(PRICE), PRICE)],
    creditNoted: [said(say.creditNoted("DP 20%"), "DP 20%")],
    creditBySales: [said(say.creditBySales())],
    askCreditNumbers: [said(say.askCreditNumbers())],
    downPayment: [sum(say.downPayment(PRICE), PRICE)],
    withoutDownPayment: [said(say.withoutDownPayment())],
    downPaymentPercent: [said(say.downPaymentPercent(25), "25%")],
    tenor: [said(say.tenor(48), 48)],
    instalment: [sum(say.instalment(PRICE), PRICE)],
    affordable: [sum(say.affordable(PRICE), PRICE)],
    tradeInNoted: [said(say.tradeInNoted("Xenia 2012"), "Xenia 2012")],
    tradeInWelcome: [said(say.tradeInWelcome())],
    askTradeIn: [said(say.askTradeIn())],
    sellNoted: [said(say.sellNoted("Xenia 2012"), "Xenia 2012")],
    askSellDetails: [said(say.askSellDetails())],
    ownPriceNoted: [sum(say.ownPriceNoted(PRICE), PRICE)],
    ownFactsNoted: [said(say.ownFactsNoted())],
    ownPhotosHere: [said(say.ownPhotosHere())],
    yourCar: [said(say.yourCar())],
    visitNoted: [said(say.visitNoted("weekend 10.00"), "weekend 10.00")],
    visitMoved: [said(say.visitMoved("weekend 10.00"), "weekend 10.00")],
    closedOn: [
      said(say.closedOn("Sinar Jaya", "Senin", "Libur"), "Sinar Jaya", "Senin", "Libur"),
      said(say.closedOn("Sinar Jaya", "Senin", null), "Sinar Jaya", "Senin"),
    ],
    closedAt: [said(say.closedAt("Sinar Jaya", "Senin", "09.00–17.00"), "Sinar Jaya", "Senin")],
    opensNext: [said(say.opensNext("Senin", "09.00–17.00"), "Senin")],
    openOn: [said(say.openOn("Sinar Jaya", "Senin", "09.00–17.00"), "Sinar Jaya", "Senin")],
    visitWish: [said(say.visitWish("weekend 10.00"), "weekend 10.00")],
    askVisitThen: [said(say.askVisitThen("weekend 10.00"), "weekend 10.00")],
    askOtherTime: [said(say.askOtherTime())],
    dayIs: [0, 1, 3].map((inDays) => said(say.dayIs({ inDays, weekday: "Senin" }))),
    visitWelcome: [said(say.visitWelcome())],
    visitNoTestDrive: [said(say.visitNoTestDrive())],
    askVisitTime: [said(say.askVisitTime())],
    reserveNoted: [said(say.reserveNoted(CAR), CAR)],
    reserveGeneral: [said(say.reserveGeneral())],
    reserveCaution: [said(say.reserveCaution())],
    accountBySales: [said(say.accountBySales())],
    deliveryTo: [said(say.deliveryTo("Malang"), "Malang")],
    deliveryGeneral: [said(say.deliveryGeneral())],
    askCity: [said(say.askCity())],

    comparing: [said(say.comparing())],
    cheaper: [sum(say.cheaper("#A01", 15_000_000), 15_000_000, "#A01")],
    lessKm: [said(say.lessKm("#A01", 15_000), "#A01", "15.000 km")],
    newer: [said(say.newer("#A01"), "#A01")],
    askCompareWhich: [said(say.askCompareWhich())],
    askPrefer: [said(say.askPrefer())],

    addressIs: [said(say.addressIs("Sinar Jaya", "Jl. Darmo 12"), "Sinar Jaya", "Jl. Darmo 12")],
    unitIsAt: [said(say.unitIsAt(CAR, "Waru, Jl. Darmo 12"), CAR, "Waru, Jl. Darmo 12")],
    branchLine: [said(say.branchLine("Waru", "Jl. Darmo 12"), "Waru", "Jl. Darmo 12")],
    otherBranches: [said(say.otherBranches())],
    mapAt: [said(say.mapAt(SITE), SITE)],
    addressUnknown: [said(say.addressUnknown("Sinar Jaya"), "Sinar Jaya")],
    hoursAre: [said(say.hoursAre("Sinar Jaya"), "Sinar Jaya")],
    openNow: [said(say.openNow("17.00"))],
    closedNow: [said(say.closedNow("Monday 09.00"), "Monday 09.00")],
    closedUnknown: [said(say.closedUnknown())],
    openingAt: [0, 1, 3].map((inDays) => said(say.openingAt({ inDays, weekday: "Senin", time: "09.00" }))),
    phoneIs: [said(say.phoneIs("0812-3456-7890"), "0812-3456-7890")],

    salesWillWrite: [said(say.salesWillWrite())],
    salesAfterOpening: [said(say.salesAfterOpening("Monday 09.00"), "Monday 09.00")],
    teamWillAnswer: [said(say.teamWillAnswer())],
    teamAfterOpening: [said(say.teamAfterOpening("Monday 09.00"), "Monday 09.00")],
    personComing: [said(say.personComing())],
    paidComplaint: [said(say.paidComplaint())],
    complaintHeard: [said(say.complaintHeard())],

    tooMany: [said(say.tooMany())],
    optedOut: [said(say.optedOut())],
    erased: [said(say.erased())],
    dataSummary: [said(say.dataSummary("• Rina\n• Avanza"), "• Rina\n• Avanza")],
    nameNoted: [said(say.nameNoted())],

    photosReceived: [said(say.photosReceived())],
    voiceReceived: [said(say.voiceReceived())],
    locationReceived: [said(say.locationReceived())],
    stickerReceived: [said(say.stickerReceived())],
    contactReceived: [said(say.contactReceived())],
    documentReceived: [said(say.documentReceived())],
    otherReceived: [said(say.otherReceived())],
  };
}

function said(text: string, ...holds: (string | number)[]): Spoken {
  return { text, holds, rupiah: null };
}

function sum(text: string, rupiah: number, ...holds: (string | number)[]): Spoken {
  return { text, holds, rupiah };
}
