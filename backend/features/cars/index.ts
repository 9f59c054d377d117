export { CAR_STATUSES, type CarStatus, carStatusLabel, LISTED_STATUSES, whyCannotPublish } from "./car-status";
export type { CarPhotoView, CarView } from "./car-view";
export { findStock } from "./catalog/find-stock";
export type { CarCard } from "./catalog/public-car";
export { changeCarPrice } from "./change-car-price";
export { createCar } from "./create-car";
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
  type ListCarsInput,
  listCarsSchema,
  type ReserveCarCodesInput,
  type SalesStatsInput,
  type SetCarStatusInput,
  setCarStatusSchema,
  TRANSMISSIONS,
} from "./schemas";
export { setCarStatus } from "./set-car-status";
