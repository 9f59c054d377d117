import { expect, test } from "bun:test";
import { parsePlate } from "@/backend/features/language";
import { describeHours } from "@/backend/features/tenants";
import { formatRupiah, formatThousands } from "@/backend/platform/money";
import { formatPhone } from "@/backend/platform/phone";
import type { DemoCar, DemoShowroom } from "@/prisma/seed-data/demo-showroom";
import { demoShowrooms } from "@/prisma/seed-data/demo-showrooms";
import type { AnswerFacts, FactCar } from "./answer-facts";
import { checkFacts } from "./check-facts";

const months = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" ");

test.each(demoShowrooms.map((showroom) => [showroom.name, showroom] as const))(
  "%s: every car's own facts may be said, in a list and one by one",
  (_, showroom) => {
    const facts = factsOf(showroom);
    const blocked = facts.cars.flatMap((car) => sentencesOf(car).filter((text) => checkFacts(text, facts).length > 0));
    expect(blocked).toEqual([]);
  },
);

test.each(demoShowrooms.map((showroom) => [showroom.name, showroom] as const))(
  "%s: the owner's answers, address, hours and telephone may be said",
  (_, showroom) => {
    const facts = factsOf(showroom);
    const { address, city, hours, phone } = facts.showroom;
    const answers = [
      ...showroom.faqs.map(({ answer }) => answer),
      `Kami di ${address}, ${city}.`,
      `Jam buka: ${hours.join("; ")}`,
      `Telepon ${formatPhone(phone)} kak.`,
      ...facts.showroom.branches.map((branch) => `${branch.name}: ${branch.address}, ${formatPhone(branch.phone)}.`),
    ];
    expect(answers.filter((text) => checkFacts(text, facts).length > 0)).toEqual([]);
  },
);

test.each(demoShowrooms.map((showroom) => [showroom.name, showroom] as const))(
  "%s: no plate, no cost price and no fact of the next car is ever said of a car",
  (_, showroom) => {
    const facts = factsOf(showroom);
    const sent = facts.cars.flatMap((car, place) => {
      const other = facts.cars[(place + 1) % facts.cars.length];
      const record = showroom.cars[place];
      const lies = [...(record ? secretsOf(record) : []), ...(other ? liesAbout(car, other) : [])];
      return lies.filter((text) => checkFacts(text, facts).length === 0);
    });
    expect(sent).toEqual([]);
  },
);

function sentencesOf(car: FactCar): string[] {
  const { displayCode: code, publicName, km, priceRupiah, taxMonth, creditPriceRupiah } = car;
  const price = formatRupiah(priceRupiah);
  return [
    `${car.brand} ${car.model} ${car.variant} ${car.year} ${car.color} ${code}: ${car.transmission}, ${formatThousands(km)} km, ${price}.`,
    `${publicName} harganya ${String(priceRupiah / 1_000_000).replace(".", ",")} juta kak, kilometer ${formatThousands(km)}.`,
    `1. *${publicName}*\n   ${[car.transmission, `${formatThousands(km)} km`, ...car.keyFeatures.slice(0, 2)].join(", ")}\n   ${price}\n   ${car.url}`,
    `${code} ${car.seats} kursi, mesin ${formatThousands(car.engineCc ?? 0)} cc, tangan ke-${car.owners}.`,
    ...(taxMonth ? [`Pajak ${code} sampai ${monthOf(taxMonth)} kak.`] : []),
    ...(creditPriceRupiah ? [`${code} cash ${price}, kredit ${formatRupiah(creditPriceRupiah)}.`] : []),
  ].filter((text) => !/null|undefined|mesin 0/.test(text));
}

function liesAbout(car: FactCar, other: FactCar): string[] {
  const code = car.displayCode;
  return [
    ...(other.priceRupiah === car.priceRupiah
      ? []
      : [`${car.publicName} harganya ${formatRupiah(other.priceRupiah)}.`]),
    ...(other.km === car.km ? [] : [`${code} ${formatThousands(other.km)} km kak.`]),
    ...(other.year === car.year ? [] : [`${car.model} ${other.year} ${code} ready.`]),
    ...(other.transmission === car.transmission ? [] : [`${code} ${other.transmission} kak.`]),
    ...(other.taxMonth && other.taxMonth !== car.taxMonth
      ? [`Pajak ${code} sampai ${monthOf(other.taxMonth)} kak.`]
      : []),
  ];
}

function secretsOf({ code, papers: { plate }, offer: { costPriceRupiah } }: DemoCar): string[] {
  const plates = plate ? [plate, plate.replaceAll(" ", ""), plate.toLowerCase(), plate.replaceAll(" ", "-")] : [];
  return [
    ...plates.map((spelling) => `Platnya ${spelling} kak.`),
    ...plates,
    ...(costPriceRupiah
      ? [`Harga ${code} ${formatRupiah(costPriceRupiah)}.`, `${code} bisa ${costPriceRupiah / 1_000_000} juta.`]
      : []),
  ];
}

function monthOf(taxMonth: string): string {
  return `${months[Number(taxMonth.slice(5)) - 1]} ${taxMonth.slice(0, 4)}`;
}

function factsOf(showroom: DemoShowroom): AnswerFacts {
  const siteUrl = `https://${showroom.subdomain}.autoleads.id`;
  return {
    cars: showroom.cars.map((car) => carOf(car, siteUrl)),
    showroom: {
      ...showroom,
      siteUrl,
      hours: describeHours(showroom.businessHours).map(({ days, hours }) => `${days}: ${hours}`),
    },
    faqs: showroom.faqs,
    knowledge: "",
    customerText: "",
    secrets: [],
  };
}

function carOf({ code, name, tech, papers, offer, text, stay }: DemoCar, siteUrl: string): FactCar {
  const { plateParity, plateRegion } = parsePlate(papers.plate ?? "") ?? {};
  const publicName = `${name.model} ${name.year} ${name.color} ${code}`;
  return {
    ...{ displayCode: code, publicName, plateParity, plateRegion, url: `${siteUrl}/${slugOf(publicName)}` },
    ...{ ...name, variant: name.variant ?? "", ...tech, fuel: tech.fuel ?? null },
    ...{ taxMonth: papers.taxMonth, owners: papers.owners, registrationYear: papers.registrationYear },
    ...{ priceRupiah: offer.priceRupiah, creditPriceRupiah: offer.creditPriceRupiah },
    ...{ keyFeatures: text.features ?? [], conditionNotes: text.condition ?? "", description: text.description ?? "" },
    status: stay.status === "booking" ? "booking" : "available",
  };
}

function slugOf(publicName: string): string {
  return publicName.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
