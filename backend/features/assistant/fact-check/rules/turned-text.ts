const common = new Set(
  `ada akan anda atau bisa belum cash dan dari dengan diskon dua empat enam gratis bonus garansi harga ini itu iso iya juta kak kakak kami
   kredit lima nol nomor nomer onok plat pasti piro platnya puluh ratus ready regane ribu rong rupiah satu saya sembilan seratus tanpa
   telu tidak tiga tujuh delapan unit untuk ya yang yuto mudun cak transfer rekening modal nego potongan transmisi mobil
   the is are and for you your this that car price was never not with can we our have has plate number discount free guarantee`.split(
    /\s+/,
  ),
);

/** An answer turned by rot13 or back to front: it reads better the other way. Null for one that reads as it stands. */
export function findTurnedText(text: string): string | null {
  const asWritten = commonWordsIn(text);
  const leastMore = isUnspeakable(text) ? 1 : 2;
  for (const reading of [rotated(text), reversed(text)]) {
    if (
      commonWordsIn(reading) >= asWritten + leastMore ||
      (/https?:\/\/|www\./i.test(reading) && !/https?:|www\./i.test(text))
    ) {
      return text.slice(0, 40);
    }
  }
  return null;
}

/** Many of its longer words have no vowel; abbreviations aside. */
function isUnspeakable(text: string): boolean {
  const words = text.match(/(?<![\p{L}\p{N}])[A-Za-z]?[a-z]{3,}(?![\p{L}\p{N}])/gu) ?? [];
  const unspeakable = words.filter((word) => !/[aeiou]/i.test(word) || /[^aeiouy]{5}/i.test(word));
  return unspeakable.length >= 2 && unspeakable.length >= words.length / 4;
}

export function reversed(text: string): string {
  return [...text].reverse().join("");
}

export function rotated(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const first = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
}

function commonWordsIn(text: string): number {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.filter((word) => common.has(word)).length;
}
