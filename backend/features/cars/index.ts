export { CarAddedAlreadyError } from "./car-added-already-error";
export type { CarChangeRecord, FieldChange, FieldValue } from "./car-changes";
export { CarConflictError } from "./car-conflict-error";
export { carFieldLabel, describeCarField } from "./car-fields";
export { type CarHistory, carHistory } from "./car-history";
export { CAR_STATUSES, type CarStatus, carStatusLabel, LISTED_STATUSES, whyCannotPublish } from "./car-status";
export type { CarPhotoView, CarView } from "./car-view";
export { carsAtBranch } from "./catalog/cars-at-branch";
export { type CatalogHome, catalogHome, type HomeBranch, someCars } from "./catalog/catalog-home";
export { type CatalogQuery, catalogQuerySchema, PAGE_SIZE, readListingAddress } from "./catalog/catalog-query";
export { type CatalogSort, SORTS } from "./catalog/catalog-sql";
export { type CatalogCriteria, isAnyCar } from "./catalog/criteria";
export { describeCriteria, describePrices, describeYears } from "./catalog/describe-criteria";
export type { CatalogFacets, FacetOption } from "./catalog/facets";
export { findStock } from "./catalog/find-stock";
export { findUnits, type Unit } from "./catalog/find-units";
export { getPublicCar, type PublicCarAnswer } from "./catalog/get-public-car";
export type { CarCard, PublicCar, PublicPhoto, SoldCar } from "./catalog/public-car";
export { sortOf } from "./catalog/read-search";
export type { Relaxable } from "./catalog/relax-search";
export { type CatalogResult, searchCatalog } from "./catalog/search-catalog";
export { searchEntryOf } from "./catalog/search-entry";
export { type SitemapEntry, sitemapEntries } from "./catalog/sitemap-entries";
export { interestText, whatsappLink } from "./catalog/whatsapp-link";
export { changeCarPrice } from "./change-car-price";
export { createCar } from "./create-car";
export { decodeSheet } from "./csv/csv-text";
export { exportCars, importTemplate } from "./csv/export-cars";
export { type ImportReport, importCars, planImport } from "./csv/import-cars";
export type { ImportRow } from "./csv/plan-row";
export { deleteCar } from "./delete-car";
export { DuplicatePlateError } from "./duplicate-plate-error";
export { editCar } from "./edit-car";
export { findCarsByReference } from "./find-cars-by-reference";
export { getCar } from "./get-car";
export { type CarPage, listCars } from "./list-cars";
export { type PhotoVariantKey, readPhotoVariants } from "./photo-variants";
export { cleanPlate, formatPlate } from "./plate";
export { publishCar } from "./publish-car";
export type { CarReference } from "./rank-cars";
export { type ReservedCodes, reserveCarCodes } from "./reserve-car-codes";
export { type AdminCarRoutesDeps, adminCarRoutes } from "./routes.admin";
export { publicCarRoutes } from "./routes.public";
export { type SalesStats, salesStats } from "./sales-stats";
export {
  BODY_TYPES,
  type CarIdInput,
  type ChangeCarPriceInput,
  type Channel,
  type CreateCarInput,
  createCarSchema,
  type EditCarInput,
  editCarSchema,
  FUELS,
  LIST_ORDERS,
  type ListCarsInput,
  listCarsSchema,
  type ReserveCarCodesInput,
  type SalesStatsInput,
  type SetCarStatusInput,
  setCarStatusSchema,
  TRANSMISSIONS,
} from "./schemas";
export { setCarStatus } from "./set-car-status";
export { type BranchOption, branchOptions } from "./stock/branch-options";
export { type BulkResult, bulkChangeCars } from "./stock/bulk-change-cars";
export { type BulkAction, bulkActionSchema } from "./stock/bulk-schemas";
export { getStockRow } from "./stock/get-stock-row";
export { listStock, type StockPage } from "./stock/list-stock";
export { type NameSuggestions, nameSuggestions } from "./stock/name-suggestions";
export { type BulkPlan, planBulkChange } from "./stock/plan-bulk-change";
export type { StockRow } from "./stock/stock-row";
export { listStockSchema, STOCK_SORTS, type StockSort, stockFiltersSchema } from "./stock/stock-schemas";
export { type UndoBulkResult, undoBulkChange } from "./stock/undo-bulk-change";
export { taxMonthText } from "./tax-month";
export { readTypedCar, TYPED_FIELDS, type TypedCar, type TypedField, type TypedReading } from "./typed/read-typed-car";
export { readTypedKm, readTypedNumber, readTypedRupiah } from "./typed/read-typed-values";
export { typedCarOf, typedCarOfAd } from "./typed/typed-car-of";
export { undoStatus } from "./undo-status";
