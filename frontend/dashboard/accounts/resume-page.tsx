import { Button, LinkButton } from "../ui/button";
import { Alert } from "../ui/feedback";
import { Door } from "./door";

export type ResumePageProps = {
  showroomName: string;
  userName: string;
  /** Where the form went when its session had ended. */
  action: string;
  fields: readonly (readonly [string, string])[];
  discardHref: string;
  hasLostFiles: boolean;
};

/** After logging in again: what was typed before is still here and is sent by a click. */
export function ResumePage({ showroomName, userName, action, fields, discardHref, hasLostFiles }: ResumePageProps) {
  return (
    <Door
      showroomName={showroomName}
      title="Kirim isian Anda"
      description={`Anda sudah masuk sebagai ${userName}. Isian tadi belum tersimpan.`}
    >
      {hasLostFiles && (
        <Alert tone="warning">Foto atau berkas tidak ikut terbawa. Pilih lagi setelah isian terkirim.</Alert>
      )}
      <form method="post" action={action} className="stack">
        {fields.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a form may send the same pair twice
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <Button variant="primary" className="w-full">
          Kirim sekarang
        </Button>
        <LinkButton href={discardHref} variant="ghost" className="w-full">
          Buang isian ini
        </LinkButton>
      </form>
    </Door>
  );
}
