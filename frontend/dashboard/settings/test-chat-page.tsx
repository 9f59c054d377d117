import { FlaskConical, RotateCcw, SendHorizontal } from "lucide-react";
import { Badge } from "../ui/badge";
import { Button, LinkButton } from "../ui/button";
import { Card, Facts } from "../ui/card";
import { EmptyState } from "../ui/feedback";
import { HiddenFields } from "../ui/form";
import { TextInput } from "../ui/text-input";
import { ChatText } from "./chat-text";
import { SETTINGS, SettingsPage } from "./settings-page";

export type TestTurn = {
  text: string;
  reply: string;
  images: number;
  intents: string[];
  confidence: number;
  isModelCalled: boolean;
  /** What the answer is made of, in words. */
  facts: { term: string; value: string }[];
};

export type TestChatPageProps = {
  turns: readonly TestTurn[];
  text: string;
  error: string | undefined;
  /** What the next answer needs of those before; carried by the form. */
  carried: Record<string, string>;
};

const EXAMPLES = [
  "Ada Avanza matic di bawah 200 juta?",
  "Bisa kredit? DP berapa?",
  "Alamatnya di mana, buka jam berapa?",
];

/** A conversation as a form: each answer is a new page with everything before it. */
export function TestChatPage({ turns, text, error, carried }: TestChatPageProps) {
  return (
    <SettingsPage
      title="Uji chat"
      description="Bertanya seperti pelanggan. Tidak ada yang terkirim, tidak ada lead yang dibuat."
      actions={
        turns.length > 0 && (
          <LinkButton href={`${SETTINGS}/uji-chat`} icon={<RotateCcw aria-hidden="true" />}>
            Mulai lagi
          </LinkButton>
        )
      }
    >
      {turns.length === 0 ? (
        <Card>
          <EmptyState icon={<FlaskConical aria-hidden="true" />} title="Coba tanyakan sesuatu">
            Misalnya: {EXAMPLES.map((example) => `“${example}”`).join(" · ")}
          </EmptyState>
        </Card>
      ) : (
        <ol className="stack">
          {turns.map((turn, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: turns are only ever added at the end
            <Turn key={index} turn={turn} isLast={index === turns.length - 1} />
          ))}
        </ol>
      )}
      <form method="post" action={`${SETTINGS}/uji-chat#terakhir`} className="card">
        <div className="card-body flex items-end gap-2">
          <HiddenFields fields={carried} />
          <div className="min-w-0 flex-1">
            <TextInput
              name="text"
              label="Pesan sebagai pelanggan"
              value={text}
              error={error}
              maxLength={1000}
              autoComplete="off"
              autoFocus={turns.length > 0}
            />
          </div>
          <Button variant="primary" icon={<SendHorizontal aria-hidden="true" />}>
            Kirim
          </Button>
        </div>
      </form>
    </SettingsPage>
  );
}

function Turn({ turn, isLast }: { turn: TestTurn; isLast: boolean }) {
  return (
    <li className="card" id={isLast ? "terakhir" : undefined}>
      <div className="card-body stack">
        <p className="ml-auto max-w-[85%] rounded-xl rounded-br-sm bg-sunken px-3 py-2 break-words whitespace-pre-line text-ink">
          <span className="sr-only">Pelanggan: </span>
          {turn.text}
        </p>
        <div className="max-w-[85%]">
          <p className="rounded-xl rounded-bl-sm border border-line px-3 py-2 break-words whitespace-pre-line text-ink">
            <span className="sr-only">Asisten: </span>
            {turn.reply ? <ChatText text={turn.reply} /> : "(tidak membalas)"}
          </p>
          {turn.images > 0 && <p className="mt-1 text-muted">+ {turn.images} foto</p>}
        </div>
        <div className="flex flex-wrap items-center gap-2 border-t border-line pt-3">
          {turn.intents.map((intent) => (
            <Badge key={intent}>{intent}</Badge>
          ))}
          <span className="text-muted">
            yakin <span className="num">{Math.round(turn.confidence * 100)}%</span>
          </span>
          <Badge tone={turn.isModelCalled ? "info" : "success"} hasDot>
            {turn.isModelCalled ? "Model dipanggil" : "Tanpa model"}
          </Badge>
        </div>
        {turn.facts.length > 0 && (
          <details>
            <summary className="link inline-flex min-h-6 items-center">Fakta yang dipakai</summary>
            <div className="mt-2">
              <Facts items={turn.facts} />
            </div>
          </details>
        )}
      </div>
    </li>
  );
}
