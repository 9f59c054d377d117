/** Letters of other scripts that a reader takes for Latin ones; after NFKD, without marks. */
export const latinLookalikes: ReadonlyMap<string, string> = new Map([
  ...pairs("авекмнорстухіјѕԁցһӏԛԝѵзбгдипяьꙇү", "abekmhopctyxijsdghlqwv36rdunrblY"),
  ...pairs("АВЕЗКМНОРСТУХІЈЅԌԚԜҮ", "ABE3KMHOPCTYXIJSGQWY"),
  ...pairs("αβγδεζηικνορτυχωϲϳ", "aBydeznikvoptuxwcj"),
  ...pairs("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "ABEZHIKMNOPTYXC"),
  ...pairs("օսոցհԁաքզյլ", "ounghdwpqjl"),
  ...pairs("ıłøđħŧɑɡɩɪʀʏɴʟᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢ", "ilodhtagiirynlacdejkmoptuvwz"),
  ["ʙ", "b"],
  ["ꜰ", "f"],
  ["ɢ", "g"],
  ["ʜ", "h"],
  ["ꜱ", "s"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
]);

function pairs(from: string, to: string): [string, string][] {
  const targets = [...to];
  return [...from].map((sign, index): [string, string] => [sign, targets[index] ?? ""]);
}
