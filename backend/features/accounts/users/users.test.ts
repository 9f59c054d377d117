import { describe, expect, test } from "bun:test";
import { createAccountsWorld, eventsOf, type Room } from "@/backend/testing/accounts-world";
import { getUser } from "./get-user";
import { inviteUser } from "./invite-user";
import { listUsers } from "./list-users";
import { suspendUser, updateUser } from "./update-user";

const { deps, room: createRoom } = await createAccountsWorld();
const sari = { name: "Sari", email: " Sari@Contoh.id ", role: "sales" } as const;

function as(room: Room, who: "owner" | "admin" | "sales") {
  return room.as(room[who].actor);
}

describe("inviting", () => {
  test("takes somebody in without a password, with numbers as people type them", async () => {
    const room = await createRoom();
    const { user } = await inviteUser(deps, as(room, "owner"), {
      ...{ ...sari, whatsappNumber: "0812-9999-0001", permissions: ["upload", "upload", "stats"], pin: "1234" },
    });
    expect(user).toMatchObject({
      ...{ email: "sari@contoh.id", whatsappNumber: "6281299990001", phone: "6281299990001", status: "invited" },
      ...{ permissions: ["upload", "stats"], hasPin: true },
    });
    const { users } = await listUsers(as(room, "owner"));
    expect(users.map(({ name }) => name)).toEqual(["Hadi", "Wati", "Budi", "Sari"]);
  });

  test("says at the field what is wrong or taken", async () => {
    const room = await createRoom();
    const invite = (changes: object) => inviteUser(deps, as(room, "owner"), { ...sari, ...changes });
    await invite({ whatsappNumber: "081299990002" });
    const other = { email: "lain@contoh.id" };
    await expect(invite({})).rejects.toMatchObject({ fields: { email: expect.stringContaining("sudah dipakai") } });
    await expect(invite({ ...other, whatsappNumber: "+62 812-9999-0002" })).rejects.toMatchObject({
      fields: { whatsappNumber: expect.stringContaining("sudah dipakai") },
    });
    await expect(invite({ ...other, branchId: crypto.randomUUID() })).rejects.toMatchObject({
      fields: { branchId: expect.any(String) },
    });
    await expect(invite({ name: " ", email: "x", whatsappNumber: "12", pin: "12a" })).rejects.toMatchObject({
      fields: {
        ...{ name: expect.any(String), email: expect.any(String) },
        ...{ whatsappNumber: expect.any(String), pin: expect.any(String) },
      },
    });
  });

  test("lets an admin invite sales only, and sales nobody", async () => {
    const room = await createRoom();
    expect(await inviteUser(deps, as(room, "admin"), sari)).toMatchObject({ user: { role: "sales" } });
    const invite = (who: "admin" | "sales", role: "owner" | "admin" | "sales") =>
      inviteUser(deps, as(room, who), { ...sari, email: "baru@contoh.id", role });
    await expect(invite("admin", "admin")).rejects.toMatchObject({ code: "forbidden" });
    await expect(invite("admin", "owner")).rejects.toMatchObject({ code: "forbidden" });
    await expect(invite("sales", "sales")).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("changing somebody", () => {
  test("changes what is given, leaves the rest, and records how rights changed but no PIN", async () => {
    const room = await createRoom();
    const userId = room.sales.id;
    const changes = { permissions: ["price" as const], pin: "778899", role: "admin" as const };
    const user = await updateUser(as(room, "owner"), { userId, changes });
    expect(user).toMatchObject({ name: "Budi", role: "admin", permissions: ["price"], hasPin: true });
    expect(await updateUser(as(room, "owner"), { userId, changes: { pin: null } })).toMatchObject({ hasPin: false });
    const events = await eventsOf(deps, room);
    expect(events[0]).toMatchObject({
      type: "user.updated",
      data: { userId, role: { from: "sales", to: "admin" }, permissions: { from: [], to: ["price"] } },
    });
    expect(JSON.stringify(events)).not.toContain("778899");
  });

  test("hides another showroom's people", async () => {
    const [room, other] = [await createRoom(), await createRoom()];
    const userId = other.sales.id;
    await expect(getUser(as(room, "owner"), { userId })).rejects.toMatchObject({ code: "not_found" });
    await expect(updateUser(as(room, "owner"), { userId, changes: { name: "X" } })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("refuses sales, and an admin who touches an owner, an admin or a role", async () => {
    const room = await createRoom();
    const change = (who: "admin" | "sales", userId: string, changes: object) =>
      updateUser(as(room, who), { userId, changes });
    await expect(change("sales", room.sales.id, { name: "X" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(change("admin", room.owner.id, { name: "X" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(change("admin", room.admin.id, { role: "owner" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(change("admin", room.sales.id, { role: "admin" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await change("admin", room.sales.id, { role: "sales", permissions: ["stats"] })).toMatchObject({
      permissions: ["stats"],
    });
  });

  test("keeps an owner: two who step down or suspend each other at the same moment do not leave the showroom without", async () => {
    const room = await createRoom();
    const step = (userId: string) => updateUser(as(room, "owner"), { userId, changes: { role: "admin" } });
    await expect(step(room.owner.id)).rejects.toMatchObject({ code: "rule" });

    const second = await room.person("owner", "Kedua");
    const both = await Promise.allSettled([
      suspendUser(room.as(room.owner.actor), { userId: second.id }),
      suspendUser(room.as(second.actor), { userId: room.owner.id }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { users } = await listUsers(as(room, "owner"));
    expect(users.filter(({ role, status }) => role === "owner" && status !== "suspended")).toHaveLength(1);
  });

  test("does not let anybody suspend themselves", async () => {
    const room = await createRoom();
    await room.person("owner", "Kedua");
    await expect(suspendUser(as(room, "owner"), { userId: room.owner.id })).rejects.toMatchObject({ code: "rule" });
  });
});
