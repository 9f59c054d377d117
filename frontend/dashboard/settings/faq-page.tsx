import { ArrowDown, ArrowUp, MessageCircleQuestion } from "lucide-react";
import { Button, LinkButton } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/feedback";
import { HiddenFields } from "../ui/form";
import { KeptForm } from "../ui/kept-form";
import { FaqFields, type FaqValues } from "./faq-form";
import { type OpenQuestion, OpenQuestions } from "./open-questions";
import { type FormState, SETTINGS, SettingsPage } from "./settings-page";

export type FaqPageProps = FormState<FaqValues> & {
  faqs: { id: string; question: string; answer: string }[];
  questions: OpenQuestion[];
};

const PATH = `${SETTINGS}/faq`;

export function FaqPage({ faqs, questions, values, errors }: FaqPageProps) {
  return (
    <SettingsPage title="FAQ" description="Asisten menjawab dengan kata-kata Anda sendiri, tanpa model bahasa.">
      <OpenQuestions questions={questions} />
      <Card title="Jawaban siap pakai" isFlush={faqs.length > 0}>
        {faqs.length === 0 ? (
          <EmptyState icon={<MessageCircleQuestion aria-hidden="true" />} title="Belum ada FAQ" headingLevel={3}>
            Mulai dari yang paling sering ditanya: syarat kredit, tukar tambah, garansi, antar luar kota.
          </EmptyState>
        ) : (
          <ol className="divide-y divide-line">
            {faqs.map((faq, index) => (
              <FaqRow key={faq.id} faq={faq} isFirst={index === 0} isLast={index === faqs.length - 1} />
            ))}
          </ol>
        )}
      </Card>
      <Card title="Tambah FAQ" id="tambah">
        <KeptForm action={`${PATH}#tambah`} hasCameBack={Object.keys(errors).length > 0} className="stack">
          <FaqFields values={values} errors={errors} />
          <div className="form-actions">
            <Button variant="primary">Tambah</Button>
          </div>
        </KeptForm>
      </Card>
    </SettingsPage>
  );
}

type RowProps = { faq: FaqPageProps["faqs"][number]; isFirst: boolean; isLast: boolean };

function FaqRow({ faq, isFirst, isLast }: RowProps) {
  return (
    <li id={`faq-${faq.id}`} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium text-ink">{faq.question}</p>
        <p className="line-clamp-3 whitespace-pre-line text-muted">{faq.answer}</p>
      </div>
      <div className="form-actions">
        <Move id={faq.id} direction="up" label={`Naikkan: ${faq.question}`} isDisabled={isFirst} />
        <Move id={faq.id} direction="down" label={`Turunkan: ${faq.question}`} isDisabled={isLast} />
        <LinkButton href={`${PATH}/${faq.id}`} size="sm" aria-label={`Ubah: ${faq.question}`}>
          Ubah
        </LinkButton>
      </div>
    </li>
  );
}

type MoveProps = { id: string; direction: "up" | "down"; label: string; isDisabled: boolean };

function Move({ id, direction, label, isDisabled }: MoveProps) {
  const Arrow = direction === "up" ? ArrowUp : ArrowDown;
  return (
    <form method="post" action={`${PATH}/${id}/urut`}>
      <HiddenFields fields={{ direction }} />
      <Button variant="ghost" size="sm" aria-label={label} disabled={isDisabled}>
        <Arrow aria-hidden="true" />
      </Button>
    </form>
  );
}
