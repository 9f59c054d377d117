import { expect, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { AppError, ValidationError } from "@/backend/platform/errors";
import { createTestDeps } from "@/backend/testing/test-showroom";
import { issueOperatorLink, registerShowroom } from ".";
import { findPasswordLink } from "./passwords/set-password-by-link";

const deps = await createTestDeps();
const maju = { name: "Maju Motor", ownerName: "Pak Hadi", ownerEmail: "hadi@maju.id", ownerWhatsapp: "0812-3456-0000" };

test("a showroom begins with its owner and a link that only they need", async () => {
  const { tenantId, link } = await registerShowroom(deps, { ...maju, subdomain: "maju-motor" });
  expect(link.url).toStartWith("http://maju-motor.localhost:3000/dashboard/atur-sandi/");
  const users = await withTenant({ db: deps.db, tenant: { id: tenantId } }, (tx) => tx.user.findMany());
  expect(users.map(({ role, email, whatsappNumber }) => [role, email, whatsappNumber])).toEqual([
    ["owner", "hadi@maju.id", "6281234560000"],
  ]);
});

test("an address that is taken, kept for ourselves or no name is refused, and nothing is made", async () => {
  await registerShowroom(deps, { ...maju, subdomain: "jaya" });
  await expect(registerShowroom(deps, { ...maju, subdomain: "jaya" })).rejects.toBeInstanceOf(AppError);
  for (const subdomain of ["www", "Maju Motor", "-x-", "api"]) {
    await expect(registerShowroom(deps, { ...maju, subdomain })).rejects.toBeInstanceOf(ValidationError);
  }
  expect(await deps.db.prisma.tenant.count({ where: { subdomain: { in: ["www", "api"] } } })).toBe(0);
});

test("an owner who has lost the password gets a new link from the operator, and the old one dies", async () => {
  const { tenantId, link } = await registerShowroom(deps, { ...maju, subdomain: "lupa" });
  const again = await issueOperatorLink(deps, { subdomain: "lupa", email: " Hadi@Maju.id " });
  const ctx = {
    ...{ tenant: { id: tenantId }, actor: { type: "visitor" as const }, db: deps.db, clock: deps.clock },
    requestId: "test",
  };
  const tokenOf = (url: string) => url.split("/").at(-1) ?? "";
  expect(await findPasswordLink(ctx, { token: tokenOf(again.url) })).not.toBeNull();
  expect(await findPasswordLink(ctx, { token: tokenOf(link.url) })).toBeNull();
  await expect(issueOperatorLink(deps, { subdomain: "lupa", email: "x@y.id" })).rejects.toThrow();
});
