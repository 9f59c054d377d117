import { formatRupiah, formatThousands } from "@/backend/platform/money";
import { comingInEnglish } from "./coming";
import { dealingInEnglish } from "./dealing";
import { cars, englishWords, photos } from "./english-words";
import type { Phrases, Tone } from "./tone";
import { englishMore, englishOrders, englishTopics } from "./topics";

/** The same in English: no title (it reads oddly there), a first name where one is known, sums written in full. */
export function english(tone: Tone): Phrases {
  const { pick } = tone;
  const name = firstNameIn(tone);
  const greet = (word: string) => (name ? `${word} ${name}` : word);
  const named = (words: string) => (name ? `${words}, ${name}` : words);

  return {
    locale: "en",
    fixedWords: englishWords,

    // Greeting and closing
    hello: () => pick([`${greet("Hello")}!`, `${greet("Hi")}!`]),
    welcome: (showroom, assistant) =>
      `${greet("Hello")}, welcome to ${showroom}. I'm ${assistant}, happy to help you find a car.`,
    askWish: () =>
      pick([
        `What car are you looking for? Just type something like "Avanza automatic 2019" or "budget 150 million".`,
        "How can I help? Just tell me the car, the year or your budget.",
      ]),
    allStock: (url) => `All our cars: ${url}/mobil`,
    thanks: () =>
      pick([
        `${named("You're welcome")}. If anything else comes up, just message here.`,
        `${named("Sure")}. Thanks for stopping by. Let us know whenever you'd like to see a car.`,
        `${named("You're welcome")}. Just message us if you'd like to know about another car.`,
      ]),
    praised: () => `${named("Thank you")}. If you have a question or want to see a car, just message here.`,
    deny: () =>
      pick([
        `${named("No problem")}. Shall I look for something else? Just tell me the car or your budget.`,
        `${named("Okay")}. If you'd like to see other options, just type the car or your budget.`,
      ]),
    understoodNothing: () =>
      pick([
        "Sorry, I didn't quite get that. Could you tell me a little more?",
        "Sorry, I'm not sure what you mean. Could you put it another way?",
      ]),
    onlyCars: (showroom) => `Sorry, I can only help with the cars at ${showroom}. Is there a car you're looking for?`,

    // Stock
    oneFits: () => pick(["Yes, we have one:", "Yes, there's one that fits:"]),
    someFit: (count) => pick([`We have ${cars(count)} like that:`, `Yes, ${cars(count)} in stock:`]),
    someOfStock: (total) => `We have ${total} cars in stock, for example:`,
    askBudget: () => "What is your budget, roughly? Or name a car and a year.",
    withinBudget: (count, limit) =>
      pick([
        `With a budget of ${formatRupiah(limit)} there are ${count} to choose from:`,
        `For ${formatRupiah(limit)} we have ${cars(count)}:`,
      ]),
    nearestInstead: (wanted, relaxed) =>
      `Sorry, nothing in our stock matches ${englishWords(wanted)} exactly. The closest we have (${englishWords(relaxed)}):`,
    notInStock: (wanted) =>
      pick([
        `Sorry, we don't have ${englishWords(wanted)} in stock at the moment.`,
        `Sorry, ${englishWords(wanted)} is not in our stock right now.`,
      ]),
    fitting: (count, wanted) =>
      pick([
        `We have ${cars(count)} for ${englishWords(wanted)}:`,
        `Here you go, ${cars(count)} for ${englishWords(wanted)}:`,
      ]),
    mostOf: (order, wanted, name) =>
      `${englishOrders[order]}${wanted ? ` for ${englishWords(wanted)}` : ""}: *${name}*. In order:`,
    othersOf: (model) => pick([`Yes, there is another ${model}:`, `We have this other ${model}:`]),
    moreThan: (more, name) => `Cars ${englishMore[more]} than ${name}:`,
    noneMore: (more, name) => `Nothing ${englishMore[more]} than ${name} in our stock at the moment.`,
    noOtherButSimilar: (model) => `There is no other ${model} like that. Similar cars, the nearest in price first:`,
    noOther: (model) => `There is no other ${model} and nothing similar in our stock at the moment.`,
    thriftStated: (stated) => `Listed as economical in our data: ${stated}. Exact fuel figures are not on record.`,
    thriftUnknown: () => "Fuel consumption is not in our data, so I can't say which car uses the least.",
    thatCar: () => "that car",
    alternatives: () => "Similar cars we still have:",
    moreOnSite: (count, url) => `And ${count} more at ${url}`,
    askWhich: () => pick(["Which number interests you?", "Which number would you like to see more of?"]),
    askWhichUnit: () => "Which car do you mean? Just reply with its number.",
    onlyListed: (name) => `There is only one car in that list: *${name}*.`,
    askNameUnit: () => "Which car do you mean? Tell me the car or its code, for example #A01.",
    askWantNotice: () => "Would you like to hear from us when a car like that comes in?",
    willNotify: (wanted) =>
      `${named("Sure")}. I've noted your request for ${englishWords(wanted)}; if one comes in, our team will message you here.`,
    willTellIfFree: (name) =>
      `${named("Sure")}. I've noted it: if the reservation of the *${name}* falls through, our team will tell you here.`,
    willTellAbout: (name) =>
      `${named("Sure")}. I've noted that you want to hear about the *${name}*; our team will tell you here.`,
    askNoticeWhich: () =>
      `${named("Sure")}. Which car should we tell you about? Give me the car, the year or your budget.`,
    booked: () => "currently reserved",
    manual: () => "manual",
    automatic: () => "automatic",

    // One unit
    chosen: (name) => pick([`${named("Sure")}. *${name}*:`, `Here is the *${name}*:`]),
    priceLine: (price) => `Price: *${formatRupiah(price)}*`,
    creditPriceLine: (price, minTenorMonths) =>
      `Credit price: ${formatRupiah(price)}${minTenorMonths ? ` (at least ${minTenorMonths} months)` : ""}`,
    priceOf: (name, price) =>
      pick([`The *${name}* is ${formatRupiah(price)}.`, `The price of the *${name}* is ${formatRupiah(price)}.`]),
    stillThere: (name) =>
      pick([
        `Yes, the *${name}* is still available.`,
        `It's still here: *${name}*.`,
        `The *${name}* is still available, yes.`,
      ]),
    isBooked: (name) =>
      `The *${name}* is currently reserved. If that falls through, it is available again. Shall I look for something similar?`,
    isSold: (name) => `Sorry, the *${name}* has been sold.`,
    unknownCode: (code) => `Sorry, there is no ${code} in our stock.`,
    askNext: () => pick(["Shall I send you the photos?", "Would you like to see the photos first?"]),
    askVisit: () => pick(["Would you like to come and see it?", "When would you like to come by and see it?"]),
    photosOf: (name, count) =>
      pick([`Here you go, ${photos(count)} of the *${name}*.`, `Sure, here is the *${name}*, ${photos(count)}:`]),
    photosNotReady: (name, url) =>
      `We're still preparing the photos of the *${name}*. In the meantime you can see it at ${url}`,
    photosOnSite: (name, url) => `You can see the photos of the *${name}* at ${url}`,
    videoAt: (url) => `Here's the video: ${url}`,
    noVideo: () => "There's no video yet. I'll ask our team for one; once we have it, we'll send it here.",

    // Facts about a unit
    km: (km) => `Mileage: ${formatThousands(km)} km`,
    taxUntil: (month) => `Road tax is paid until ${month}`,
    taxLate: (month) => `Road tax was last paid until ${month}, so it is overdue`,
    owners: (count) => (count === 1 ? "First owner" : `Number of owners so far: ${count}`),
    colorIs: (color) => `Colour: ${englishWords(color)}`,
    transmissionIs: (transmission) => `Gearbox: ${englishWords(transmission)}`,
    features: (features) => `Equipment: ${features}`,
    plate: (region, parity) => `Plate ${[region, parity && englishWords(parity)].filter(Boolean).join(", ")}`,
    yearIs: (year, registered) =>
      `Year: ${year}${registered && registered !== year ? ` (registered ${registered})` : ""}`,
    engineIs: (cc) => `Engine: ${formatThousands(cc)} cc`,
    fuelIs: (fuel) => `Fuel: ${englishWords(fuel)}`,
    seatsAre: (seats) => `${seats} seats`,
    ourNote: (note) => `Our note: ${note}`,
    notOnRecord: (topics) => `I don't have anything on record about ${topics}.`,
    topic: (attribute) => englishTopics[attribute] ?? attribute,
    moreAt: (url) => `Details and photos: ${url}`,

    // Dealing
    listedPriceOf: (name, price) => `The listed price of the *${name}* is ${formatRupiah(price)}.`,
    negotiateWithSales: () =>
      pick([
        "For the negotiation I'll connect you with our sales team.",
        "Negotiation is up to our sales team. I'll pass this on to them.",
      ]),
    noHintHere: () => "The price is as listed. Anything about the price is best discussed with our sales team.",
    offerNoted: (offer) => `I'll pass your offer of ${formatRupiah(offer)} on to our sales team.`,
    offerPassedOn: () => "I'll pass your offer on to our sales team.",
    creditNoted: (pieces) => `Noted: ${pieces}.`,
    creditBySales: () => "The instalment simulation is prepared by our sales team with the leasing company.",
    askCreditNumbers: () =>
      "How much down payment and how many months do you have in mind? Our sales team will prepare a simulation.",
    downPayment: (amount) => `down payment ${formatRupiah(amount)}`,
    withoutDownPayment: () => "no down payment",
    downPaymentPercent: (percent) => `down payment ${percent}%`,
    tenor: (months) => `${months} months`,
    instalment: (amount) => `instalment ${formatRupiah(amount)} a month`,
    affordable: (reckoning, limit) =>
      `${reckoning}, a rough guess is a car up to around ${formatRupiah(limit)} (only an estimate, the leasing company decides):`,
    nothingAffordable: (reckoning, limit) =>
      `${reckoning}, a rough guess is a car up to around ${formatRupiah(limit)} (only an estimate, the leasing company decides). We have none in that range at the moment.`,
    usualDownPayment: (amount, share) => `Its down payment is around ${formatRupiah(amount)} (${share}% of the price).`,
    reckonedByShare: (downPayment, share) => `Taking ${formatRupiah(downPayment)} as ${share}% of the price of a car`,
    reckonedByInstalment: (terms, ratePercent) => `From ${terms}, at ${ratePercent}% flat interest a year`,
    lowestPriced: () => "The nearest in price:",
    tradeInNoted: (car) => `We can help with a trade-in. I've noted your current car: ${car}.`,
    tradeInWelcome: () => "We can help with a trade-in.",
    askTradeIn: () => "Please send the year, the mileage and a few photos here, so our team can value it.",
    sellNoted: (car) => `${named("Thank you")}. I've noted that you offer ${car}.`,
    askSellDetails: () => "Could you send the year, the mileage, your asking price and some photos?",
    ownPriceNoted: (amount) => `I've noted your asking price: ${formatRupiah(amount)}.`,
    ownFactsNoted: () => `${named("Thank you")}. I've noted the details.`,
    ownPhotosHere: () => "Yes, please send the photos of your car here in this chat.",
    yourCar: () => "your car",
    reserveNoted: (name) =>
      `${named("Sure")}. I'll pass your reservation request for the *${name}* on to our sales team.`,
    reserveGeneral: () => `${named("Sure")}. I'll pass your reservation request on to our sales team.`,
    reserveCaution: () =>
      "Please don't transfer any money before our sales team confirms the car and the bank account.",
    accountBySales: () =>
      "The bank account number is given only by our sales team in person, never by this automatic chat. Please don't transfer any money before they have sent it and confirmed the car.",
    ...dealingInEnglish(),

    // Comparing
    comparing: () => "Here's the comparison:",
    cheaper: (name, difference) => `${name} is ${formatRupiah(difference)} cheaper.`,
    lessKm: (name, difference) => `${name} has ${formatThousands(difference)} km less on it.`,
    newer: (name) => `${name} is newer.`,
    askCompareWhich: () =>
      "Which cars would you like to compare? Give me two or three codes, for example #A01 and #A02.",
    askPrefer: () => "Which one do you like better?",

    // Showroom: visits, places, hours
    ...comingInEnglish({ pick }, named),

    // People
    salesWillWrite: () =>
      pick(["Our sales team will get in touch in this chat.", "Our sales team will take it from here, in this chat."]),
    salesAfterOpening: (opening) =>
      `The showroom opens again ${opening}; our sales team will get in touch here after that.`,
    teamWillAnswer: () =>
      pick([
        "I'll pass this on to our team; the answer will follow here.",
        "Let me check with our team. You'll get the answer in this chat.",
      ]),
    teamAfterOpening: (opening) => `The showroom opens again ${opening}; our team will answer here after that.`,
    personComing: () => `${named("Sure")}. I'll connect you with our team.`,
    complaintHeard: () => `${named("I'm very sorry about this")}. I'm reporting your complaint to our management.`,
    paidComplaint: () =>
      `${named("I'm very sorry about this")}. Money already paid is urgent: I'm reporting it to our management, and a person will answer in this chat.`,

    // Rules of the chat
    tooMany: () =>
      "That's a lot of messages in one minute. They are all kept; please wait a moment and then write the main point again.",
    optedOut: () =>
      "Okay, we won't send any more messages to this number. If you ever need a car, you're welcome to message us any time.",
    erased: () =>
      "Okay, your request has been carried out: the chat history, name and notes of interest for this number are deleted now, and we won't contact you again.",
    dataSummary: (summary) =>
      `This is what we store about this number:\n${summary}\n\nTo have it deleted, reply "delete my data".`,
    nameNoted: () => `${named("Nice to meet you")}.`,

    // What is not text
    photosReceived: () => "Thanks for the photos. Our team will look at them and reply here.",
    voiceReceived: () =>
      "Sorry, I can't listen to voice notes yet. Our team will; for a quicker answer, just type your question.",
    locationReceived: () => "Thanks for the location.",
    stickerReceived: () => "😊 How can I help? What car are you looking for?",
    contactReceived: () => "Thanks, I'll pass the contact on to our team.",
    documentReceived: () =>
      "We've received your document, and only our team will see it. To be safe, please don't send an ID card or bank details before our sales team asks for them.",
    otherReceived: () => "Thanks, we've received it and our team will have a look.",
  };
}

/** "Kak Rina" → "Rina"; a title alone is no name. */
function firstNameIn({ call, title }: Tone): string | null {
  return call.startsWith(`${title} `) ? call.slice(title.length + 1) : null;
}
