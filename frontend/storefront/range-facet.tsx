/** A lowest and a highest value, each picked from a list. */
export type RangeFacetView = { kind: "range"; label: string; min: RangeEnd; max: RangeEnd };

/** `label` for example "Harga terendah"; options without the empty one, which is added. */
export type RangeEnd = {
  /** Query parameter. */
  name: string;
  label: string;
  options: { value: string; label: string; isSelected: boolean }[];
};

export function RangeFacet({ facet }: { facet: RangeFacetView }) {
  return (
    <div className="grid grid-cols-2 gap-2.5 pt-1">
      <RangeSelect end={facet.min} placeholder="Min" />
      <RangeSelect end={facet.max} placeholder="Maks" />
    </div>
  );
}

function RangeSelect({ end, placeholder }: { end: RangeEnd; placeholder: string }) {
  return (
    <select
      id={`f-${end.name}`}
      name={end.name}
      aria-label={end.label}
      defaultValue={end.options.find((option) => option.isSelected)?.value ?? ""}
      className="field field-select pl-3"
    >
      <option value="">{placeholder}</option>
      {end.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
