export {
  type BusinessHours,
  businessHoursSchema,
  describeHours,
  type OpenState,
  openStateAt,
  WEEKDAYS,
  type Weekday,
  weekdayName,
} from "./business-hours";
export { bumpCatalogVersion, type CatalogSignal, readCatalogSignal, writeCatalogSignal } from "./catalog-version";
export { createTenantDirectory, type TenantDirectory } from "./tenant-directory";
export { type HostMatch, type HostSettings, tenantFromHost } from "./tenant-from-host";
export type { TenantProfile } from "./tenant-profile";
export { type PublicOrigin, tenantOrigin } from "./tenant-url";
