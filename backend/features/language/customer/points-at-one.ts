import type { Sighting } from "./sighting";

/** "yg merah", "itu td yg merah", "yang avanza aja": one known unit, without a list being remembered. */
export function pointsAtOne({ core }: Sighting): boolean {
  return (
    /^(?:mau |pilih |ambil |oke |itu |tadi |saya |suka |minat |lebih )*yang (?:\p{L}+|CAR|\d{4})(?: \p{L}+){0,2}$/u.test(
      core,
    ) && !/\b(?:ada|di|dari|apa|buat|untuk)\b/.test(core)
  );
}
