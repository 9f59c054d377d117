/** "1 8 5 juta", "185 000 000", "185 . 000 . 000", "185'000'000": digits torn apart are one number again. */
export function withJoinedDigits(text: string): string {
  return text
    .replace(/(?<=\d)[*~](?=\d)/g, "")
    .replace(/(?<![\p{L}\d.,-])\d([ .\-_/])\d(?:\1\d)+(?![\d.,]?\d)/gu, (digits) => digits.replace(/\D/g, ""))
    .replace(/(?<=\d)['_·٬](?=\d{3}(?!\d))/g, ".")
    .replace(/(?<![\d.,])\d{1,3}(?: ?[.,] ?\d{3}){2,}(?!\d)/g, (digits) => digits.replace(/ /g, ""))
    .replace(/(?<![\d.,])(\d{1,3}) [.,] ?(\d{3})(?!\d)/g, "$1.$2")
    .replace(/(?<![\d.,])\d{1,3}(?: \d{3}){2,}(?!\d)/g, (digits) => digits.replace(/ /g, "."))
    .replace(
      /(?<![\d.,])(\d{1,3})((?: 000)+)(?!\d)/g,
      (_, head: string, tail: string) => head + tail.replace(/ /g, "."),
    )
    .replace(/(\d),-/g, "$1");
}
