import { Field } from "../ui/field";

type ColorFieldProps = { name: string; label: string; hint: string; value: string; error: string | undefined };

/** The browser's own colour picker. What is no colour (typed by a program) is shown as text, to be mended. */
export function ColorField({ name, label, hint, value, error }: ColorFieldProps) {
  const isColor = /^#[0-9a-f]{6}$/i.test(value);
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          type={isColor ? "color" : "text"}
          defaultValue={value}
          className={isColor ? "input h-11 cursor-pointer p-1" : "input"}
        />
      )}
    </Field>
  );
}
