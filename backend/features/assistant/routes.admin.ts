import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { TenantProfile } from "@/backend/features/tenants";
import { type AdminEnv, adminFailures, adminRouter, jsonBody, okJson } from "@/backend/http/admin-api";
import type { Ctx } from "@/backend/platform/ctx";
import {
  getAssistantSettings,
  listSettingsVersions,
  restoreSettingsVersion,
  updateAssistantSettings,
} from "./assistant-settings";
import { assistantChangesSchema, assistantSettingsSchema } from "./settings";

/** The bot's test chat, handed in: the assistant does not know the bot. */
export type TestChatDoor = {
  testChat(
    ctx: Ctx,
    tenant: TenantProfile,
    input: { text: string; chatId: string; memory?: unknown },
  ): Promise<Record<string, unknown>>;
};

const tags = ["Settings: assistant"];
const versioned = z.object({ version: z.number(), settings: assistantSettingsSchema }).openapi("AssistantSettings");
const oldVersion = z
  .object({ version: z.number(), settings: assistantSettingsSchema, actor: z.unknown(), createdAt: z.string() })
  .openapi("AssistantSettingsVersion");
const testChatInput = z.object({
  text: z.string("Tulis pesannya.").trim().min(1, "Tulis pesannya.").max(1_000, "Paling panjang 1.000 huruf."),
  /** Of this test conversation; budgets of models are counted by it. */
  chatId: z.uuid("Bukan id percakapan."),
  /** What the answer before gave back. */
  memory: z.unknown().optional(),
});
const testChatAnswer = z
  .object({
    reply: z.string(),
    images: z.number(),
    intents: z.array(z.string()),
    confidence: z.number(),
    slots: z.unknown(),
    facts: z.unknown(),
    isModelCalled: z.boolean(),
    memory: z.unknown(),
  })
  .openapi("TestChatAnswer");

/** Settings of the assistant with their versions, and the chat to try them; under /settings/ai. */
export function adminAssistantRoutes({ testChat }: TestChatDoor): OpenAPIHono<AdminEnv> {
  return adminRouter()
    .openapi(
      createRoute({
        method: "get",
        path: "/",
        tags,
        summary: "The assistant's settings",
        responses: { 200: okJson(versioned), ...adminFailures },
      }),
      async (c) => c.json({ success: true as const, data: await getAssistantSettings(c.get("ctx")) }, 200),
    )
    .openapi(
      createRoute({
        method: "put",
        path: "/",
        tags,
        summary: "Change some settings; the others stay",
        request: { body: jsonBody(assistantChangesSchema) },
        responses: { 200: okJson(versioned), ...adminFailures },
      }),
      async (c) => {
        const data = await updateAssistantSettings(c.get("ctx"), c.req.valid("json"));
        return c.json({ success: true as const, data }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/versions",
        tags,
        summary: "Who changed what, newest first",
        responses: { 200: okJson(z.array(oldVersion)), ...adminFailures },
      }),
      async (c) => {
        const versions = await listSettingsVersions(c.get("ctx"));
        const data = versions.map((entry) => ({ ...entry, createdAt: entry.createdAt.toISOString() }));
        return c.json({ success: true as const, data }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/versions/{version}/restore",
        tags,
        summary: "Make an earlier version the present one",
        request: { params: z.object({ version: z.coerce.number().int() }) },
        responses: { 200: okJson(versioned), ...adminFailures },
      }),
      async (c) => {
        const data = await restoreSettingsVersion(c.get("ctx"), c.req.valid("param").version);
        return c.json({ success: true as const, data }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/test-chat",
        tags,
        summary: "Answer as a customer would be answered; nothing is written",
        request: { body: jsonBody(testChatInput) },
        responses: { 200: okJson(testChatAnswer), ...adminFailures },
      }),
      async (c) => {
        const answer = await testChat(c.get("ctx"), c.get("tenant"), c.req.valid("json"));
        return c.json({ success: true as const, data: testChatAnswer.parse(answer) }, 200);
      },
    );
}
