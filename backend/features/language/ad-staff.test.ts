import { describe, expect, test } from "bun:test";
import catalogue from "./data/cars.json";
import { parseCarAd, parseStaffMessage } from "./index";

type Line = { text: string; context?: object; car?: object; command?: string; args?: object };

const readLine: Record<string, (line: Line) => [read: object, wanted: object]> = {
  ad: ({ text, car = {} }) => [parseCarAd(text).car, car],
  staff: ({ text, context, command, args }) => [parseStaffMessage(text, context), { command, args }],
};

describe("lines by people who had not read the rules", () => {
  test.each([
    ["ad", 0.95],
    ["staff", 0.95],
  ])("of the held-out %s lines a share of %d is read exactly", async (kind, floor) => {
    const file = await Bun.file(`${import.meta.dir}/fixtures/held-out-${kind}.jsonl`).text();
    const lines: Line[] = file
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const right = lines.filter((line) => {
      const [read, wanted] = readLine[kind]?.(line) ?? [kind, undefined];
      return Bun.deepEquals(read, wanted);
    });
    expect(right.length / lines.length).toBeGreaterThanOrEqual(floor);
  });
});

describe("every car of the catalogue", () => {
  const forms: [string, (name: string, trim: string) => string][] = [
    ["the pipe form", (name, trim) => `L 1234 AB | ${name} ${trim} | 2019 | 150jt | 50rb | Matic | Putih`],
    ["a trader's line", (name, trim) => `${name} ${trim} 2019 at putih km 50rb 150jt`.toLowerCase()],
    ["a line with the year first", (name, trim) => `${name} 2019 ${trim} matic putih km 50rb 150jt`.toLowerCase()],
    ["labelled lines", (name, trim) => `Merk: ${name}\nTipe: ${trim}\nTahun: 2019\nHarga: 150jt`],
  ];

  test.each(forms)("is read with its trim from %s", (_form, write) => {
    const cars = catalogue.flatMap(({ brand, models }) =>
      models.flatMap(({ model, variants }) => ["", ...variants].map((trim) => ({ brand, model, trim }))),
    );
    const missed = cars.filter(({ brand, model, trim }) => {
      const { car } = parseCarAd(write(`${brand} ${model}`, trim));
      const isNamed = car.brand === brand && car.model === model && (car.variant ?? "") === variantOf(trim);
      return !(isNamed && car.year === 2019 && car.price === 150_000_000);
    });
    expect(missed.length / cars.length).toBeLessThan(0.005);
  });

  /** What the contract leaves out of a variant: the words for gearbox and fuel. */
  function variantOf(trim: string): string {
    const words = trim.split(" ").filter((word) => !/^(?:hybrid|ev|hev|e:hev|phev|diesel|ags|mt|at|cvt)$/i.test(word));
    return words.join(" ").toUpperCase();
  }
});

describe("an advertisement", () => {
  test.each([
    ["228 cash, kredit 218 juta", { price: 228_000_000, priceCredit: 218_000_000 }],
    ["25rb km 208 jt", { km: 25_000, price: 208_000_000 }],
    ["km 50rb Rp 78 jt pas", { km: 50_000, price: 78_000_000, negotiable: false }],
    ["nik/reg: 2020/2021", { year: 2020, registrationYear: 2021 }],
    ["'19 matic 115xxx km", { year: 2019, km: 115_000 }],
    ["khusus kredit, otr 178", { priceCredit: 178_000_000 }],
    ["sisa 30 bulan angsuran 5,2jt", { instalment: 5_200_000, tenorMonths: 30 }],
  ])("with %s says so", (text, car) => {
    expect(parseCarAd(`avanza ${text}`).car).toMatchObject(car);
  });

  test("names its trim on both sides of fuel and gearbox, but no gearbox letter is a trim", () => {
    expect(parseCarAd("innova diesel g mt 2013").car).toMatchObject({ variant: "G", fuel: "diesel" });
    expect(parseCarAd("kijang innova V 2.4 A/T 2020").car).toMatchObject({ variant: "V 2.4", transmission: "matic" });
    expect(parseCarAd("jazz 1.5 S 2011 A/T").car).not.toHaveProperty("plate");
  });

  test("keeps the letter behind a year for the trim, not for a unit of the number", () => {
    expect(parseCarAd("xenia 2019 x matic").car).toMatchObject({ year: 2019, variant: "X" });
    expect(parseCarAd("sigra 2019 m manual").car).toMatchObject({ year: 2019, variant: "M" });
  });

  test("stands where its last short clause says, not where its plate, service or buyer is from", () => {
    expect(parseCarAd("brio 2018 matic 128jt nego, Menganti Gresik").car.city).toBe("Gresik");
    expect(parseCarAd("brio 2018 matic 128jt nego Cirebon").car.city).toBe("Cirebon");
    for (const elsewhere of [
      "plat S (Lamongan) genap",
      "servis resmi Malang",
      "bisa kirim ke Malang",
      "plat Surabaya",
    ]) {
      expect(parseCarAd(`brio 2018 matic 128jt, ${elsewhere}`).car).not.toHaveProperty("city");
    }
  });

  test("gives no plate for a stock code or a model's number", () => {
    expect(parseCarAd("swift gx 2013 kode A01 B genap").car).not.toHaveProperty("plate");
    expect(parseCarAd("hyundai h-1 xg 2014 at").car).not.toHaveProperty("plate");
    expect(parseCarAd("carry 2012 plat AG 9211 RB").car.plate).toBe("AG 9211 RB");
  });

  test("never takes the price that the owner paid", () => {
    expect(parseCarAd("avanza g 2016 mt modal 110 jual 125 nego").car.price).toBe(125_000_000);
    expect(parseCarAd("avanza g 2016 mt modal 110jt, 125jt").car.price).toBe(125_000_000);
    expect(parseCarAd("avanza g 2016 mt beli 110jt").car).not.toHaveProperty("price");
  });
});

