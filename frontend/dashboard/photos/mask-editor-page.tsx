import { Card, PageHeader } from "../ui/card";
import type { MaskEditorProps } from "./editor/mask-editor";
import { MaskForm, type MaskFormProps } from "./mask-form";
import { photosHref } from "./photo-item";

export type MaskEditorPageProps = MaskEditorProps &
  Pick<MaskFormProps, "values" | "errors"> & {
    carName: string;
    /** Place among the car's photos, from 1. */
    number: number;
  };

/** The form works by itself; the island "mask-editor.js" puts the drawing board in its place. */
export function MaskEditorPage({ carName, number, values, errors, ...editor }: MaskEditorPageProps) {
  const { carId, photoId, revision, suggestedMask } = editor;
  return (
    <>
      <PageHeader
        title={`Edit foto ${number}`}
        description="Tutup plat nomor, putar, atau potong. Yang ditutup benar-benar hilang dari semua ukuran foto di website."
        back={{ href: photosHref(carId), label: `Foto ${carName}` }}
      />
      <Card>
        <div data-island="mask-editor" data-props={JSON.stringify(editor)}>
          <MaskForm {...{ carId, photoId, revision, suggestedMask, values, errors }} />
        </div>
      </Card>
    </>
  );
}
