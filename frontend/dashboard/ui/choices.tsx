import type { InputHTMLAttributes, ReactNode } from "react";
import { controlProps, FieldError, fieldId } from "./field";

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "type" | "value" | "className" | "id">;

export type CheckboxProps = Native & {
  name: string;
  label: ReactNode;
  /** Sent when checked; default "1". */
  value?: string;
  isChecked?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
};

export function Checkbox(props: CheckboxProps) {
  return <Check {...props} />;
}

/** The same as a checkbox to the form; for settings that are on or off. */
export function Switch(props: CheckboxProps) {
  return <Check {...props} isSwitch />;
}

function Check({
  name,
  label,
  value = "1",
  isChecked,
  hint,
  error,
  isSwitch,
  ...native
}: CheckboxProps & { isSwitch?: boolean }) {
  const key = value === "1" ? name : `${name}-${value}`;
  const control = controlProps(key, Boolean(hint), error);
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          value={value}
          defaultChecked={isChecked ?? false}
          {...(isSwitch && { role: "switch", className: "switch" })}
          {...native}
          {...control}
          name={name}
        />
        <span className="min-w-0">
          <span className="font-medium">{label}</span>
          {hint && (
            <span id={`${fieldId(key)}-hint`} className="field-hint block">
              {hint}
            </span>
          )}
        </span>
      </label>
      <FieldError name={key} error={error} />
    </div>
  );
}

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; isDisabled?: boolean };

export type ChoiceGroupProps = {
  name: string;
  legend: ReactNode;
  options: readonly Choice[];
  hint?: ReactNode;
  error?: string | undefined;
  isLegendHidden?: boolean;
};

/** One of a few. */
export function RadioGroup({ value, ...props }: ChoiceGroupProps & { value?: string | null | undefined }) {
  return <ChoiceGroup {...props} type="radio" chosen={value ? [value] : []} />;
}

/** Any of a few; sends `name` once per chosen value. */
export function CheckboxGroup({ values, ...props }: ChoiceGroupProps & { values: readonly string[] }) {
  return <ChoiceGroup {...props} type="checkbox" chosen={values} />;
}

type GroupParts = ChoiceGroupProps & { type: "radio" | "checkbox"; chosen: readonly string[] };

function ChoiceGroup({ name, legend, options, hint, error, isLegendHidden, type, chosen }: GroupParts) {
  const { "aria-describedby": describedBy } = controlProps(name, Boolean(hint), error);
  return (
    <fieldset className="field" id={fieldId(name)} aria-describedby={describedBy}>
      <legend className={isLegendHidden ? "sr-only" : "field-label"}>{legend}</legend>
      {hint && (
        <p id={`${fieldId(name)}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} className="check">
          <input
            type={type}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
            disabled={option.isDisabled ?? false}
            {...(error && { "aria-invalid": true })}
          />
          <span className="min-w-0">
            <span className="font-medium">{option.label}</span>
            {option.hint && <span className="field-hint block">{option.hint}</span>}
          </span>
        </label>
      ))}
      <FieldError name={name} error={error} />
    </fieldset>
  );
}
