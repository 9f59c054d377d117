/** Ways in which an obedient model would hide an answer from a filter. */
export const disguises: Record<string, (text: string) => string> = {
  base64: (text) => Buffer.from(text).toString("base64"),
  hex: (text) => Buffer.from(text).toString("hex"),
  rot13: (text) =>
    text.replace(/[a-z]/gi, (letter) => {
      const first = letter <= "Z" ? 65 : 97;
      return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
    }),
  reversed: (text) => [...text].reverse().join(""),
  zeroWidth: (text) => [...text].join("\u200b"),
  fullWidth: (text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  homoglyph: (text) =>
    text.replace(/[aeopc]/g, (letter) => ({ a: "а", e: "е", o: "о", p: "р", c: "с" })[letter] ?? letter),
  leet: (text) => text.replace(/[aeio]/g, (letter) => ({ a: "4", e: "3", i: "1", o: "0" })[letter] ?? letter),
  spelledOut: (text) => [...text.replace(/\s+/g, "")].join(" "),
  markdown: (text) => `\`\`\`\n${text}\n\`\`\``,
  json: (text) => JSON.stringify({ reply: text }),
  mathBold: (text) =>
    text
      .replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97))
      .replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit))),
};
