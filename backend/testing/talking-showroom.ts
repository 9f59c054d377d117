import { type TestChatAnswer, testChat } from "@/backend/features/bot/test-chat";
import { addListedCar } from "@/backend/features/cars/test-cars";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { fillFaqs, fillStock } from "./customer-stock";
import { owner, testClock, testCtx } from "./test-database";
import { createShowroom, createTestDeps } from "./test-showroom";

/** The Monday after the clock's Friday. */
const HOLIDAY = { date: "2026-11-23", name: "Libur Bersama", hours: [] };

/**
 * The showroom of the dialogues with a branch (Cabang Rungkut, Sundays only until noon) where the Ertiga #E01 stands,
 * and a booked HR-V #H01. `talk()` is a new customer: says what the assistant answers, and writes nothing.
 */
export async function talkingShowroom() {
  // Friday, 10.00 in Jakarta: open until 18.00.
  const clock = testClock();
  const deps = await createTestDeps({ clock });
  const room = await createShowroom(deps);
  await fillFaqs(deps, room);
  await fillStock(deps, room);
  const branchId = await withTenant({ db: deps.db, tenant: room.tenant }, async (tx) => {
    await tx.tenant.update({ where: { id: room.tenant.id }, data: { holidays: [HOLIDAY] } });
    const data = { tenantId: room.tenant.id, name: "Cabang Rungkut", address: "Jl. Rungkut 5", city: "Surabaya" };
    const weekdays = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "17:00"]]]));
    const hours = { ...weekdays, sat: [["10:00", "15:00"]], sun: [["10:00", "12:00"]] };
    return (
      await tx.branch.create({
        data: { ...data, mapsUrl: "https://maps.example/rungkut", phone: "628111222333", businessHours: hours },
      })
    ).id;
  });
  const ctx = testCtx(deps.db, room.tenant, owner, clock);
  await addListedCar(ctx, { plate: "L 2001 ER", brand: "Suzuki", model: "Ertiga", variant: "GX", branchId });
  const hrv = await addListedCar(ctx, { plate: "L 2002 HR", brand: "Honda", model: "HR-V", variant: "E" });
  await withTenant({ db: deps.db, tenant: room.tenant }, (tx) =>
    tx.car.updateMany({ where: { id: hrv.id }, data: { status: "booking" } }),
  );
  const tenant = await deps.directory.byId(room.tenant.id);
  if (!tenant) throw new Error("no tenant");
  const site = { tenant, siteUrl: "https://x.example" };

  function talk() {
    const chatId = crypto.randomUUID();
    let memory: unknown;
    return async (text: string): Promise<TestChatAnswer> => {
      const answer = await testChat(deps, ctx, { text, chatId, memory }, site);
      memory = answer.memory;
      return answer;
    };
  }
  return { clock, talk };
}