describe("a staff command", () => {
  test("is the same with politeness, affixes or a slip of the finger", () => {
    for (const text of [
      "upload mobil",
      "tolong uploadin mobil baru ya min",
      "mau diupload mobil baru",
      "ngupload mobil",
    ]) {
      expect(parseStaffMessage(text).command).toBe("upload_start");
    }
    for (const text of ["#A05 terjual", "#A05 teejual", "#A05 udah kejual bos", "payu mas #A05"]) {
      expect(parseStaffMessage(text)).toEqual({
        command: "status_change",
        args: { displayCode: "#A05", status: "sold" },
      });
    }
  });

  test("that raises or cuts a price by a sum names no new price, one that says where to does", () => {
    expect(parseStaffMessage("naikkan harga #A15 5 juta").args).toEqual({ displayCode: "#A15" });
    expect(parseStaffMessage("turunin #A15 jadi 165jt").args).toEqual({ displayCode: "#A15", price: 165_000_000 });
  });

  test("takes the wanted value of an edit, on whichever side of the denied one it stands", () => {
    for (const text of ["#A03 warnanya abu2 bukan silver", "#A03 warnanya bukan silver tapi abu2"]) {
      expect(parseStaffMessage(text).args).toEqual({ displayCode: "#A03", field: "color", value: "abu-abu" });
    }
  });

  test("keeps name, telephone and wish of a lead apart, without titles", () => {
    expect(parseStaffMessage("prospek baru Koh Aseng 81200002626 minat avanza 2019")).toEqual({
      command: "lead_create",
      args: { name: "Aseng", phone: "6281200002626", brand: "Toyota", model: "Avanza", year: 2019 },
    });
  });

  test("turns the bot off or on for one number", () => {
    expect(parseStaffMessage("botnya dimatiin dulu buat 0812 0000 1234")).toEqual({
      command: "bot_off",
      args: { phone: "6281200001234" },
    });
    expect(parseStaffMessage("aktifkan bot 081200001234").command).toBe("bot_on");
  });

  test("is answered by a salesperson's own words when a lead is offered", () => {
    for (const text of ["gas saya ambil", "tak jupuk", "biar saya follow up", "kasih ke saya aja"]) {
      expect(parseStaffMessage(text, { flow: "lead_offer" }).command).toBe("lead_take");
    }
    for (const text of [
      "lagi sibuk kasih yang lain",
      "kasih ke Sari aja",
      "aku ora iso",
      "saya lagi handle customer lain",
    ]) {
      expect(parseStaffMessage(text, { flow: "lead_offer" }).command).toBe("lead_skip");
    }
  });

  test("does not end an upload because a note speaks of something called off", () => {
    expect(parseStaffMessage("pernah dibooking tapi batal", { flow: "upload_notes" }).args).toEqual({
      field: "notes",
      value: "pernah dibooking tapi batal",
    });
  });

  test.each(["idle", "status_confirm", "upload_photos"] as const)(
    "to upload may carry the whole car, whatever is asked at the moment (%s)",
    (flow) => {
      const text = "/upload B 1234 XYZ | Toyota Avanza G 1.3 | 2020 | 185jt | 45rb | Manual | Hitam";
      expect(parseStaffMessage(text, { flow })).toMatchObject({
        command: "upload_details",
        args: { plate: "B 1234 XYZ", model: "Avanza", variant: "G 1.3", year: 2020, price: 185_000_000 },
      });
    },
  );

  test.each(["ok tunggu foto lagi", "gas tapi fotonya kurang", "lanjut besok", "oke nanti", "ok cek dulu"])(
    "is not heard in a yes that is none yet: %p",
    (text) => {
      expect(parseStaffMessage(text, { flow: "upload_confirm" }).command).not.toBe("confirm");
      expect(parseStaffMessage(text, { flow: "status_confirm" }).command).not.toBe("confirm");
    },
  );

  test.each([
    ["cari selain toyota di bawah 200", { priceMax: 200_000_000, without: ["brand:Toyota"] }],
    ["stok yang bukan toyota", { without: ["brand:Toyota"] }],
    ["list selain avanza", { without: ["model:Avanza"] }],
    ["cari suv jangan yang hitam", { bodyType: "suv", without: ["color:hitam"] }],
    ["cari honda selain brio", { brand: "Honda", without: ["model:Brio"] }],
    ["stok paling murah", { orders: ["cheapest"] }],
    ["unit matic tahun paling muda", { transmission: "matic", orders: ["newest"] }],
  ])("to search names what is ruled out as that only, and what there should be most of: %p", (text, args) => {
    expect<unknown>(parseStaffMessage(text)).toEqual({ command: "search", args });
  });

  test("is not heard in small talk", () => {
    for (const text of [
      "kopi dulu",
      "jangan lupa cuci mobil yg di depan",
      "tutup jam berapa hari ini",
      "ada tamu di depan",
    ]) {
      expect(parseStaffMessage(text).command).toBe("unknown");
    }
  });
});
