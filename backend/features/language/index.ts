export type { CarAd, CarAdKey, CarAdProblem, CarAdReading } from "./ad/car-ad";
export { parseCarAd } from "./ad/parse-car-ad";
export { parsePartialCar } from "./ad/parse-partial-car";
export { monthAt } from "./ad/tax-month";
export { type Amount, readAmount } from "./amounts";
export { type CityMention, cityAt } from "./cities";
export { colorOfWord } from "./colors";
export type { CarCriteria } from "./criteria";
export type {
  CustomerContext,
  CustomerIntent,
  CustomerReading,
  CustomerSlots,
  LeadSource,
  UnitAttribute,
} from "./customer/customer-message";
export { customerIntents, unitAttributes } from "./customer/customer-message";
export { type OwnTitle, type Register, readOwnTitle, readRegister } from "./customer/manner";
export { parseCustomerMessage } from "./customer/parse-customer-message";
export { readSpokenTime, type SpokenDay, type SpokenSpan, type SpokenTime } from "./customer/spoken-time";
export { fuelOfWord, transmissionOfWord } from "./features-of-car";
export { type CarMention, findCars } from "./gazetteer";
export { hidePlates } from "./hide-plates";
export { carNames, type ModelFacts, modelFacts } from "./model-facts";
export { normalizeText } from "./normalize";
export type { Plate } from "./plates";
export { parityOf, parsePlate, plateRegionName, plateRegionOfPlace, takePlate } from "./plates";
export { type Scan, startScan, take, wordAt } from "./scan";
export type { SearchCorrection, SearchFilters, SearchQuery } from "./search";
export { parseSearchQuery } from "./search";
export { parseStaffMessage } from "./staff/parse-staff-message";
export type { CarStatus, Period, StaffArgs, StaffCommand, StaffFlow, StaffReading } from "./staff/staff-message";
export type { Token } from "./tokens";
export type { BodyType, Color, Fuel, PlateParity, Transmission } from "./values";
export { bodyTypes, colors, fuels, plateParities, transmissions } from "./values";
export { takeVariant } from "./variants";
export { type Excluded, type ExcludedProperty, excludedProperties } from "./wish/exclusions";
export { type SearchOrder, searchOrders } from "./wish/orders";
export { type ReadWish, readWish, type SearchWish } from "./wish/read-wish";
