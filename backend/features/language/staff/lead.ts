import { isFree, type Scan, wordAt } from "../scan";
import { titleCase } from "../title-case";
import { staffWord } from "./staff-words";

const notName =
  /^(?:lead|led|leads|prospek|tambah|tambahin|tmbh|tmbah|tambh|catat|catet|catetin|catatin|input|buatkan|bikinin|save|upload|entri|simpan|buat|masukin|masukkan|baru|pak|bu|bapak|ibu|mas|mbak|kak|om|tante|bang|cak|ning|ko|koh|ci|cik|ce|cece|kang|teh|neng|gus|pakde|bude|gan|bro|sis|mr|mrs|ms|bp|bpk|sdr|sdri|tn|ny|nama|namanya|namane|nomornya|nomer|hpnya|wanya|hp|wa|no|nomor|telp|nya|an|atas|ada|ini|masuk|customer|cust|pelanggan|konsumen|kontak|calon|pembeli|tamu|buyer|tolong|dari|web|olx)$/;

/** The name in a lead command: the words before the number or the first comma, title case, without Pak or Bu. */
export function leadName(scan: Scan): string | undefined {
  const words: string[] = [];
  for (let index = 0; index < scan.tokens.length; index++) {
    const token = scan.tokens[index];
    if (!token || (words.length === 0 && !isNamePart(scan, index))) continue;
    if (
      !isNamePart(scan, index) ||
      /^(?:minat|cari|mau|tanya|budget|dari|lihat|tertarik|pengen|untuk|buat|nomor|no|hp|wa)$/.test(token.text)
    )
      break;
    words.push(titleCase(token.raw));
    if (words.length === 3) break;
  }
  return words.length > 0 ? words.join(" ") : undefined;
}

function isNamePart(scan: Scan, index: number): boolean {
  return (
    isFree(scan, index) &&
    /^\p{L}[\p{L}'’.]+$/u.test(wordAt(scan, index)) &&
    !notName.test(wordAt(scan, index)) &&
    !notName.test(staffWord(wordAt(scan, index)))
  );
}
