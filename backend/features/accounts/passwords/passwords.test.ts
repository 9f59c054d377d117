import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createAccountsWorld, eventsOf, PASSWORD, type Room } from "@/backend/testing/accounts-world";
import { logIn } from "../sessions/log-in";
import { TooManyTriesError } from "../sessions/too-many-tries-error";
import { inviteUser } from "../users/invite-user";
import { suspendUser } from "../users/update-user";
import { changePassword } from "./change-password";
import { issuePasswordLink } from "./issue-password-link";
import { whyWeakPassword } from "./password-rules";
import { findPasswordLink, setPasswordByLink } from "./set-password-by-link";

const { deps, clock, room: createRoom } = await createAccountsWorld();
// Every try is a hash, and there are many.
setDefaultTimeout(30_000);
const NEW_PASSWORD = "empat-roda-satu-jalan";
const HOUR_MS = 3_600_000;
const person = { name: "Budi Santoso", email: "budisantoso@contoh.id" };

function tokenOf({ url }: { url: string }): string {
  return url.split("/").at(-1) ?? "";
}

function logInAs(room: Room, email: string, password: string) {
  return logIn(deps, room.visitor, { email, password, audience: "page" });
}

describe("a password", () => {
  test.each([
    ["sembilan9", "paling sedikit 10"],
    ["password123", "mudah ditebak"],
    ["Password123!!", "mudah ditebak"],
    ["bismillah123", "mudah ditebak"],
    ["aaaaaaaaaaaa", "mudah ditebak"],
    ["abcdefghijkl", "mudah ditebak"],
    ["9876543210", "mudah ditebak"],
    ["budisantoso99", "nama atau e-mail"],
    ["x".repeat(129), "paling panjang 128"],
  ])("like %p is refused with a sentence", (password, sentence) => {
    expect(whyWeakPassword(password, person)).toContain(sentence);
  });

  test.each(["kereta-api-malam", "hujan deras di darmo", "Tr0ub4dor&3x", "ayam goreng budi"])(
    "like %p is fine",
    (password) => {
      expect(whyWeakPassword(password, person)).toBeNull();
    },
  );
});

