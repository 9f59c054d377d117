export type Candidate = {
  userId: string;
  name: string;
  role: "owner" | "admin" | "sales";
  branchId: string | null;
  /** Their place in the round: who was asked least recently stands first. */
  turn: number;
};

export type Asked = {
  /** Everybody who was asked in this hand-over: nobody is asked twice. */
  askedIds: ReadonlySet<string>;
  assigneeId: string | null;
  /** Branch of the car the customer looks at. */
  branchId: string | null;
};

/**
 * Who is to be asked, in order: the lead's own person, sales of the car's branch in turn, all other sales in turn, then
 * the owners, then the admins. Pure.
 */
export function orderCandidates(people: readonly Candidate[], { askedIds, assigneeId, branchId }: Asked): Candidate[] {
  const rankOf = (person: Candidate): number => {
    if (person.userId === assigneeId) return 0;
    if (person.role === "sales") return branchId !== null && person.branchId === branchId ? 1 : 2;
    return person.role === "owner" ? 3 : 4;
  };
  return people
    .filter(({ userId }) => !askedIds.has(userId))
    .sort((one, other) => rankOf(one) - rankOf(other) || one.turn - other.turn);
}

/** Sales, and whoever looks after the lead, have a few minutes; the owner is the last one and is waited for. */
export function isWaitedFor(person: Candidate, assigneeId: string | null): boolean {
  return person.role !== "sales" && person.userId !== assigneeId;
}
