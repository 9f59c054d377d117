import { describe, expect, test } from "bun:test";
import { createApp } from "@/backend/app";
import { openDomainWorld } from "@/backend/testing/domain-world";
import { type SignedIn, signIn } from "@/backend/testing/sign-in";
import { testClock } from "@/backend/testing/test-database";
import { createShowroom, createTestDeps } from "@/backend/testing/test-showroom";

const PATH = "/dashboard/pengaturan/domain";
const clock = { now: () => new Date() };
const world = await openDomainWorld(testClock());
const deps = await createTestDeps({ domains: world.deps, clock });
const app = createApp(deps);

async function newOwner() {
  const room = await createShowroom(deps);
  return { room, owner: await signIn(deps, room, "owner") };
}

async function open({ pageHeaders }: SignedIn, path = PATH) {
  const response = await app.request(`http://${pageHeaders.host}${path}`, { headers: pageHeaders });
  return { status: response.status, html: await response.text() };
}

async function post({ pageHeaders }: SignedIn, path: string, fields: Record<string, string> = {}) {
  const response = await app.request(`http://${pageHeaders.host}${path}`, {
    method: "POST",
    headers: pageHeaders,
    body: new URLSearchParams(fields),
  });
  return { status: response.status, location: response.headers.get("location"), html: await response.text() };
}

describe("the wizard", () => {
  test("goes from the name to the records, the checks and the domain that serves", async () => {
    const { owner } = await newOwner();
    expect((await open(owner)).html).toContain("Nama domain");

    expect(await post(owner, PATH, { customDomain: "https://WWW.Mobil-Wizard.com/" })).toMatchObject({
      status: 303,
      location: PATH,
    });
    const records = (await open(owner)).html;
    const token = /[0-9a-f]{40}/.exec(records)?.[0] ?? "";
    for (const text of ["_autoleads", "_autoleads.mobil-wizard.com", "Menunggu verifikasi", token]) {
      expect(records).toContain(text);
    }

    await post(owner, `${PATH}/periksa`);
    const missing = (await open(owner)).html;
    expect(missing).toContain(`TXT _autoleads.mobil-wizard.com = ${token}`);
    expect(missing).toContain("Belum benar");

    world.zone.set("_autoleads.mobil-wizard.com", { txt: [token] });
    for (const host of ["mobil-wizard.com", "www.mobil-wizard.com"])
      world.web.set(host, { type: "tokens", tokens: [token] });
    await post(owner, `${PATH}/periksa`);
    const serving = (await open(owner)).html;
    expect(serving).toContain("Terverifikasi");
    expect(serving).toContain("Sementara (307)");

    expect((await open(owner, `${PATH}/lepas`)).html).toContain("Lepas www.mobil-wizard.com?");
    expect((await post(owner, `${PATH}/lepas`)).status).toBe(303);
    expect((await open(owner)).html).toContain("Nama domain");
  });

  test("keeps what was typed and says at the field what is wrong", async () => {
    const { owner } = await newOwner();
    const { status, html } = await post(owner, PATH, { customDomain: "bukan domain <b>" });
    expect(status).toBe(422);
    expect(html).toContain('value="bukan domain &lt;b&gt;"');
    expect(html).toMatch(/aria-invalid="true"[^>]*aria-describedby="[^"]*f-customDomain-error/);
    expect(html).toContain('id="f-customDomain-error"');
  });

  test("of two showrooms with one domain tells the second, without naming the first", async () => {
    const [first, second] = [await newOwner(), await newOwner()];
    await post(first.owner, PATH, { customDomain: "mobil-rebut.com" });
    const token = /[0-9a-f]{40}/.exec((await open(first.owner)).html)?.[0] ?? "";
    world.zone.set("_autoleads.mobil-rebut.com", { txt: [token] });
    world.web.set("mobil-rebut.com", { type: "tokens", tokens: [token] });
    await post(first.owner, `${PATH}/periksa`);

    const { status, html } = await post(second.owner, PATH, { customDomain: "mobil-rebut.com" });
    expect(status).toBe(422);
    expect(html).toContain("sudah dipakai akun AutoLeads lain");
    expect(html).not.toContain(first.room.tenant.name);
    expect(html).not.toContain(first.room.tenant.subdomain);
  });

  test("without a domain has nothing to check and nothing to give back", async () => {
    const { owner } = await newOwner();
    expect((await post(owner, `${PATH}/periksa`)).status).toBe(303);
    expect((await open(owner, `${PATH}/lepas`)).status).toBe(404);
  });
});

test("the domain is the owner's: nobody else sees or changes it", async () => {
  const { room } = await newOwner();
  for (const role of ["admin", "sales"] as const) {
    const person = await signIn(deps, room, role);
    expect((await open(person)).status).toBe(403);
    expect((await post(person, PATH, { customDomain: "mobil.com" })).status).toBe(403);
  }
});
