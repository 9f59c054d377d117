import { type Context, Hono } from "hono";
import {
  type AssistantSettings,
  getAssistantSettings,
  listSettingsVersions,
  restoreSettingsVersion,
  updateAssistantSettings,
} from "@/backend/features/assistant";
import { NotFoundError } from "@/backend/platform/errors";
import { AssistantHistoryPage } from "@/frontend/dashboard/settings/assistant-history-page";
import { PROVIDERS } from "@/frontend/dashboard/settings/assistant-labels";
import { AssistantPage, type AssistantValues } from "@/frontend/dashboard/settings/assistant-page";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";
import { historyOf } from "./assistant-history";
import { type PostedForm, readForm, wrongFields } from "./form";

const PATH = "/dashboard/pengaturan/asisten";
const SWITCHES = ["customerChat", "staffCommands", "negotiationHints", "testDriveBooking", "photoSending"] as const;
const MOST_VERSIONS = 50;

export function assistantPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const show = async (c: Context<DashboardEnv>, typed: AssistantValues | null, errors: Record<string, string> = {}) => {
    const { version, settings } = await getAssistantSettings(c.var.ctx);
    const children = (
      <AssistantPage
        values={typed ?? valuesOf(settings)}
        errors={errors}
        version={version}
        providers={providersOf(deps)}
      />
    );
    return dashboardPage(c, deps, { title: "Asisten", active: "pengaturan", status: typed ? 422 : 200, children });
  };

  return new Hono<DashboardEnv>()
    .get("/", (c) => show(c, null))
    .post("/", async (c) => {
      const values = readValues(await readForm(c));
      const errors = await wrongFields(() => updateAssistantSettings(c.var.ctx, toSettings(values)));
      if (errors) return show(c, values, byFormField(errors));
      return seeOther(c, PATH, { kind: "ok", text: "Pengaturan asisten tersimpan dan langsung dipakai." });
    })
    .get("/riwayat", async (c) => {
      const versions = await listSettingsVersions(c.var.ctx, MOST_VERSIONS + 1);
      const entries = historyOf(versions).slice(0, MOST_VERSIONS);
      const children = <AssistantHistoryPage entries={entries} timezone={c.var.tenant.timezone} />;
      return dashboardPage(c, deps, { title: "Riwayat asisten", active: "pengaturan", children });
    })
    .post("/riwayat/:version/pulihkan", async (c) => {
      const version = Number(c.req.param("version"));
      if (!Number.isInteger(version)) throw new NotFoundError("settings version");
      await restoreSettingsVersion(c.var.ctx, version);
      return seeOther(c, `${PATH}/riwayat`, { kind: "ok", text: `Versi ${version} dipakai lagi.` });
    });
}

/** Only those this installation has a key for can be chosen. */
function providersOf(deps: DashboardDeps) {
  const { GEMINI_API_KEY, ZAI_API_KEY } = deps.env;
  const isMissing: Record<string, boolean> = { gemini: !GEMINI_API_KEY, zai: !ZAI_API_KEY };
  return Object.entries(PROVIDERS).map(([value, label]) => ({
    value,
    label: isMissing[value] ? `${label} (belum ada kuncinya di server)` : label,
    isDisabled: isMissing[value] ?? false,
  }));
}

function valuesOf(settings: AssistantSettings): AssistantValues {
  return {
    ...settings,
    temperature: String(settings.temperature).replace(".", ","),
    maxOutputTokens: String(settings.maxOutputTokens),
    escalationWords: settings.escalationWords.join("\n"),
  };
}

function readValues({ text }: PostedForm): AssistantValues {
  const [
    customerChat = false,
    staffCommands = false,
    negotiationHints = false,
    testDriveBooking = false,
    photoSending = false,
  ] = SWITCHES.map((name) => text(name) === "1");
  return {
    name: text("name"),
    personality: text("personality"),
    welcomeMessage: text("welcomeMessage"),
    ...{ customerChat, staffCommands, negotiationHints, testDriveBooking, photoSending },
    afterHoursText: text("afterHoursText"),
    temperature: text("temperature"),
    maxOutputTokens: text("maxOutputTokens"),
    provider: text("provider"),
    extraKnowledge: text("extraKnowledge"),
    escalationWords: text("escalationWords"),
  };
}

/** Numbers as people type them ("0,3", "1.000"); the verb says what is wrong with the rest. */
function toSettings({ temperature, maxOutputTokens, escalationWords, ...values }: AssistantValues) {
  return {
    ...values,
    temperature: temperature.trim() === "" ? Number.NaN : Number(temperature.trim().replace(",", ".")),
    maxOutputTokens: maxOutputTokens.trim() === "" ? Number.NaN : Number(maxOutputTokens.replace(/[.\s]/g, "")),
    escalationWords: escalationWords
      .split(/[\n,]/)
      .map((word) => word.trim())
      .filter(Boolean),
  };
}

/** "escalationWords.3" belongs to the whole list. */
function byFormField(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, sentence]) => [field.split(".")[0] ?? field, sentence]),
  );
}
