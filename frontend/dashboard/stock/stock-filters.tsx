import { Search, SlidersHorizontal } from "lucide-react";
import { Button } from "../ui/button";
import { Select } from "../ui/select";
import { NumberInput, TextInput } from "../ui/text-input";
import { type Choice, SORT_CHOICES, STOCK_HREF, type StockQuery } from "./stock-view";

type StockFiltersProps = {
  query: StockQuery;
  errors: Record<string, string>;
  brands: readonly Choice[];
  branches: readonly Choice[];
  rights: { seesPlate: boolean };
};

/** A GET form: everything that is looked for stands in the address. */
export function StockFilters({ query, errors, brands, branches, rights }: StockFiltersProps) {
  const { brand, branchId, minPrice, maxPrice, yearMin, yearMax } = query;
  const isOpen = [brand, branchId, minPrice, maxPrice, yearMin, yearMax].some(Boolean);
  return (
    <search aria-label="Cari unit">
      <form action={STOCK_HREF} className="stack">
        {query.status && <input type="hidden" name="status" value={query.status} />}
        {query.sold && <input type="hidden" name="sold" value={query.sold} />}
        <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 sm:grid-cols-[minmax(0,1fr)_12rem_auto]">
          <TextInput
            name="search"
            label="Cari unit"
            isLabelHidden
            type="search"
            value={query.search}
            placeholder={
              rights.seesPlate ? "Nama, plat, atau kode, misal: avanza matic" : "Nama atau kode, misal: avanza matic"
            }
            enterKeyHint="search"
          />
          <Select
            name="sort"
            label="Urutkan"
            isLabelHidden
            value={query.sort || "newest"}
            options={SORT_CHOICES}
            className="order-last col-span-2 sm:order-none sm:col-span-1"
          />
          <Button icon={<Search aria-hidden="true" />}>Cari</Button>
        </div>
        <details open={isOpen} className="filter-more">
          <summary className="link inline-flex min-h-6 cursor-pointer items-center gap-1">
            <SlidersHorizontal aria-hidden="true" className="size-4" />
            Filter lain
          </summary>
          <div className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
            <Select name="brand" label="Merek" value={brand} placeholder="Semua merek" options={brands} />
            <Select name="branchId" label="Cabang" value={branchId} placeholder="Semua cabang" options={branches} />
            <NumberInput
              name="minPrice"
              label="Harga dari"
              value={minPrice}
              error={errors.minPrice}
              placeholder="150jt"
              inputMode="text"
            />
            <NumberInput
              name="maxPrice"
              label="Harga sampai"
              value={maxPrice}
              error={errors.maxPrice}
              placeholder="250jt"
              inputMode="text"
            />
            <NumberInput name="yearMin" label="Tahun dari" value={yearMin} error={errors.yearMin} placeholder="2018" />
            <NumberInput
              name="yearMax"
              label="Tahun sampai"
              value={yearMax}
              error={errors.yearMax}
              placeholder="2023"
            />
          </div>
          <div className="form-actions mt-3">
            <Button>Terapkan filter</Button>
          </div>
        </details>
      </form>
    </search>
  );
}
