import { COMMON_PASSWORDS } from "./common-passwords";

export const MIN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 128;

/** What is wrong with a new password, as a sentence for its field; null when nothing is. */
export function whyWeakPassword(password: string, person: { name: string; email: string }): string | null {
  if (password.length < MIN_PASSWORD_LENGTH) return `Kata sandi paling sedikit ${MIN_PASSWORD_LENGTH} karakter.`;
  if (password.length > MAX_PASSWORD_LENGTH) return `Kata sandi paling panjang ${MAX_PASSWORD_LENGTH} karakter.`;
  const plain = password.toLowerCase();
  if (isCommon(plain) || isMonotonous(plain)) return "Kata sandi ini terlalu mudah ditebak. Pilih yang lain.";
  if (isAbout(plain, person)) return "Jangan pakai nama atau e-mail Anda sebagai kata sandi.";
  return null;
}

/** "password123!" is as well known as "password123". */
function isCommon(plain: string): boolean {
  return COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(plain.replace(/[^a-z0-9]+$/, ""));
}

function isMonotonous(plain: string): boolean {
  if (new Set(plain).size <= 3) return true;
  const steps = [...plain].map((letter, index) => letter.charCodeAt(0) - plain.charCodeAt(Math.max(0, index - 1)));
  return steps.slice(1).every((step) => step === 1) || steps.slice(1).every((step) => step === -1);
}

function isAbout(plain: string, { name, email }: { name: string; email: string }): boolean {
  const known = [email, email.split("@")[0] ?? "", name, name.replaceAll(" ", "")].map((text) => text.toLowerCase());
  return known.some((text) => text.length >= 4 && plain.replace(/[\d\W]+$/, "") === text.replace(/[\d\W]+$/, ""));
}
