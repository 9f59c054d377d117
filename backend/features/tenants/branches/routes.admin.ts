import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { type AdminEnv, adminFailures, adminRouter, jsonBody, okJson } from "@/backend/http/admin-api";
import { businessHoursSchema } from "../business-hours";
import { branchInput } from "../schemas";
import { createBranch, getBranch, listBranches, updateBranch } from "./branches";
import { deleteBranch } from "./delete-branch";

const tags = ["Branches"];
const branchView = z
  .object({
    id: z.string(),
    name: z.string(),
    address: z.string(),
    city: z.string(),
    mapsUrl: z.string(),
    phone: z.string(),
    hours: businessHoursSchema.nullable(),
    cars: z.number(),
    people: z.number(),
    devices: z.number(),
  })
  .openapi("Branch");
const params = z.object({ id: z.string() });
const body = jsonBody(branchInput);

export function adminBranchRoutes(): OpenAPIHono<AdminEnv> {
  return adminRouter()
    .openapi(
      createRoute({
        method: "get",
        path: "/",
        tags,
        summary: "Branches by name",
        responses: { 200: okJson(z.array(branchView)), ...adminFailures },
      }),
      async (c) => c.json({ success: true as const, data: await listBranches(c.get("ctx")) }, 200),
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/",
        tags,
        summary: "Add a branch",
        request: { body },
        responses: { 201: okJson(branchView, "Created"), ...adminFailures },
      }),
      async (c) => c.json({ success: true as const, data: await createBranch(c.get("ctx"), c.req.valid("json")) }, 201),
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/{id}",
        tags,
        summary: "One branch",
        request: { params },
        responses: { 200: okJson(branchView), ...adminFailures },
      }),
      async (c) =>
        c.json({ success: true as const, data: await getBranch(c.get("ctx"), c.req.valid("param").id) }, 200),
    )
    .openapi(
      createRoute({
        method: "put",
        path: "/{id}",
        tags,
        summary: "Change a branch: the whole of it",
        request: { params, body },
        responses: { 200: okJson(branchView), ...adminFailures },
      }),
      async (c) => {
        const data = await updateBranch(c.get("ctx"), c.req.valid("param").id, c.req.valid("json"));
        return c.json({ success: true as const, data }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/{id}",
        tags,
        summary: "Close a branch; its cars, people and numbers go to `moveToId` or to none",
        request: { params, query: z.object({ moveToId: z.string().optional() }) },
        responses: { 200: okJson(z.null()), ...adminFailures },
      }),
      async (c) => {
        await deleteBranch(c.get("ctx"), c.req.valid("param").id, c.req.valid("query").moveToId ?? null);
        return c.json({ success: true as const, data: null }, 200);
      },
    );
}
