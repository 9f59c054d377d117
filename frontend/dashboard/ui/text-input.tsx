import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from "react";
import { Field, type FieldProps } from "./field";

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "value" | "className" | "prefix" | "id">;

export type TextInputProps = FieldProps &
  Native & {
    /** What was typed, as it was typed. */
    value?: string | number | null | undefined;
    /** What stands before or after the value: "Rp", "km". */
    prefix?: ReactNode;
    suffix?: ReactNode;
  };

/** One line of text. All attributes of `<input>` pass through (type, autoComplete, required, list …). */
export function TextInput(props: TextInputProps) {
  const { name, label, hint, error, isOptional, isLabelHidden, className, value, prefix, suffix, ...native } = props;
  return (
    <Field {...{ name, label, hint, error, className, isOptional, isLabelHidden }}>
      {(control) => {
        const input = <input type="text" className="input" defaultValue={value ?? ""} {...native} {...control} />;
        if (!prefix && !suffix) return input;
        return (
          <span className="input-group">
            {prefix && <span className="affix">{prefix}</span>}
            {input}
            {suffix && <span className="affix">{suffix}</span>}
          </span>
        );
      }}
    </Field>
  );
}

/** A number as people type it ("185jt", "45.000"): text with the number keyboard; the verb reads it. */
export function NumberInput({ inputMode = "numeric", autoComplete = "off", ...props }: TextInputProps) {
  return <TextInput inputMode={inputMode} autoComplete={autoComplete} {...props} />;
}

type NativeTextarea = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name" | "value" | "className" | "id">;

export type TextareaProps = FieldProps & NativeTextarea & { value?: string | null | undefined };

export function Textarea(props: TextareaProps) {
  const { name, label, hint, error, isOptional, isLabelHidden, className, value, rows = 3, ...native } = props;
  return (
    <Field {...{ name, label, hint, error, className, isOptional, isLabelHidden }}>
      {(control) => <textarea className="input" rows={rows} defaultValue={value ?? ""} {...native} {...control} />}
    </Field>
  );
}

export type FileInputProps = FieldProps & Omit<Native, "type"> & { accept: string };

/** The form around it needs `encType="multipart/form-data"`. */
export function FileInput(props: FileInputProps) {
  const { name, label, hint, error, isOptional, isLabelHidden, className, ...native } = props;
  return (
    <Field {...{ name, label, hint, error, className, isOptional, isLabelHidden }}>
      {(control) => <input className="input" {...native} type="file" {...control} />}
    </Field>
  );
}
