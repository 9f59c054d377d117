import type { Context } from "hono";
import { getCar } from "@/backend/features/cars";
import { editPhoto, getPhoto } from "@/backend/features/photos";
import { AppError, type FieldErrors, ValidationError } from "@/backend/platform/errors";
import { MaskEditorPage } from "@/frontend/dashboard/photos/mask-editor-page";
import { photosHref } from "@/frontend/dashboard/photos/photo-item";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";
import { fieldsOfEdits, readEditForm } from "./edit-form";
import { formOf } from "./form-of";

type Page = Context<DashboardEnv>;
type Problem = { values: Record<string, string>; errors: FieldErrors; status: 409 | 422 };

export async function showEditor(c: Page, deps: DashboardDeps, problem?: Problem): Promise<Response> {
  const { ctx } = c.var;
  const key = { carId: c.req.param("carId") ?? "", photoId: c.req.param("photoId") ?? "" };
  const [car, photo] = await Promise.all([getCar(ctx, { carId: key.carId }), getPhoto(ctx, key)]);
  return dashboardPage(c, deps, {
    title: "Edit foto",
    active: "stok",
    scripts: ["mask-editor.js"],
    status: problem?.status ?? 200,
    children: (
      <MaskEditorPage
        {...key}
        carName={car.publicName}
        number={photo.position + 1}
        revision={photo.revision}
        edits={photo.edits}
        suggestedMask={photo.suggestedMask}
        maskColor={c.var.tenant.primaryColor}
        values={problem?.values ?? fieldsOfEdits(photo.edits)}
        errors={problem?.errors ?? {}}
      />
    ),
  });
}

/** The form without scripts: numbers in percent. A mask that is refused comes back with what was typed. */
export async function saveEdits(c: Page, deps: DashboardDeps): Promise<Response> {
  const key = { carId: c.req.param("carId") ?? "", photoId: c.req.param("photoId") ?? "" };
  const values = textsOf(await formOf(c));
  const form = readEditForm(values);
  if (!form.ok) return showEditor(c, deps, { values, errors: form.errors, status: 422 });

  try {
    await editPhoto(c.var.ctx, deps.objectStore, { ...key, ...form.edits });
  } catch (error) {
    if (error instanceof ValidationError) {
      return showEditor(c, deps, { values, errors: inFormWords(error.fields ?? {}), status: 422 });
    }
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
    return showEditor(c, deps, { values, errors: { revision: error.userMessage }, status: 409 });
  }
  return seeOther(c, photosHref(key.carId), {
    kind: "ok",
    text: "Foto disimpan. Gambar barunya sedang disiapkan, yang lama sudah ditarik dari website.",
  });
}

function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form.entries()].map(([name, value]) => [name, typeof value === "string" ? value : ""]));
}

/** "masks.0" → the box's first field. */
function inFormWords(fields: FieldErrors): FieldErrors {
  return Object.fromEntries(
    Object.entries(fields).map(([path, sentence]) => [
      path.replace(/^(masks\.\d+|crop)(?:\.(x|y|width|height))?$/, (_all, box, side) => `${box}.${side ?? "x"}`),
      sentence,
    ]),
  );
}
