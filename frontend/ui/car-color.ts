/** Indonesian colour words in the order they are looked for; the first found in the label wins. */
const swatches: [word: string, css: string][] = [
  ["hitam", "#1b1d21"],
  ["putih", "#ffffff"],
  ["silver", "#c4c8ce"],
  ["perak", "#c4c8ce"],
  ["abu", "#7c828c"],
  ["merah", "#b3261e"],
  ["maroon", "#6d1a22"],
  ["biru", "#2456a6"],
  ["hijau", "#2f6b4a"],
  ["kuning", "#f0c020"],
  ["oranye", "#e2711d"],
  ["jingga", "#e2711d"],
  ["cokelat", "#6b4a35"],
  ["coklat", "#6b4a35"],
  ["emas", "#c0a062"],
  ["gold", "#c0a062"],
  ["krem", "#e8dcc0"],
  ["beige", "#e8dcc0"],
  ["ungu", "#5d3a82"],
  ["bronze", "#7a5c3e"],
];

/** A CSS colour for a car colour's Indonesian name; a neutral grey when the name is unknown. */
export function swatchOf(colorName: string): string {
  const name = colorName.toLowerCase();
  return swatches.find(([word]) => name.includes(word))?.[1] ?? "#d8dbe1";
}
