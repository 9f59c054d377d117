import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createAccountsWorld, PASSWORD, type Room } from "@/backend/testing/accounts-world";
import { confirmSecondStep, logIn } from "../sessions/log-in";
import { TooManyTriesError } from "../sessions/too-many-tries-error";
import { confirmTotp } from "./confirm-totp";
import { disableTotp, resetTotp } from "./disable-totp";
import { codeAt } from "./one-time-code";
import { findTotpSetup, startTotp } from "./start-totp";

const { deps, clock, room: createRoom } = await createAccountsWorld();
// Every try is a hash, and there are many.
setDefaultTimeout(30_000);
const STEP_MS = 30_000;

async function switchOn(room: Room) {
  const ctx = room.as(room.owner.actor);
  const { secret, uri, qrSvg } = await startTotp(deps, ctx, { password: PASSWORD });
  const { recoveryCodes } = await confirmTotp(deps, ctx, { code: codeAt(secret, clock.now()) });
  clock.advance(STEP_MS);
  return { ctx, secret, uri, qrSvg, recoveryCodes };
}

function enter(room: Room, totp?: string) {
  const input = { email: room.owner.email, password: PASSWORD, audience: "page" } as const;
  return logIn(deps, room.visitor, { ...input, ...(totp && { totp }) });
}

describe("the second step", () => {
  test("counts only once it was confirmed, and shows a QR code and ten recovery codes", async () => {
    const room = await createRoom();
    await startTotp(deps, room.as(room.owner.actor), { password: PASSWORD });
    expect(await enter(room)).toMatchObject({ type: "logged_in" });
    const { uri, qrSvg, recoveryCodes } = await switchOn(room);
    expect(uri).toStartWith("otpauth://totp/");
    expect(qrSvg).toContain("<svg");
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await enter(room)).toMatchObject({ type: "second_step" });
  });

  test("forgets a setup that was not confirmed within ten minutes", async () => {
    const room = await createRoom();
    const ctx = room.as(room.owner.actor);
    const { secret } = await startTotp(deps, ctx, { password: PASSWORD });
    clock.advance(9 * 60_000);
    expect(await findTotpSetup(deps, ctx)).toMatchObject({ secret });
    clock.advance(2 * 60_000);
    expect(await findTotpSetup(deps, ctx)).toBeNull();
    await expect(confirmTotp(deps, ctx, { code: codeAt(secret, clock.now()) })).rejects.toMatchObject({ code: "rule" });
  });

  test("lets in with a code, in one go or in two", async () => {
    const room = await createRoom();
    const { secret } = await switchOn(room);
    expect(await enter(room, codeAt(secret, clock.now()))).toMatchObject({ type: "logged_in" });

    clock.advance(STEP_MS);
    const first = await enter(room);
    if (first.type !== "second_step") throw new Error("a code should be asked for");
    const code = codeAt(secret, clock.now());
    const step = { token: first.token, code, audience: "page" } as const;
    await expect(confirmSecondStep(deps, room.visitor, { ...step, code: "000000" })).rejects.toMatchObject({
      fields: { totp: expect.any(String) },
    });
    expect(await confirmSecondStep(deps, room.visitor, step)).toMatchObject({ type: "logged_in" });
  });

  test("takes a code once, also when it comes twice at the same moment, and never an older one", async () => {
    const room = await createRoom();
    const { secret } = await switchOn(room);
    const older = codeAt(secret, clock.now());
    clock.advance(STEP_MS);
    const code = codeAt(secret, clock.now());
    const both = await Promise.allSettled([enter(room, code), enter(room, code)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(enter(room, code)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(enter(room, older)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("takes each recovery code once, however it is typed", async () => {
    const room = await createRoom();
    const { recoveryCodes } = await switchOn(room);
    const [code = ""] = recoveryCodes;
    expect(await enter(room, code.toUpperCase().replaceAll("-", " "))).toMatchObject({ type: "logged_in" });
    await expect(enter(room, code)).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await enter(room, recoveryCodes[1])).toMatchObject({ type: "logged_in" });
  });

  test("cannot be guessed by asking for it again in between", async () => {
    const room = await createRoom();
    await switchOn(room);
    for (let count = 0; count < 5; count++) {
      await enter(room);
      await enter(room, "000000").catch(() => null);
    }
    await expect(enter(room)).rejects.toBeInstanceOf(TooManyTriesError);
  });

  test("is asked for again where the first step was another showroom's or the password changed since", async () => {
    const [room, other] = [await createRoom(), await createRoom()];
    const { secret } = await switchOn(room);
    const first = await enter(room);
    if (first.type !== "second_step") throw new Error("a code should be asked for");
    const step = { token: first.token, code: codeAt(secret, clock.now()), audience: "page" } as const;
    await expect(confirmSecondStep(deps, other.visitor, step)).rejects.toMatchObject({ code: "unauthenticated" });
    await withTenant(room.visitor, (tx) =>
      tx.user.updateMany({ where: { id: room.owner.id }, data: { sessionVersion: { increment: 1 } } }),
    );
    await expect(confirmSecondStep(deps, room.visitor, step)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("keeps secret and recovery codes unreadable in the database", async () => {
    const room = await createRoom();
    const { secret, recoveryCodes } = await switchOn(room);
    const rows = await withTenant(room.visitor, (tx) => tx.user.findMany());
    expect(JSON.stringify(rows)).not.toContain(secret);
    for (const code of recoveryCodes) expect(JSON.stringify(rows)).not.toContain(code);
  });

  test("is switched off with password and code only", async () => {
    const room = await createRoom();
    const { ctx, secret } = await switchOn(room);
    const off = (password: string, code: string) => disableTotp(deps, ctx, { password, code });
    await expect(off("salah", codeAt(secret, clock.now()))).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    });
    await expect(off(PASSWORD, "000000")).rejects.toMatchObject({ fields: { code: expect.any(String) } });
    await off(PASSWORD, codeAt(secret, clock.now()));
    expect(await enter(room)).toMatchObject({ type: "logged_in" });
  });

  test("is removed for somebody else by the owner only, and is not for sales", async () => {
    const room = await createRoom();
    await switchOn(room);
    await expect(resetTotp(room.as(room.admin.actor), { userId: room.owner.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(resetTotp(room.as(room.owner.actor), { userId: room.owner.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    const second = await room.person("owner", "Kedua");
    await resetTotp(room.as(second.actor), { userId: room.owner.id });
    expect(await enter(room)).toMatchObject({ type: "logged_in" });
    await expect(startTotp(deps, room.as(room.sales.actor), { password: PASSWORD })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
