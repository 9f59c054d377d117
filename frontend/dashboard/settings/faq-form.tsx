import { Trash2 } from "lucide-react";
import { Button, LinkButton } from "../ui/button";
import { Card } from "../ui/card";
import { ConfirmForm, FormErrors } from "../ui/form";
import { Textarea, TextInput } from "../ui/text-input";
import { type FormState, SETTINGS, SettingsPage } from "./settings-page";

export type FaqValues = { question: string; answer: string };

const LIST = { href: `${SETTINGS}/faq`, label: "FAQ" };

export function FaqFields({ values, errors }: FormState<FaqValues>) {
  return (
    <>
      <FormErrors errors={errors} labels={{ question: "Pertanyaan", answer: "Jawaban" }} />
      <TextInput
        name="question"
        label="Pertanyaan"
        hint="Seperti pelanggan bertanya: “Bisa tukar tambah?”"
        value={values.question}
        error={errors.question}
        maxLength={300}
      />
      <Textarea name="answer" label="Jawaban" rows={4} value={values.answer} error={errors.answer} maxLength={1000} />
    </>
  );
}

export function EditFaqPage({ id, values, errors }: FormState<FaqValues> & { id: string }) {
  return (
    <SettingsPage
      title="Ubah FAQ"
      back={LIST}
      actions={
        <LinkButton href={`${LIST.href}/${id}/hapus`} variant="danger-quiet" icon={<Trash2 aria-hidden="true" />}>
          Hapus
        </LinkButton>
      }
    >
      <Card>
        <form method="post" className="stack">
          <FaqFields values={values} errors={errors} />
          <div className="form-actions">
            <Button variant="primary">Simpan</Button>
            <LinkButton href={LIST.href}>Batal</LinkButton>
          </div>
        </form>
      </Card>
    </SettingsPage>
  );
}

export function DeleteFaqPage({ id, question }: { id: string; question: string }) {
  return (
    <ConfirmForm
      action={`${LIST.href}/${id}/hapus`}
      title="Hapus FAQ ini?"
      submitLabel="Hapus FAQ"
      cancelHref={`${LIST.href}/${id}`}
    >
      <p>
        Asisten tidak lagi menjawab <strong>“{question}”</strong> dengan jawaban ini.
      </p>
    </ConfirmForm>
  );
}
