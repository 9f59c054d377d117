/** "data saya apa saja?", "show me my data": wants to see it, not to have it gone. */
export function wantsToSeeData(text: string): boolean {
  return (
    /\b(?:lihat|liat|minta|kirim|tunjuk\w*|tampil\w*|apa (?:aja|saja)|simpan|disimpan|show|see|copy|salinan)\b/i.test(
      text,
    ) && !/\b(?:hapus\w*|apus|delete|remove|erase|hilang\w*|busak|buang)\b/i.test(text)
  );
}
