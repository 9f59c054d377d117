import { expect, setDefaultTimeout, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createAccountsWorld } from "@/backend/testing/accounts-world";
import { signIn } from "@/backend/testing/sign-in";
import { issuePasswordLink } from "../passwords/issue-password-link";
import { forgetOldAccess } from "./forget-old-access";
import { logIn } from "./log-in";

const { deps, clock, room: createRoom } = await createAccountsWorld();
setDefaultTimeout(30_000);
const DAY_MS = 86_400_000;

test("old sessions, links and failures are forgotten, of this showroom only, and only by the system", async () => {
  const [room, other] = [await createRoom(), await createRoom()];
  for (const one of [room, other]) {
    await signIn(deps, one, "owner");
    await issuePasswordLink(deps, one.as(one.owner.actor), { userId: one.sales.id });
    await logIn(deps, one.visitor, { email: "x@contoh.id", password: "salah", audience: "page" }).catch(() => null);
  }
  const countOf = (one: typeof room) =>
    withTenant(one.visitor, async (tx) => [
      await tx.session.count(),
      await tx.passwordToken.count(),
      await tx.loginThrottle.count(),
    ]);
  const system = room.as({ type: "system", name: "job" });
  await forgetOldAccess(system);
  expect(await countOf(room)).toEqual([2, 1, 2]);
  clock.advance(2 * DAY_MS);
  await forgetOldAccess(system);
  expect(await countOf(room)).toEqual([2, 1, 0]);
  clock.advance(32 * DAY_MS);
  await forgetOldAccess(system);
  expect(await countOf(room)).toEqual([0, 0, 0]);
  expect(await countOf(other)).toEqual([2, 1, 2]);
  await expect(forgetOldAccess(room.as(room.owner.actor))).rejects.toMatchObject({ code: "forbidden" });
});
