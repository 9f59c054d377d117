import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type FieldProps = {
  /** The form field's name; its id is `fieldId(name)`, which FormErrors links to. */
  name: string;
  label: ReactNode;
  /** A sentence under the field: the format, an example. */
  hint?: ReactNode;
  /** What is wrong, as a sentence; marks the field. */
  error?: string | undefined;
  /** Marks the label of what may be left empty with "(opsional)". */
  isOptional?: boolean;
  /** Label for screen readers only: in search bars. */
  isLabelHidden?: boolean;
  /** "wide" spans both columns of a `form-grid`. */
  className?: string;
};

/** What the control inside has to carry. */
export type ControlProps = {
  id: string;
  name: string;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
};

/** Label, hint and error around any control: `<Field name="km" label="KM">{(control) => <input {...control} />}</Field>`. */
export function Field(props: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { name, label, hint, error, isOptional, isLabelHidden, className = "", children } = props;
  const id = fieldId(name);

  return (
    <div className={`field ${className}`.trim()}>
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "field-label"}>
        {label}
        {isOptional && <span className="font-normal text-muted"> (opsional)</span>}
      </label>
      {children(controlProps(name, Boolean(hint), error))}
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      <FieldError name={name} error={error} />
    </div>
  );
}

/** "hours.mon" → "f-hours-mon" */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9]+/g, "-")}`;
}

export function controlProps(name: string, hasHint: boolean, error: string | undefined): ControlProps {
  const id = fieldId(name);
  const describedBy = [hasHint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    name,
    ...(error && { "aria-invalid": true as const }),
    ...(describedBy && { "aria-describedby": describedBy }),
  };
}

export function FieldError({ name, error }: { name: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={`${fieldId(name)}-error`} className="field-error">
      <CircleAlert aria-hidden="true" />
      {error}
    </p>
  );
}
