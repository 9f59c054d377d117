import { describe, expect, test } from "bun:test";
import { talkingShowroom } from "@/backend/testing/talking-showroom";

const { talk } = await talkingShowroom();

/** A new customer who said these things before. */
async function after(...texts: string[]) {
  const says = talk();
  for (const text of texts) await says(text);
  return says;
}

describe("who asks to be told", () => {
  test.each([
    ["HRV masih ada?", "kalo yg dibooking itu batal kabarin ya", /booking \*HR-V .*#H01\* batal/],
    ["HRV masih ada?", "nek batal kabari yo mas", /booking \*HR-V .*#H01\* batal/],
    ["ada alphard?", "kalo ada kabarin ya", /Permintaan Alphard saya catat/],
    ["ada alphard?", "iya kabarin ya", /Permintaan Alphard saya catat/],
    ["#A01 masih ada?", "kalo harganya turun infoin ya", /kabar soal \*Avanza .*#A01\* saya catat/],
    ["halo", "kl ada xtrail kabarin ya kak", /Permintaan X-trail saya catat/i],
    ["halo", "let me know if an alphard comes in", /noted|catat/i],
  ])("after “%s”, “%s” is on record and confirmed", async (before, words, confirmed) => {
    const answer = await (await after(before))(words);
    expect(answer.reply).toMatch(confirmed);
    expect(answer.facts).toMatchObject({ signals: ["wants_notice"] });
  });

  test("again after it is recorded: the same car, not “which one?”", async () => {
    const answer = await (await after("ada alphard?", "ya"))("kabarin kalo ada yg masuk");
    expect(answer.reply).toMatch(/Permintaan Alphard saya catat/);
  });

  test("with nothing named, which car is asked", async () => {
    expect((await talk()("kalo ada yg masuk kabarin ya")).reply).toMatch(/dikabari untuk mobil apa/);
  });

  test("is shown what is there already", async () => {
    expect((await talk()("kalau ada brio kabarin ya")).reply).toContain("#B01");
  });

  test.each(["nanti saya kabari ya", "oke nanti saya kabarin kalo jadi", "ntar gw kabarin lagi"])(
    "“%s” is a goodbye",
    async (words) => {
      const answer = await (await after("HRV masih ada?"))(words);
      expect(answer.facts).toMatchObject({ signals: [] });
      expect(answer.reply).not.toMatch(/catat/);
    },
  );
});

describe("money that was paid or is to be paid", () => {
  test.each([
    "udah transfer 2 juta kok belum dikabari",
    "saya sudah dp kemarin tapi belum ada kabar",
    "udh tf tanda jadi tp sampe skrg blm dihubungi",
    "sampun transfer kok dereng dikabari",
  ])("“%s” is an urgent complaint with a person, no reservation", async (words) => {
    const answer = await (await after("#A01 masih ada?"))(words);
    expect(answer.reply).toMatch(/mendesak/);
    expect(answer.reply).toContain("0812-3456-789");
    expect(answer.reply).not.toMatch(/booking|jangan transfer/i);
    expect(answer.facts).toMatchObject({ decision: "handover:complaint", signals: ["complaint"] });
  });

  test.each(["saya sudah siap transfer dp, booking ya", "katanya tadi dp 5 juta, saya booking ya"])(
    "“%s” is a reservation",
    async (words) => {
      const answer = await (await after("#A01 masih ada?"))(words);
      expect(answer.reply).toMatch(/Permintaan booking/);
    },
  );

  test("who asks whether somebody else has paid does not complain", async () => {
    const answer = await (await after("#A01 masih ada?"))("udah ada yg dp belum, kabari ya");
    expect(answer.facts).not.toMatchObject({ signals: ["complaint"] });
  });

  test("who sends the proof of a transfer is not told to wait with it", async () => {
    const answer = await (await after("#A01 masih ada?"))("udah transfer ya kak, ini buktinya");
    expect(answer.reply).not.toMatch(/booking|jangan transfer/i);
    expect(answer.facts).toMatchObject({ decision: "handover:reserve" });
  });

  test.each(["dimana transfernya", "nomor rekening?", "norek dong", "tf kemana kak", "rekeninge piro mas"])(
    "“%s” after the booking is told who gives the account number, without the booking all over",
    async (words) => {
      const { reply } = await (await after("#A01 masih ada?", "bisa booking dulu ga"))(words);
      expect(reply).toMatch(/rekening (?:hanya|namung) .*sales kami/);
      expect(reply).not.toMatch(/Permintaan booking/);
    },
  );
});

describe("what the showroom knows of itself is said at once", () => {
  test.each([
    "telp kantor brp?",
    "suami saya mau telpon, nomernya berapa",
    "nomer telpon showroom piro mas?",
    "no telponnya berapa",
  ])("“%s” is answered with the number, also after a list", async (words) => {
    const { reply } = await (await after("ada avanza?"))(words);
    expect(reply).toMatch(/^Telepon: 0812-3456-789/);
    expect(reply).not.toContain("#A01");
  });

  test.each(["syaratnya apa aja", "syarat2nya?", "apa aja syaratnya kak", "persyaratannya apa saja ya"])(
    "“%s” after a question about credit is about its papers, no search",
    async (words) => {
      const answer = await (await after("#A01 masih ada?", "bisa kredit?"))(words);
      expect(answer.reply).toContain("KTP suami istri");
      expect(answer.intents).toEqual(["credit"]);
    },
  );

  test.each(["kalo telat bayar dendanya brp", "dendanya berapa kalau telat"])(
    "“%s” goes to the team, not to the price",
    async (words) => {
      const answer = await (await after("#A01 masih ada?"))(words);
      expect(answer.reply).not.toContain("Rp");
      expect(answer.facts).toMatchObject({ decision: "ask_team:unknown" });
    },
  );
});

test.each(["interior ada?", "dalemannya ada?", "eksterior dong"])(
  "“%s” after photos is a wish for photos",
  async (words) => {
    expect((await (await after("#A01 masih ada?", "minta foto"))(words)).images).toBe(1);
  },
);

test.each(["mobil bapak bagus bgt", "keren mobilnya", "mantap unitnya kak"])(
  "“%s” is taken as praise and asked of nobody",
  async (words) => {
    const answer = await (await after("#A01 masih ada?"))(words);
    expect(answer.reply).toMatch(/^Terima kasih/);
    expect(answer.facts).toMatchObject({ decision: "template" });
  },
);

describe("the customer's own car", () => {
  test.each(["foto mobilnya dikirim kesini?", "fotone dikirim nang kene ta mas?", "fotonya kirim kemana kak"])(
    "“%s” after a trade-in or an offer is about photos of that car",
    async (words) => {
      for (const wish of ["bisa tukar tambah sama xenia 2015?", "mau jual mobil saya avanza 2010"]) {
        const answer = await (await after("#A01 masih ada?", wish))(words);
        expect(answer.reply).toMatch(/foto mobil(?:nya|e) dikirim (?:di|ten) chat/);
        expect(answer.images).toBe(0);
      }
    },
  );

  test.each([
    ["60 juta", "Rp 60.000.000"],
    ["minta 65 jt nego", "Rp 65.000.000"],
    ["sekitar 70 jutaan pak", "Rp 70.000.000"],
  ])("“%s” is what is asked for it, no budget", async (words, sum) => {
    const answer = await (await after("mau jual mobil saya avanza 2010"))(words);
    expect(answer.reply).toContain(`Harga yang diminta ${sum} saya catat`);
  });

  test("its facts are noted, and how it goes on is asked of the team", async () => {
    const says = await after("mau jual mobil saya avanza 2010", "60 juta");
    expect((await says("tahun 2010 km 90rb manual")).reply).toMatch(/Datanya saya catat/);
    expect((await says("trs brapa lama prosesnya")).facts).toMatchObject({ decision: "ask_team:unknown" });
  });

  test.each([
    ["mau tuker tambah", "jazz 2015 km 80rb"],
    ["mau tuker sama innova saya 2016", "innova 2016 km 120rb putih"],
    ["mau jual mobil saya", "avanza 2010 manual km 90rb"],
  ])(
    "named with its facts after “%s” is noted with what is still missing, and nothing is looked for",
    async (...said) => {
      const answer = await (await after("#A01 masih ada?", said[0]))(said[1]);
      expect(answer.reply).toMatch(/Datanya saya catat[\s\S]*foto mobilnya/);
      expect(answer.reply).not.toMatch(/#I01|belum ada|108\.000/);
    },
  );

  test.each(["ada jazz 2015?", "cari avanza 2020", "brio kuning"])("“%s” is looked for all the same", async (words) => {
    expect((await (await after("mau tuker tambah"))(words)).intents).toEqual(["stock_search"]);
  });

  test("is forgotten once another car is asked for", async () => {
    const says = await after("mau jual mobil saya avanza 2010", "ada brio?");
    expect((await says("60 juta")).reply).not.toMatch(/yang diminta/);
    expect((await says("minta foto dong")).images).toBe(1);
  });
});

test.each(["kabarin kalau ada", "kabarin kalau ada ya kak"])(
  "“%s” after a car that is not there notes it",
  async (text) => {
    expect((await (await after("ada alphard?"))(text)).reply).toMatch(/Alphard saya catat/);
  },
);
describe("a complaint", () => {
  test.each([
    "saya sudah datang ke rungkut mobilnya gak ada!",
    "saya udah dateng jauh2 ke showroom unitnya udah laku",
    "aku udah ke sana mobilnya kosong",
  ])("“%s” is one, no visit, and no question for the owner's FAQ", async (words) => {
    const answer = await (await after("ertiga masih?"))(words);
    expect(answer.reply).toMatch(/Keluhan ini saya laporkan/);
    expect(answer.facts).toMatchObject({ decision: "template", signals: ["complaint"] });
  });

  test.each(["kalau ternyata tidak sesuai gimana", "kalo barangnya ga sesuai bisa dibalikin?"])(
    "“%s” only asks what would be",
    async (words) => {
      const answer = await (await after("ertiga masih?"))(words);
      expect(answer.reply).not.toMatch(/Keluhan/);
      expect(answer.facts).not.toMatchObject({ signals: ["complaint"] });
    },
  );
});

describe("a wish to be told beside something else", () => {
  test.each([
    ["saya sudah transfer 5 juta tapi unit belum datang, tolong kabari kalau sudah ada", "complaint"],
    ["besok saya ke sana jam 10, kalau ada perubahan kabarin ya", "visit"],
    ["minta sales telepon saya, kalau dia sudah datang kasih tahu", "asked_for_person"],
  ])("“%s” keeps what else is meant", async (text, signal) => {
    const says = await after("HRV masih ada?");
    expect((await says(text)).facts).toMatchObject({ signals: [signal, "wants_notice"] });
  });
});
