import { Card, PageHeader } from "../ui/card";
import { Alert } from "../ui/feedback";
import { PhotoManager, type PhotoManagerProps } from "./photo-manager";

export type PhotosPageProps = PhotoManagerProps & {
  /** "Avanza 2020 Hitam #A01" */
  carName: string;
  /** Files of the last upload that were not taken, each with its sentence. */
  refused?: readonly { fileName: string; message: string }[];
};

export function PhotosPage({ carName, refused = [], ...manager }: PhotosPageProps) {
  return (
    <>
      <PageHeader
        title="Foto unit"
        description={manager.mayEdit ? "Geser untuk mengurutkan. Foto pertama menjadi sampul di website." : undefined}
        back={{ href: `/dashboard/stok/${manager.carId}`, label: carName }}
      />
      <div className="stack">
        {refused.length > 0 && (
          <Alert tone="danger" title={`${refused.length} foto tidak bisa dipakai`}>
            <ul className="mt-1 list-disc pl-4">
              {refused.map(({ fileName, message }) => (
                <li key={fileName + message}>
                  {fileName && <strong className="break-all">{fileName}: </strong>}
                  {message}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        <Card>
          <PhotoManager {...manager} />
        </Card>
      </div>
    </>
  );
}
