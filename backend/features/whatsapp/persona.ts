/** "tryout": staff who try the customer's side. Answered like a customer, and nobody's customer anywhere else. */
export type Persona = "customer" | "staff" | "tryout";

/**
 * Whose conversation a message belongs to. A user's number is staff, everybody else a customer. Staff who wrote
 * "mode pelanggan" try out until they write "mode staf", which itself is already for the staff side.
 */
export function personaOf(user: { customerMode: boolean } | null, text: string): Persona {
  if (!user) return "customer";
  return user.customerMode && !wantsStaffMode(text) ? "tryout" : "staff";
}

export function wantsCustomerMode(text: string): boolean {
  return /^\s*\/?mode\s+(pelanggan|customer)\s*$/i.test(text);
}

export function wantsStaffMode(text: string): boolean {
  return /^\s*\/?mode\s+sta(f|ff)\s*$/i.test(text);
}
