import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { startFakeGemini } from "./fake-gemini";
import { startFakeOpenAi } from "./fake-openai";
import { noFaults } from "./faults";
import { factLines, ruleBrain } from "./rule-brain";

const [gemini, zai] = [startFakeGemini(), startFakeOpenAi()];
afterAll(() => Promise.all([gemini.stop(), zai.stop()]));
beforeEach(() => {
  for (const fake of [gemini, zai]) Object.assign(fake.faults, noFaults());
});

const user = { role: "user", parts: [{ text: "halo" }] };
const model = { role: "model", parts: [{ text: "ya?" }] };

function askGemini(body: unknown, headers: Record<string, string> = { "x-goog-api-key": gemini.apiKey }) {
  return fetch(`${gemini.url}/v1beta/models/gemini-2.5-flash:generateContent`, {
    method: "POST",
    headers,
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

function askZai(body: unknown, headers: Record<string, string> = { authorization: `Bearer ${zai.apiKey}` }) {
  return fetch(`${zai.url}/chat/completions`, { method: "POST", headers, body: JSON.stringify(body) });
}

describe("Google's requests are checked as Google does", () => {
  test.each<[string, unknown, number]>([
    ["a good one", { contents: [user] }, 200],
    ["no contents", {}, 400],
    ["empty contents", { contents: [] }, 400],
    ["no parts", { contents: [{ role: "user", parts: [] }] }, 400],
    ["a role of others", { contents: [{ ...user, role: "assistant" }] }, 400],
    ["two of a role in a row", { contents: [user, user] }, 400],
    ["the model's word last", { contents: [user, model] }, 400],
    ["a system prompt as text", { contents: [user], systemInstruction: "x" }, 400],
    ["an unknown field", { contents: [user], system: "x" }, 400],
    ["a temperature out of range", { contents: [user], generationConfig: { temperature: 3 } }, 400],
    [
      "a level where a budget is wanted",
      { contents: [user], generationConfig: { thinkingConfig: { thinkingLevel: "minimal" } } },
      400,
    ],
    ["no JSON", "{", 400],
  ])("%s", async (_name, body, status) => {
    const response = await askGemini(body);
    expect(response.status).toBe(status);
    if (status === 400)
      expect(await response.json()).toMatchObject({ error: { code: 400, status: "INVALID_ARGUMENT" } });
  });

  test("keys: none, a wrong one, one in the address", async () => {
    expect((await askGemini({ contents: [user] }, {})).status).toBe(403);
    const wrong = await askGemini({ contents: [user] }, { "x-goog-api-key": "x" });
    expect(await wrong.json()).toMatchObject({ error: { code: 400, details: [{ reason: "API_KEY_INVALID" }] } });
    const url = `${gemini.url}/v1beta/models/gemini-2.5-flash:generateContent?key=${gemini.apiKey}`;
    expect((await fetch(url, { method: "POST", body: JSON.stringify({ contents: [user] }) })).status).toBe(403);
  });
});

describe("Z.ai's requests are checked as Z.ai does", () => {
  const good = { model: "glm-4.7", messages: [{ role: "user", content: "halo" }] };

  test.each<[string, unknown, number, string | null]>([
    ["a good one", good, 200, null],
    ["no messages", { model: "glm-4.7" }, 400, "1214"],
    ["a role of others", { ...good, messages: [{ role: "model", content: "x" }] }, 400, "1214"],
    ["the assistant's word last", { ...good, messages: [{ role: "assistant", content: "x" }] }, 400, "1214"],
    ["an empty text", { ...good, messages: [{ role: "user", content: "" }] }, 400, "1214"],
    ["a temperature out of range", { ...good, temperature: 1.5 }, 400, "1214"],
    ["a model of others", { ...good, model: "gpt-4o" }, 400, "1211"],
    [
      "thinking turned off where it cannot be",
      { ...good, model: "glm-5.3", thinking: { type: "disabled" } },
      400,
      "1210",
    ],
  ])("%s", async (_name, body, status, code) => {
    const response = await askZai(body);
    expect(response.status).toBe(status);
    if (code) expect(await response.json()).toMatchObject({ error: { code } });
  });

  test("keys: none, a wrong one", async () => {
    expect(await (await askZai(good, {})).json()).toMatchObject({ error: { code: "1001" } });
    expect(await (await askZai(good, { authorization: "Bearer x" })).json()).toMatchObject({ error: { code: "1000" } });
  });
});

test("faults come one by one before the lasting one, and end when they are taken away", async () => {
  const statuses = async (times: number) => {
    const seen = [];
    for (let time = 0; time < times; time++) seen.push((await askGemini({ contents: [user] })).status);
    return seen;
  };
  gemini.faults.next.push("unavailable", "rate_limited");
  gemini.faults.lasting = "server_error";
  expect(await statuses(4)).toEqual([503, 429, 500, 500]);
  gemini.faults.lasting = null;
  expect(await statuses(1)).toEqual([200]);
});

test("a test can think for the model, and see what it was asked", async () => {
  const before = gemini.brain;
  gemini.brain = ({ messages }) => `Anda menulis "${messages.at(-1)?.text}".`;
  const seenBefore = gemini.requests.length;
  expect(JSON.stringify(await (await askGemini({ contents: [user] })).json())).toContain('Anda menulis \\"halo\\".');
  expect(gemini.requests.at(-1)?.body).toEqual({ contents: [user] });
  expect(gemini.requests).toHaveLength(seenBefore + 1);
  gemini.brain = before;
});

describe("the rule brain answers from the facts it is given", () => {
  const system = `Kamu asisten showroom.
FACTS
- A01: Toyota Avanza 1.3 G 2020 hitam, harga Rp 185.000.000, km 45.000
- A02: Honda Brio 2019 merah, harga Rp 140.000.000
Alamat: Jl. Raya Darmo 10, Surabaya.
Jam buka: Senin-Sabtu 09.00-18.00
ATURAN
- Jangan menyebut diskon.`;
  const strict = `Balas persis satu kata: TERUSKAN\nSapa pelanggan dengan "Kak Rina".\nFAKTA
Showroom: Jaya Motor, Jl. Darmo 10
Mobil A01: Toyota Avanza hitam, 45.000 km, harga Rp 185.000.000
Mobil A02: Toyota Rush putih, harga Rp 210.000.000
Tanya: Apakah bisa tukar tambah? Jawab: Bisa, unitnya kami cek dulu.
SELESAI`;
  const ask = (text: string, prompt = system) =>
    ruleBrain({
      model: "m",
      system: prompt,
      messages: [{ role: "customer", text }],
      temperature: 0,
      maxOutputTokens: 100,
    });

  test("facts end where the next heading begins", () => {
    expect(factLines(system)).toHaveLength(4);
    expect(factLines("FAKTA: buka tiap hari\nlain")).toEqual(["buka tiap hari"]);
  });

  test.each([
    ["berapa harga avanza hitam?", "Siap Kak, A01: Toyota Avanza 1.3 G 2020 hitam, harga Rp 185.000.000, km 45.000."],
    ["lokasinya dimana ya?", "Siap Kak, Alamat: Jl. Raya Darmo 10, Surabaya."],
    ["buka jam berapa?", "Siap Kak, Jam buka: Senin-Sabtu 09.00-18.00."],
    ["halo kak", "Halo Kak! Ada yang bisa saya bantu?"],
    ["ada diskon?", "Maaf Kak, soal itu belum ada di catatan saya. Saya teruskan ke tim kami, ya."],
  ])("%s", (text, answer) => {
    expect(ask(text)).toBe(answer);
  });

  test.each([
    ["alamatnya?", "Siap Kak Rina, Showroom: Jaya Motor, Jl. Darmo 10."],
    ["bisa tukar tambah?", "Siap Kak Rina, Bisa, unitnya kami cek dulu."],
    [
      "toyota apa saja",
      "Siap Kak Rina, ini datanya:\n- Mobil A01: Toyota Avanza hitam, 45.000 km, harga Rp 185.000.000\n- Mobil A02: Toyota Rush putih, harga Rp 210.000.000",
    ],
    ["siapa presiden?", "TERUSKAN"],
    ["pagi", "Halo Kak Rina! Ada yang bisa saya bantu?"],
  ])("as the prompt wants it: %s", (text, answer) => {
    expect(ask(text, strict)).toBe(answer);
  });
});
