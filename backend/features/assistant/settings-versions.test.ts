import { describe, expect, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { ForbiddenError, NotFoundError } from "@/backend/platform/errors";
import { createTenant, openTestDatabase, salesPerson, testCtx } from "@/backend/testing/test-database";
import {
  assistantSettingsSchema,
  getAssistantSettings,
  listSettingsVersions,
  restoreSettingsVersion,
  settingsChanges,
  updateAssistantSettings,
} from "./index";

const db = await openTestDatabase();
const showroom = async () => testCtx(db, await createTenant(db));

describe("the history of the assistant's settings", () => {
  test("restoring makes the old version the present one without losing those between", async () => {
    const ctx = await showroom();
    await updateAssistantSettings(ctx, { name: "Rina" });
    await updateAssistantSettings(ctx, { name: "Sari", temperature: 0.5 });
    await restoreSettingsVersion(ctx, 1);
    expect(await getAssistantSettings(ctx)).toMatchObject({ version: 3, settings: { name: "Rina", temperature: 0.3 } });
    expect((await listSettingsVersions(ctx)).map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  test("what a showroom began with is a version too", async () => {
    const ctx = await showroom();
    const settings = { name: "Dara" };
    await withTenant(ctx, (tx) => tx.aiSettings.create({ data: { tenantId: ctx.tenant.id, version: 1, settings } }));
    await updateAssistantSettings(ctx, { name: "Rina" });
    expect((await listSettingsVersions(ctx)).map(({ settings: { name } }) => name)).toEqual(["Rina", "Dara"]);
    await restoreSettingsVersion(ctx, 1);
    expect((await getAssistantSettings(ctx)).settings.name).toBe("Dara");
  });

  test("only what is given changes; a wrong value is told at its field", async () => {
    const ctx = await showroom();
    await updateAssistantSettings(ctx, { name: "Rina", photoSending: false });
    await updateAssistantSettings(ctx, { welcomeMessage: "Halo" });
    expect((await getAssistantSettings(ctx)).settings).toMatchObject({ name: "Rina", photoSending: false });
    expect(updateAssistantSettings(ctx, { temperature: 3, provider: "lain" })).rejects.toMatchObject({
      fields: { temperature: "Isi angka antara 0 dan 1.", provider: "Pilih salah satu." },
    });
  });

  test("the difference of two versions is what was changed", () => {
    const before = assistantSettingsSchema.parse({});
    const after = { ...before, name: "Rina", escalationWords: ["polisi", "hukum"] };
    expect(settingsChanges(before, after)).toEqual([
      { key: "name", before: "Asisten", after: "Rina" },
      { key: "escalationWords", before: "", after: "polisi, hukum" },
    ]);
  });

  test("another showroom's version does not exist here, and sales may not", async () => {
    const other = await showroom();
    await updateAssistantSettings(other, { name: "Rina" });
    const ctx = await showroom();
    expect(restoreSettingsVersion(ctx, 1)).rejects.toBeInstanceOf(NotFoundError);
    expect(restoreSettingsVersion({ ...other, actor: salesPerson }, 1)).rejects.toBeInstanceOf(ForbiddenError);
  });
});
