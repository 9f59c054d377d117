import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button, LinkButton } from "./button";
import { fieldId } from "./field";

/** Values a form carries along unseen. */
export function HiddenFields({ fields }: { fields: Record<string, string | readonly string[]> }) {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : value).map((one) => [name, one] as const),
  );
  return pairs.map(([name, value]) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />);
}

export type FormErrorsProps = {
  /** Field name → sentence. Empty: nothing is shown. */
  errors: Record<string, string>;
  /** Field name → label. A field without a label of its own (a rule about the whole) shows its sentence alone. */
  labels?: Record<string, string>;
  /** Instead of "Belum bisa disimpan …". */
  title?: string;
};

/** On top of a form that came back with 422: what is wrong, each with a link to its field. */
export function FormErrors({ errors, labels = {}, title }: FormErrorsProps) {
  const wrong = Object.entries(errors);
  if (wrong.length === 0) return null;
  return (
    <div className="alert alert-danger" role="alert" tabIndex={-1}>
      <TriangleAlert aria-hidden="true" />
      <div className="min-w-0">
        <p className="font-semibold">{title ?? `Belum bisa disimpan. Periksa ${wrong.length} isian ini:`}</p>
        <ul className="mt-1 list-disc pl-4">
          {wrong.map(([name, sentence]) => (
            <li key={name}>
              {labels[name] ? (
                <a className="underline" href={`#${fieldId(name)}`}>
                  {labels[name]}
                </a>
              ) : null}
              {labels[name] ? ": " : ""}
              {sentence}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export type ConfirmFormProps = {
  /** Where the form posts to. */
  action: string;
  /** The question itself: "Hapus Avanza 2020 Hitam #A01?" */
  title: ReactNode;
  /** What will happen and whether it can be undone. */
  children: ReactNode;
  submitLabel: string;
  cancelHref: string;
  /** Default: danger. */
  tone?: "danger" | "primary";
  fields?: Record<string, string | readonly string[]>;
};

/** A page's only content when something dangerous is asked for: the question, what follows, yes or back. */
export function ConfirmForm({
  action,
  title,
  children,
  submitLabel,
  cancelHref,
  tone = "danger",
  fields = {},
}: ConfirmFormProps) {
  return (
    <form method="post" action={action} className="card mx-auto max-w-xl">
      <HiddenFields fields={fields} />
      <div className="card-body stack">
        <h1 className="text-lg">{title}</h1>
        <div>{children}</div>
        <div className="form-actions">
          <Button variant={tone}>{submitLabel}</Button>
          <LinkButton href={cancelHref}>Batal</LinkButton>
        </div>
      </div>
    </form>
  );
}
