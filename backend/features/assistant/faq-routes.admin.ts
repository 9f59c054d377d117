import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { type AdminEnv, adminFailures, adminRouter, jsonBody, okJson } from "@/backend/http/admin-api";
import { createFaq, deleteFaq, faqInput, getFaq, listFaqs, orderFaqs, updateFaq } from "./faqs";

const tags = ["FAQ"];
const faqView = z
  .object({ id: z.string(), question: z.string(), answer: z.string(), position: z.number() })
  .openapi("Faq");
const params = z.object({ id: z.string() });
const orderInput = z.object({ faqIds: z.array(z.uuid("Bukan id FAQ.")) });
/** CRUD and order of the questions the assistant answers by itself. */
export function adminFaqRoutes(): OpenAPIHono<AdminEnv> {
  return adminRouter()
    .openapi(
      createRoute({
        method: "get",
        path: "/",
        tags,
        summary: "FAQs in their order",
        responses: { 200: okJson(z.array(faqView)), ...adminFailures },
      }),
      async (c) => c.json({ success: true as const, data: await listFaqs(c.get("ctx")) }, 200),
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/",
        tags,
        summary: "Add an FAQ",
        request: { body: jsonBody(faqInput) },
        responses: { 201: okJson(faqView, "Created"), ...adminFailures },
      }),
      async (c) => c.json({ success: true as const, data: await createFaq(c.get("ctx"), c.req.valid("json")) }, 201),
    )
    .openapi(
      createRoute({
        method: "put",
        path: "/order",
        tags,
        summary: "All FAQs in a new order",
        request: { body: jsonBody(orderInput) },
        responses: { 200: okJson(z.array(faqView)), ...adminFailures },
      }),
      async (c) => {
        const { faqIds } = c.req.valid("json");
        return c.json({ success: true as const, data: await orderFaqs(c.get("ctx"), faqIds) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/{id}",
        tags,
        summary: "One FAQ",
        request: { params },
        responses: { 200: okJson(faqView), ...adminFailures },
      }),
      async (c) => c.json({ success: true as const, data: await getFaq(c.get("ctx"), c.req.valid("param").id) }, 200),
    )
    .openapi(
      createRoute({
        method: "put",
        path: "/{id}",
        tags,
        summary: "Change an FAQ",
        request: { params, body: jsonBody(faqInput) },
        responses: { 200: okJson(faqView), ...adminFailures },
      }),
      async (c) => {
        const data = await updateFaq(c.get("ctx"), c.req.valid("param").id, c.req.valid("json"));
        return c.json({ success: true as const, data }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/{id}",
        tags,
        summary: "Delete an FAQ",
        request: { params },
        responses: { 200: okJson(z.null()), ...adminFailures },
      }),
      async (c) => {
        await deleteFaq(c.get("ctx"), c.req.valid("param").id);
        return c.json({ success: true as const, data: null }, 200);
      },
    );
}