describe("changing one's password", () => {
  test("ends every other session and goes on under a new token", async () => {
    const room = await createRoom();
    const before = await logInAs(room, room.sales.email, PASSWORD);
    const { token } = await changePassword(deps, room.as(room.sales.actor), {
      currentPassword: PASSWORD,
      newPassword: NEW_PASSWORD,
      audience: "page",
    });
    const version = (await deps.sessionTokens.verify(token, "page", clock.now()))?.sessionVersion;
    expect(version).toBe(2);
    const live = await withTenant(room.visitor, (tx) => tx.session.findMany({ where: { revokedAt: null } }));
    expect(live.map(({ sessionVersion }) => sessionVersion)).toEqual([2]);
    expect(before.type).toBe("logged_in");
    expect(await logInAs(room, room.sales.email, NEW_PASSWORD)).toMatchObject({ type: "logged_in" });
    expect(logInAs(room, room.sales.email, PASSWORD)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("needs the present one, a good new one, and does not let the present one be guessed", async () => {
    const room = await createRoom();
    const change = (currentPassword: string, newPassword: string) =>
      changePassword(deps, room.as(room.sales.actor), { currentPassword, newPassword, audience: "page" });
    await expect(change(PASSWORD, "password123")).rejects.toMatchObject({
      fields: { newPassword: expect.any(String) },
    });
    await expect(change(PASSWORD, PASSWORD)).rejects.toMatchObject({ fields: { newPassword: expect.any(String) } });
    for (let count = 0; count < 5; count++) {
      await expect(change("salah", NEW_PASSWORD)).rejects.toMatchObject({
        fields: { currentPassword: "Kata sandi salah." },
      });
    }
    await expect(change(PASSWORD, NEW_PASSWORD)).rejects.toBeInstanceOf(TooManyTriesError);
  });
});

describe("a one-time link", () => {
  test("sets a password once, logs the person out everywhere, and lifts what kept them waiting", async () => {
    const room = await createRoom();
    await logInAs(room, room.sales.email, PASSWORD);
    for (let count = 0; count < 5; count++) await logInAs(room, room.sales.email, "salah").catch(() => null);
    const link = await issuePasswordLink(deps, room.as(room.owner.actor), { userId: room.sales.id });
    expect(link.purpose).toBe("reset");
    expect(link.url).toStartWith(`http://${room.host}:3000/dashboard/atur-sandi/`);

    const token = tokenOf(link);
    const both = await Promise.allSettled(
      [1, 2].map(() => setPasswordByLink(room.visitor, { token, newPassword: NEW_PASSWORD })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(setPasswordByLink(room.visitor, { token, newPassword: NEW_PASSWORD })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await withTenant(room.visitor, (tx) => tx.session.count({ where: { revokedAt: null } }))).toBe(0);
    const address = "10.1.1.1";
    const input = { email: room.sales.email, password: NEW_PASSWORD, address, audience: "page" } as const;
    expect(await logIn(deps, room.visitor, input)).toMatchObject({ type: "logged_in" });
  });

  test("is good for 24 hours as a reset and for 7 days as an invitation", async () => {
    const room = await createRoom();
    const asOwner = room.as(room.owner.actor);
    const reset = await issuePasswordLink(deps, asOwner, { userId: room.sales.id });
    const { link: invitation } = await inviteUser(deps, asOwner, {
      name: "Sari",
      email: "sari@contoh.id",
      role: "sales",
    });
    expect(invitation.purpose).toBe("invite");
    const isOpen = async (link: { url: string }) =>
      (await findPasswordLink(room.visitor, { token: tokenOf(link) })) !== null;
    expect([await isOpen(reset), await isOpen(invitation)]).toEqual([true, true]);
    clock.advance(24 * HOUR_MS);
    expect([await isOpen(reset), await isOpen(invitation)]).toEqual([false, true]);
    clock.advance(6 * 24 * HOUR_MS);
    expect(await isOpen(invitation)).toBe(false);
  });

  test("stops working when another is issued, when its person is suspended, and on another showroom's host", async () => {
    const [room, other] = [await createRoom(), await createRoom()];
    const asOwner = room.as(room.owner.actor);
    const issue = () => issuePasswordLink(deps, asOwner, { userId: room.sales.id });
    const [first, second] = [tokenOf(await issue()), tokenOf(await issue())];
    expect(await findPasswordLink(room.visitor, { token: first })).toBeNull();
    expect(await findPasswordLink(room.visitor, { token: second })).toMatchObject({ email: room.sales.email });
    expect(await findPasswordLink(other.visitor, { token: second })).toBeNull();
    await suspendUser(asOwner, { userId: room.sales.id });
    expect(await findPasswordLink(room.visitor, { token: second })).toBeNull();
    await expect(issue()).rejects.toMatchObject({ code: "rule" });
  });

  test("is not issued by sales, nor by an admin for the owner, nor for another showroom's people", async () => {
    const [room, other] = [await createRoom(), await createRoom()];
    const issue = (as: Room["sales"], userId: string) => issuePasswordLink(deps, room.as(as.actor), { userId });
    await expect(issue(room.sales, room.sales.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(issue(room.admin, room.owner.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(issue(room.owner, other.sales.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await issue(room.admin, room.sales.id)).toMatchObject({ purpose: "reset" });
  });

  test("is kept as a hash only, also in the audit trail", async () => {
    const room = await createRoom();
    const token = tokenOf(await issuePasswordLink(deps, room.as(room.owner.actor), { userId: room.sales.id }));
    const rows = await withTenant(room.visitor, (tx) => tx.passwordToken.findMany());
    expect(rows).toHaveLength(1);
    expect(JSON.stringify([rows, await eventsOf(deps, room)])).not.toContain(token);
  });
});
