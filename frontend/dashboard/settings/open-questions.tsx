import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { KeptForm } from "../ui/kept-form";
import { Textarea, TextInput } from "../ui/text-input";
import { SETTINGS } from "./settings-page";

export type OpenQuestion = {
  id: string;
  text: string;
  timesAsked: number;
  askedLabel: string;
  /** What was typed when its form came back. */
  answer: string;
  question: string;
  errors: Record<string, string>;
};

/** What customers asked and nobody had an answer to: each becomes an FAQ with one answer. */
export function OpenQuestions({ questions }: { questions: readonly OpenQuestion[] }) {
  if (questions.length === 0) return null;
  return (
    <Card title="Menunggu jawaban Anda" description="Ditanyakan pelanggan dan belum ada jawabannya." isFlush>
      <ul className="divide-y divide-line">
        {questions.map((question) => (
          <QuestionRow key={question.id} question={question} />
        ))}
      </ul>
    </Card>
  );
}

function QuestionRow({ question }: { question: OpenQuestion }) {
  const { id, text, timesAsked, askedLabel, answer, errors } = question;
  const action = `${SETTINGS}/faq/pertanyaan/${id}`;
  const isOpen = Object.keys(errors).length > 0;
  return (
    <li className="px-4 py-3" id={`q-${id}`}>
      <details open={isOpen}>
        <summary className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 flex-1 basis-56 font-medium text-ink">“{text}”</span>
          <span className="flex items-center gap-2 text-muted">
            {timesAsked > 1 && <Badge tone="warning">{timesAsked}× ditanya</Badge>}
            {askedLabel}
          </span>
          <span className="link">Jawab</span>
        </summary>
        <KeptForm action={action} hasCameBack={isOpen} className="stack mt-3">
          <TextInput
            name={`question-${id}`}
            label="Pertanyaan di FAQ"
            value={question.question}
            error={errors.faqQuestion}
            maxLength={300}
          />
          <Textarea name={`answer-${id}`} label="Jawaban" value={answer} error={errors.answer} maxLength={1000} />
          <div className="form-actions">
            <Button variant="primary" size="sm">
              Simpan jadi FAQ
            </Button>
            <Button variant="ghost" size="sm" formAction={`${action}/abaikan`} formNoValidate>
              Abaikan
            </Button>
          </div>
        </KeptForm>
      </details>
    </li>
  );
}
