export type { BranchView } from "./branches/branch-store";
export { createBranch, getBranch, listBranches, updateBranch } from "./branches/branches";
export { deleteBranch } from "./branches/delete-branch";
export { adminBranchRoutes } from "./branches/routes.admin";
export { type Branding, type BrandingDeps, getBranding, type RenderedLogo, updateBranding } from "./branding";
export {
  type BusinessHours,
  businessHoursSchema,
  dayAfter,
  type Holiday,
  hoursOn,
  type LocalDay,
  localDay,
  type OpenSpan,
  shortDate,
  WEEKDAYS,
  type Weekday,
  type WeekHours,
  weekdayName,
} from "./business-hours";
export { bumpCatalogVersion, type CatalogSignal, readCatalogSignal, writeCatalogSignal } from "./catalog-version";
export { type ContrastVerdict, judgeColor, readableOn } from "./color-contrast";
export { describeHolidays, describeHours, describeSpans, holidayLine, upcomingHolidays } from "./describe-hours";
export { logoView } from "./logo-key";
export { type OpenState, openingDayName, openStateAt } from "./open-state";
export {
  addHoliday,
  getOpeningHours,
  type OpeningHours,
  removeHoliday,
  updateBusinessHours,
} from "./opening-hours";
export { type PrimaryRedirect, permanentRedirectFrom, redirectStatusAt, redirectToPrimary } from "./primary-host";
export { adminSettingsRoutes } from "./routes.admin";
export { TIMEZONES } from "./schemas";
export { getShowroomProfile, type ShowroomProfile, updateShowroomProfile } from "./showroom-profile";
export { createTenantDirectory, type TenantDirectory } from "./tenant-directory";
export { type HostMatch, type HostSettings, isReservedSubdomain, tenantFromHost } from "./tenant-from-host";
export type { TenantProfile } from "./tenant-profile";
export { type PublicOrigin, tenantOrigin } from "./tenant-url";
