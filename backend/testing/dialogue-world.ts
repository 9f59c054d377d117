import { withTenant } from "@/backend/platform/database/with-tenant";
import { fillFaqs, fillStock } from "./customer-stock";
import { testClock } from "./test-database";
import { createShowroom, createTestDeps, say, startLanes, type TestShowroom } from "./test-showroom";

let lastCustomer = 6_285_700_000_000;

/** A showroom with the stock of the dialogues, and customers who write to it over the webhook. */
export async function dialogueWorld() {
  // Friday, 10.00 in Jakarta: open until 18.00.
  const clock = testClock();
  const deps = await createTestDeps({ clock, burstDelayMs: () => 150 });
  startLanes(deps);

  async function showroom(subdomain: string): Promise<TestShowroom> {
    const created = await createShowroom(deps, { subdomain });
    await fillFaqs(deps, created);
    await fillStock(deps, created);
    return created;
  }

  const room = await showroom("surabaya");

  /** A customer nobody knows yet. */
  function customer(at: TestShowroom = room) {
    lastCustomer += 1;
    const phone = String(lastCustomer);
    return { phone, says: (text: string) => say(deps, at, phone, text) };
  }

  function inTenant<T>(work: Parameters<typeof withTenant<T>>[1], at = room): Promise<T> {
    return withTenant({ db: deps.db, tenant: at.tenant }, work);
  }

  async function imagesSentTo(phone: string): Promise<string[]> {
    const rows = await inTenant((tx) =>
      tx.message.findMany({
        where: { kind: "image", direction: "outbound", conversation: { phone } },
        orderBy: { seq: "asc" },
      }),
    );
    return rows.map(({ media }) => JSON.stringify(media));
  }

  return { clock, deps, room, showroom, customer, inTenant, imagesSentTo };
}
