import { describe, expect, test } from "bun:test";
import { parseMessageText, type TextToken } from "./message-text";

describe("WhatsApp's markup", () => {
  test("bold, italic and struck words are marked, also inside each other", () => {
    expect(parseMessageText("Unit *#A01* _masih ~ada~_ Kak")).toEqual([
      { type: "text", text: "Unit " },
      { type: "bold", tokens: [{ type: "text", text: "#A01" }] },
      { type: "text", text: " " },
      {
        type: "italic",
        tokens: [
          { type: "text", text: "masih " },
          { type: "strike", tokens: [{ type: "text", text: "ada" }] },
        ],
      },
      { type: "text", text: " Kak" },
    ]);
  });

  test.each([["2*3*4"], ["nama_file_foto.jpg"], ["* satu * dua"], ["harga ~ 180 ~ an"]])(
    "%s stays as it was written",
    (text) => {
      expect(parseMessageText(text)).toEqual([{ type: "text", text }]);
    },
  );

  test.each([
    ["Cek https://a.localhost:3000/brio_rs-b01.", "https://a.localhost:3000/brio_rs-b01"],
    ["(http://a.id/x?y=1&z=2)", "http://a.id/x?y=1&z=2"],
    ["*https://a.id/b*", "https://a.id/b"],
  ])("the address in %s is a link without the punctuation around it", (text, href) => {
    expect(linksOf(parseMessageText(text))).toEqual([href]);
  });

  test("an address that is no web page never becomes a link", () => {
    expect(linksOf(parseMessageText("javascript:alert(1) data:text/html,x"))).toEqual([]);
  });

  test("nothing written is lost", () => {
    const text = "```kode *x*``` baris\n\n_dua_ ~tiga~";
    expect(plain(parseMessageText(text))).toBe("kode *x* baris\n\ndua tiga");
  });
});

function linksOf(tokens: TextToken[]): string[] {
  return tokens.flatMap((token) =>
    token.type === "link" ? [token.href] : "tokens" in token ? linksOf(token.tokens) : [],
  );
}

function plain(tokens: TextToken[]): string {
  return tokens.map((token) => ("tokens" in token ? plain(token.tokens) : token.text)).join("");
}
