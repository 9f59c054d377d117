import { expect, test } from "bun:test";
import { type Candidate, isWaitedFor, orderCandidates } from "./order-candidates";

const person = (userId: string, turn: number, role: Candidate["role"] = "sales", branchId: string | null = null) => ({
  ...{ userId, name: userId, role, branchId, turn },
});

const people = [
  person("owner", 0, "owner"),
  person("admin", 1, "admin"),
  person("budi", 2),
  person("sari", 3, "sales", "darmo"),
  person("joko", 4, "sales", "darmo"),
  person("dewi", 5, "sales", "rungkut"),
];
const asked = (...ids: string[]) => ({ askedIds: new Set(ids), assigneeId: null, branchId: null });
const namesOf = (ordered: Candidate[]) => ordered.map(({ userId }) => userId);

test("sales come in turn, then the owner, then the admin", () => {
  expect(namesOf(orderCandidates(people, asked()))).toEqual(["budi", "sari", "joko", "dewi", "owner", "admin"]);
});

test("sales of the car's branch come before the others", () => {
  const ordered = orderCandidates(people, { ...asked(), branchId: "darmo" });
  expect(namesOf(ordered)).toEqual(["sari", "joko", "budi", "dewi", "owner", "admin"]);
});

test("the lead's own person comes first, whatever their branch, turn or role", () => {
  expect(namesOf(orderCandidates(people, { ...asked(), branchId: "darmo", assigneeId: "dewi" }))[0]).toBe("dewi");
  expect(namesOf(orderCandidates(people, { ...asked(), assigneeId: "admin" }))[0]).toBe("admin");
});

test("nobody is asked twice", () => {
  expect(namesOf(orderCandidates(people, { ...asked("budi", "owner"), assigneeId: "budi" }))).toEqual([
    ...["sari", "joko", "dewi", "admin"],
  ]);
  expect(orderCandidates(people, asked(...people.map(({ userId }) => userId)))).toEqual([]);
});

test("the owner is waited for, sales are not; an owner who looks after the lead may be busy like anybody", () => {
  expect(isWaitedFor(person("owner", 0, "owner"), null)).toBe(true);
  expect(isWaitedFor(person("admin", 0, "admin"), null)).toBe(true);
  expect(isWaitedFor(person("budi", 0), null)).toBe(false);
  expect(isWaitedFor(person("owner", 0, "owner"), "owner")).toBe(false);
});
