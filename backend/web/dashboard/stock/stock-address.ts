import { CAR_STATUSES, readTypedNumber, readTypedRupiah, STOCK_SORTS } from "@/backend/features/cars";
import type { FieldErrors } from "@/backend/platform/errors";
import type { StockQuery } from "@/frontend/dashboard/stock/stock-view";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The stock table's address: as typed, as the verb takes it, and what in it could not be read (and is left out). */
export function readStockAddress(url: string) {
  const params = new URL(url).searchParams;
  const query = queryOf(params);
  const errors: FieldErrors = {};
  const number = (name: keyof StockQuery, read: (text: string) => number | null, sentence: string) => {
    const value = query[name] ? read(query[name]) : null;
    if (query[name] && value === null) errors[name] = sentence;
    return value ?? undefined;
  };

  const filters = {
    search: query.search || undefined,
    status: CAR_STATUSES.find((status) => status === query.status),
    soldThisMonth: query.sold === "month" || undefined,
    brand: query.brand || undefined,
    branchId: query.branchId || undefined,
    priceMinRupiah: number("minPrice", readTypedRupiah, "Tulis seperti 150jt"),
    priceMaxRupiah: number("maxPrice", readTypedRupiah, "Tulis seperti 250jt"),
    yearMin: number("yearMin", readYear, "Tulis seperti 2018"),
    yearMax: number("yearMax", readYear, "Tulis seperti 2023"),
  };
  return { query, errors, filters, sort: sortOf(query.sort), page: pageOf(params.get("page")) };
}

function queryOf(params: URLSearchParams): StockQuery {
  const text = (name: string) => (params.get(name) ?? "").trim().slice(0, 120);
  const branchId = text("branchId");
  return {
    search: text("search"),
    status: CAR_STATUSES.find((status) => status === text("status")) ?? "",
    sold: text("sold") === "month" ? "month" : "",
    brand: text("brand").slice(0, 40),
    branchId: branchId === "none" || UUID.test(branchId) ? branchId : "",
    minPrice: text("minPrice"),
    maxPrice: text("maxPrice"),
    yearMin: text("yearMin"),
    yearMax: text("yearMax"),
    sort: STOCK_SORTS.find((sort) => sort === text("sort") && sort !== "newest") ?? "",
  };
}

function sortOf(text: string) {
  return STOCK_SORTS.find((sort) => sort === text) ?? "newest";
}

function readYear(text: string): number | null {
  const year = readTypedNumber(text);
  return year !== null && year >= 1900 && year <= 2200 ? year : null;
}

function pageOf(text: string | null): number {
  const page = Number(text ?? 1);
  return Number.isInteger(page) && page >= 1 && page < 100_000 ? page : 1;
}

/** A path of the stock pages that a form sent along; the list for anything else. */
export function safeBack(path: string | undefined): string {
  return path && /^\/dashboard\/stok(?:[/?][^\\]*)?$/.test(path) ? path : "/dashboard/stok";
}
