import { CircleCheck } from "lucide-react";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card, PageHeader } from "../ui/card";
import { Checkbox } from "../ui/choices";
import { EmptyState } from "../ui/feedback";
import { KeptForm } from "../ui/kept-form";
import { Textarea, TextInput } from "../ui/text-input";
import { Ago } from "../ui/time";
import { LEADS } from "./leads-address";

export type QuestionView = {
  id: string;
  text: string;
  reason: string;
  timesAsked: number;
  chatHref: string | null;
  lastAskedAt: string;
};

export type QuestionForm = {
  id: string;
  answer: string;
  asFaq: boolean;
  send: boolean;
  faqQuestion: string;
  errors: Record<string, string>;
};

export type QuestionsPageProps = {
  questions: QuestionView[];
  form: QuestionForm | null;
  timezone: string;
  now: string;
};

const PATH = `${LEADS}/pertanyaan`;
const REASONS: Record<string, string> = {
  ...{ unknown: "Bot belum tahu", low_confidence: "Bot ragu", model_blocked: "Jawaban ditahan", complaint: "Keluhan" },
};

/** What the assistant could not answer: the owner does, once for the customer and, if wanted, for everybody after. */
export function QuestionsPage({ questions, form, timezone, now }: QuestionsPageProps) {
  return (
    <>
      <PageHeader
        title="Pertanyaan belum terjawab"
        description="Jawaban Anda dikirim ke pelanggan, dan bisa dipakai bot untuk yang bertanya lagi."
        back={{ href: LEADS, label: "Leads" }}
      />
      {questions.length === 0 && (
        <Card>
          <EmptyState icon={<CircleCheck aria-hidden="true" />} title="Semua sudah terjawab">
            Pertanyaan yang tidak bisa dijawab bot muncul di sini.
          </EmptyState>
        </Card>
      )}
      <ul className="stack">
        {questions.map((question) => (
          <li key={question.id}>
            <Question question={question} form={form?.id === question.id ? form : null} timezone={timezone} now={now} />
          </li>
        ))}
      </ul>
    </>
  );
}

type QuestionProps = { question: QuestionView; form: QuestionForm | null; timezone: string; now: string };

function Question({ question, form, timezone, now }: QuestionProps) {
  const errors = form?.errors ?? {};
  const name = (field: string) => `${field}-${question.id}`;
  return (
    <Card>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="min-w-0 flex-1 basis-60 text-[0.9375rem] [overflow-wrap:anywhere]">“{question.text}”</h2>
        <Badge>{REASONS[question.reason] ?? "Bot belum tahu"}</Badge>
        {question.timesAsked > 1 && <Badge tone="warning">{question.timesAsked}× ditanya</Badge>}
      </div>
      <p className="mb-3 text-muted">
        <Ago at={question.lastAskedAt} now={now} timezone={timezone} />
        {question.chatHref && (
          <>
            {" · "}
            <a className="link" href={question.chatHref}>
              Buka chat
            </a>
          </>
        )}
      </p>
      <KeptForm action={`${PATH}/${question.id}/jawab`} hasCameBack={form !== null} className="flex flex-col gap-3">
        <Textarea
          name={name("answer")}
          label="Jawaban"
          value={form?.answer}
          error={errors.answer}
          rows={2}
          maxLength={1000}
        />
        {question.chatHref && (
          <Checkbox name={name("send")} label="Kirim ke pelanggan yang bertanya" isChecked={form?.send ?? true} />
        )}
        <details open={form?.asFaq ?? false}>
          <summary className="link w-fit cursor-pointer">Jadikan jawaban tetap bot (FAQ)</summary>
          <div className="mt-2 flex flex-col gap-2">
            <Checkbox name={name("asFaq")} label="Simpan sebagai FAQ" isChecked={form?.asFaq ?? false} />
            <TextInput
              name={name("faqQuestion")}
              label="Pertanyaan di FAQ"
              value={form ? form.faqQuestion : question.text}
              error={errors.faqQuestion}
              maxLength={300}
            />
          </div>
        </details>
        <div className="form-actions">
          <Button variant="primary">Simpan jawaban</Button>
          <Button formAction={`${PATH}/${question.id}/abaikan`} variant="ghost" formNoValidate>
            Abaikan
          </Button>
        </div>
      </KeptForm>
    </Card>
  );
}
