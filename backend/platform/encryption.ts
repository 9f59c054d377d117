import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from "node:crypto";

const VERSION = "v1";

export type Encryption = { encrypt(text: string): string; decrypt(sealed: string): string };

/** Secrets at rest: AES-256-GCM, "v1.<nonce>.<tag>.<text>" in base64url. The key is any secret of ≥ 32 bytes. */
export function createEncryption(secret: string): Encryption {
  const key = createHash("sha256").update(`encryption\n${secret}`).digest();

  return {
    encrypt(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return [VERSION, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
    },
    decrypt(sealed) {
      const [version, nonce, tag, text] = sealed.split(".");
      if (version !== VERSION || !nonce || !tag || text === undefined) throw new Error("not an encrypted value");
      const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64url"));
      decipher.setAuthTag(Buffer.from(tag, "base64url"));
      return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8");
    },
  };
}

/** For webhook secrets: only the hash is stored. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** Compares in time that does not depend on where the two differ, nor on their lengths. */
export function equalsInConstantTime(first: string, second: string): boolean {
  return timingSafeEqual(createHash("sha256").update(first).digest(), createHash("sha256").update(second).digest());
}
