import { editDistance } from "@/backend/platform/edit-distance";

/** "/uplod" → "/upload", "statsu ·" → "status ·": the first word as the command it was meant to be. */
export function withKnownCommand(plain: string): string {
  const match = /^([/#]?)\s?(\p{L}{4,12})(?=\s|$)/u.exec(plain);
  const [whole = "", mark = "", word = ""] = match ?? [];
  if (word === "" || commandWords.includes(word)) return plain.replace(/^([/#]) /, "$1");
  const nearest = commandWords.find((known) => known[0] === word[0] && editDistance(word, known, 1) <= 1);
  const isMeant = nearest !== undefined && (mark !== "" || nearest === "status" || nearest === "upload");
  return isMeant ? `${mark}${nearest}${plain.slice(whole.length)}` : plain.replace(/^([/#]) /, "$1");
}

const commandWords = [
  "upload",
  "status",
  "harga",
  "edit",
  "foto",
  "list",
  "daftar",
  "stats",
  "lead",
  "help",
  "batal",
  "detail",
  "koleksi",
  "stok",
  "inventory",
  "draft",
];
