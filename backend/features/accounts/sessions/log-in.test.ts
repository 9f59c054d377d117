import { describe, expect, setDefaultTimeout, spyOn, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { AppError } from "@/backend/platform/errors";
import { createAccountsWorld, eventsOf, PASSWORD, type Room } from "@/backend/testing/accounts-world";
import { logIn } from "./log-in";
import { TooManyTriesError } from "./too-many-tries-error";

const { deps, clock, room: createRoom } = await createAccountsWorld();
// Every try is a hash, and there are many.
setDefaultTimeout(30_000);
const MINUTE_MS = 60_000;

type Try = { email?: string; password?: string; address?: string };

function tryLogIn(room: Room, { email = room.owner.email, password = PASSWORD, address = "10.0.0.1" }: Try = {}) {
  return logIn(deps, room.visitor, { email, password, address, audience: "page" });
}

async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("was not refused");
}

describe("logging in", () => {
  test("works with e-mail in any case and notes when", async () => {
    const room = await createRoom();
    const result = await tryLogIn(room, { email: "  HADI@contoh.id " });
    expect(result).toMatchObject({ type: "logged_in", user: { id: room.owner.id, role: "owner" } });
    const [event] = await eventsOf(deps, room);
    expect(event).toMatchObject({ type: "auth.logged_in", actor: { type: "user", userId: room.owner.id } });
    const user = await deps.db.prisma.user.findFirstOrThrow({ where: { id: room.owner.id } });
    expect(user.lastLoginAt).toEqual(clock.now());
  });

  test("says the same of an unknown person, a wrong password, a suspended person and one without a password", async () => {
    const room = await createRoom();
    const suspended = await room.person("sales", "Suspended");
    const invited = await room.person("sales", "Invited");
    await withTenant(room.visitor, async (tx) => {
      await tx.user.updateMany({ where: { id: suspended.id }, data: { status: "suspended" } });
      await tx.user.updateMany({ where: { id: invited.id }, data: { passwordHash: "-" } });
    });
    const refusals = [
      await refusalOf(tryLogIn(room, { email: "siapa@contoh.id" })),
      await refusalOf(tryLogIn(room, { password: "bukan-kata-sandi" })),
      await refusalOf(tryLogIn(room, { email: suspended.email })),
      await refusalOf(tryLogIn(room, { email: invited.email, password: "-" })),
    ];
    expect(new Set(refusals.map(({ code, message, userMessage }) => `${code} ${message} ${userMessage}`)).size).toBe(1);
    expect(refusals[0]).toMatchObject({ code: "unauthenticated", userMessage: "E-mail atau kata sandi salah." });
  });

  test("does the same hashing for nobody, for somebody, and for who was invited", async () => {
    const room = await createRoom();
    const invited = await room.person("sales", "Invited");
    await withTenant(room.visitor, (tx) =>
      tx.user.updateMany({ where: { id: invited.id }, data: { passwordHash: "-" } }),
    );
    const verify = spyOn(Bun.password, "verify");
    for (const email of ["siapa@contoh.id", room.owner.email, invited.email]) {
      await refusalOf(tryLogIn(room, { email, password: "salah" }));
    }
    const costs = verify.mock.calls.map(([, hash]) => String(hash).split("$").slice(1, 4).join(" "));
    verify.mockRestore();
    expect(costs).toEqual(Array(3).fill("argon2id v=19 m=19456,t=2,p=1"));
  });

  test("hides another showroom's people", async () => {
    const [room, other] = [await createRoom(), await createRoom()];
    const stranger = await other.person("owner", "Stranger");
    expect(await refusalOf(tryLogIn(room, { email: stranger.email }))).toMatchObject({ code: "unauthenticated" });
  });

  test("records failures without e-mail and password in clear", async () => {
    const room = await createRoom();
    await refusalOf(tryLogIn(room, { email: "rahasia@contoh.id", password: "sandi-yang-salah" }));
    const [event] = await eventsOf(deps, room);
    expect(event).toMatchObject({ type: "auth.failed", data: { reason: "unknown", address: "10.0.0.1" } });
    expect(JSON.stringify(event)).not.toMatch(/rahasia|sandi-yang-salah/);
  });
});

describe("wrong tries", () => {
  test("are free five times, then the right password has to wait too, longer each time", async () => {
    const room = await createRoom();
    for (let count = 0; count < 5; count++) {
      expect(await refusalOf(tryLogIn(room, { password: "salah" }))).toMatchObject({ code: "unauthenticated" });
    }
    const refusal = await refusalOf(tryLogIn(room));
    expect(refusal).toBeInstanceOf(TooManyTriesError);
    expect(refusal).toMatchObject({ code: "rate_limited", retryAfterSeconds: 30 });
    expect(refusal.userMessage).toContain("30 detik");

    clock.advance(30_000);
    await refusalOf(tryLogIn(room, { password: "salah" }));
    expect(await refusalOf(tryLogIn(room))).toMatchObject({ retryAfterSeconds: 60 });
    clock.advance(MINUTE_MS);
    expect(await tryLogIn(room)).toMatchObject({ type: "logged_in" });
  });

  test("count for the account from whatever address, and for an address on whatever account", async () => {
    const room = await createRoom();
    for (let count = 0; count < 5; count++) {
      await refusalOf(tryLogIn(room, { password: "salah", address: `10.0.${count}.1` }));
    }
    expect(await refusalOf(tryLogIn(room, { address: "10.9.9.9" }))).toBeInstanceOf(TooManyTriesError);
    expect(await tryLogIn(room, { email: room.sales.email, address: "10.9.9.9" })).toMatchObject({ type: "logged_in" });

    for (let count = 0; count < 5; count++) {
      await refusalOf(tryLogIn(room, { email: `p${count}@contoh.id`, address: `10.7.7.${count}` }));
    }
    expect(await refusalOf(tryLogIn(room, { email: room.sales.email, address: "10.7.7.200" }))).toBeInstanceOf(
      TooManyTriesError,
    );
  });

  test("at the same moment are counted one by one: five of twenty get an answer about the password", async () => {
    const room = await createRoom();
    const tries = Array.from({ length: 20 }, () => refusalOf(tryLogIn(room, { password: "salah" })));
    const codes = (await Promise.all(tries)).map(({ code }) => code);
    expect(codes.filter((code) => code === "unauthenticated")).toHaveLength(5);
    expect(codes.filter((code) => code === "rate_limited")).toHaveLength(15);
  });

  test("are forgotten after success and after an hour", async () => {
    const room = await createRoom();
    for (let count = 0; count < 4; count++) await refusalOf(tryLogIn(room, { password: "salah" }));
    await tryLogIn(room);
    for (let count = 0; count < 4; count++) await refusalOf(tryLogIn(room, { password: "salah" }));
    clock.advance(61 * MINUTE_MS);
    for (let count = 0; count < 4; count++) await refusalOf(tryLogIn(room, { password: "salah" }));
    expect(await tryLogIn(room)).toMatchObject({ type: "logged_in" });
  });

  test("on others are not wiped out by logging in to an account of one's own", async () => {
    const room = await createRoom();
    for (let count = 0; count < 4; count++) await refusalOf(tryLogIn(room, { email: `p${count}@contoh.id` }));
    await tryLogIn(room, { email: room.sales.email });
    await refusalOf(tryLogIn(room, { email: "p9@contoh.id" }));
    expect(await refusalOf(tryLogIn(room, { email: room.sales.email }))).toBeInstanceOf(TooManyTriesError);
  });
});
