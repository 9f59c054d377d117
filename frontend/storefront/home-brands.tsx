import { formatCount } from "../ui/format";
import { Icon } from "../ui/icons";
import { SectionHeading } from "./section-heading";

export type HomeBrandsProps = { brands: { name: string; href: string; count: number }[] };

export function HomeBrands({ brands }: HomeBrandsProps) {
  if (brands.length === 0) return null;

  return (
    <section className="wrap mt-16 lg:mt-24" aria-labelledby="merek">
      <SectionHeading id="merek" title="Cari berdasarkan merek" />
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4 lg:gap-4">
        {brands.map((brand) => (
          <li key={brand.href}>
            <a
              href={brand.href}
              className="flex h-full min-h-18 items-center justify-between gap-2 rounded-2xl border border-line px-4 py-3 transition-colors hover:border-ink lg:px-5 lg:py-4"
            >
              <span className="min-w-0">
                <span className="block truncate font-semibold text-ink">{brand.name}</span>
                <span className="block text-sm text-muted">{formatCount(brand.count)} mobil</span>
              </span>
              <Icon name="chevron-right" className="size-4.5 text-faint" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
