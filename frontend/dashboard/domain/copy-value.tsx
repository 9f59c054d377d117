/** A value to be carried elsewhere: a click selects it whole, and with scripts a button copies it. */
export function CopyValue({ value, label }: { value: string; label: string }) {
  return (
    <span className="flex min-w-0 items-start gap-2">
      <code className="min-w-0 flex-1 rounded bg-sunken px-2 py-1 font-mono text-[0.8125rem] break-all text-ink select-all">
        {value}
      </code>
      <button type="button" className="btn btn-secondary btn-sm" data-copy={value} aria-label={`Salin ${label}`} hidden>
        Salin
      </button>
    </span>
  );
}
