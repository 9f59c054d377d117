import type { SelectHTMLAttributes } from "react";
import { Field, type FieldProps } from "./field";

export type SelectOption = { value: string; label: string; isDisabled?: boolean };

export type SelectProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, "name" | "value" | "className" | "id" | "children"> & {
    value?: string | number | null | undefined;
    options: readonly SelectOption[];
    /** The first, empty choice: "Pilih merek", "Semua status". */
    placeholder?: string;
  };

export function Select(props: SelectProps) {
  const { name, label, hint, error, isOptional, isLabelHidden, className, value, options, placeholder, ...native } =
    props;
  return (
    <Field {...{ name, label, hint, error, className, isOptional, isLabelHidden }}>
      {(control) => (
        <select className="input" defaultValue={value ?? ""} {...native} {...control}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled ?? false}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
