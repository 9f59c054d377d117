import { Icon } from "../ui/icons";

export type SearchFormProps = {
  /** Unique on the page. */
  id: string;
  value?: string;
  size?: "normal" | "large";
  className?: string;
};

/** The search box: a plain GET form to the listing. */
export function SearchForm({ id, value = "", size = "normal", className = "" }: SearchFormProps) {
  const isLarge = size === "large";

  return (
    <search className={className}>
      <form action="/mobil" method="get">
        <div
          className={`flex items-center rounded-full border border-edge bg-white pl-4 focus-within:border-brand-ink focus-within:ring-3 focus-within:ring-brand-ink/25 ${isLarge ? "h-14 pr-1.5 shadow-lift lg:h-16 lg:pr-2 lg:pl-5" : "h-11 pr-1"}`}
        >
          <label htmlFor={id} className="sr-only">
            Cari mobil: merek, model, tahun, atau harga
          </label>
          <input
            id={id}
            type="search"
            name="search"
            defaultValue={value}
            placeholder={isLarge ? "Coba “Avanza matic 2020”" : "Cari merek, model, harga…"}
            autoComplete="off"
            enterKeyHint="search"
            maxLength={120}
            className="h-full min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-muted"
          />
          <button
            type="submit"
            aria-label="Cari"
            className={`grid shrink-0 cursor-pointer place-items-center rounded-full bg-brand text-brand-contrast ${isLarge ? "size-11 lg:size-12" : "size-9"}`}
          >
            <Icon name="search" />
          </button>
        </div>
      </form>
    </search>
  );
}
