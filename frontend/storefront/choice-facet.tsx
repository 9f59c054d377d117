import { swatchOf } from "../ui/car-color";
import { formatCount } from "../ui/format";

/** Any number of values of one parameter, sent as `name=a&name=b`. */
export type ChoiceFacetView = {
  kind: "choice";
  /** Query parameter. */
  name: string;
  label: string;
  /** Most cars first; the first six show, the others fold away. */
  options: { value: string; label: string; count: number; isSelected: boolean }[];
  /** Shows a dot of the colour beside each option, by its Indonesian name. */
  hasSwatches?: boolean;
};

type Option = ChoiceFacetView["options"][number];

const shownCount = 6;

export function ChoiceFacet({ facet }: { facet: ChoiceFacetView }) {
  const isFolded = facet.options.length > shownCount + 1;
  const shown = isFolded ? facet.options.slice(0, shownCount) : facet.options;
  const folded = isFolded ? facet.options.slice(shownCount) : [];

  return (
    <>
      <Options facet={facet} options={shown} />
      {folded.length > 0 && (
        <details open={folded.some((option) => option.isSelected)}>
          <summary className="textlink flex min-h-11 items-center text-[0.9375rem]">
            {folded.length} pilihan lain
          </summary>
          <Options facet={facet} options={folded} />
        </details>
      )}
    </>
  );
}

function Options({ facet, options }: { facet: ChoiceFacetView; options: Option[] }) {
  return options.map((option) => (
    <label key={option.value} className="option">
      <input
        type="checkbox"
        id={`f-${facet.name}-${option.value}`}
        name={facet.name}
        value={option.value}
        defaultChecked={option.isSelected}
      />
      {facet.hasSwatches && <span className="swatch" style={{ background: swatchOf(option.label) }} />}
      <span>{option.label}</span>
      <span className="count">{formatCount(option.count)}</span>
    </label>
  ));
}
