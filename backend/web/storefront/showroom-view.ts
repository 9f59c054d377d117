import { type HomeBranch, whatsappLink } from "@/backend/features/cars";
import {
  type BusinessHours,
  businessHoursSchema,
  dayAfter,
  describeSpans,
  hoursOn,
  localDay,
  logoView,
  openingDayName,
  openStateAt,
  shortDate,
  type TenantProfile,
  WEEKDAYS,
  weekdayName,
} from "@/backend/features/tenants";
import { formatPhone, normalizePhone } from "@/backend/platform/phone";
import type { LocationView, PhoneView, ShowroomView } from "@/frontend/storefront/showroom-view";
import { themeOf } from "./theme";

/** What every page shows of the showroom; `branches` only where they are listed. */
export function toShowroomView(tenant: TenantProfile, now: Date, branches: readonly HomeBranch[] = []): ShowroomView {
  return {
    name: tenant.name,
    tagline: tenant.tagline || null,
    city: tenant.city || null,
    logo: logoView(tenant.logoKey),
    theme: themeOf(tenant),
    whatsappUrl: whatsappLink(tenant.whatsappNumber, `Halo ${tenant.name}, saya mau tanya soal mobil.`),
    phone: toPhoneView(tenant.phone),
    locations: [
      ...(tenant.address ? [toLocation(tenant, tenant.businessHours, tenant.timezone, now)] : []),
      ...branches.map((branch) => toLocation(branch, hoursOf(branch, tenant), tenant.timezone, now)),
    ],
  };
}

type Place = { name: string; address: string; city: string; mapsUrl: string; phone: string };

function toLocation(place: Place, hours: BusinessHours, timezone: string, now: Date): LocationView {
  const isKnown = WEEKDAYS.some((weekday) => (hours[weekday]?.length ?? 0) > 0);
  return {
    name: place.name,
    address: place.address,
    city: place.city || null,
    mapsUrl: isWebAddress(place.mapsUrl) ? place.mapsUrl : null,
    phone: toPhoneView(place.phone),
    hours: isKnown ? weekHours(hours, timezone, now) : [],
    open: isKnown ? openView(hours, timezone, now) : null,
  };
}

/** The week from Monday; a day whose next date is a holiday is shown as that: "Jumat, 25 Des (Natal)". */
function weekHours(hours: BusinessHours, timezone: string, now: Date): LocationView["hours"] {
  const today = localDay(now, timezone);
  return WEEKDAYS.map((weekday, index) => {
    const inDays = (index - WEEKDAYS.indexOf(today.weekday) + 7) % 7;
    const day = dayAfter(today, inDays);
    const { spans, holiday } = hoursOn(hours, day);
    const name = weekdayName(weekday);
    return {
      day: holiday === null ? name : `${name}, ${shortDate(day.date)} (${holiday})`,
      hours: spans.length > 0 ? describeSpans(spans) : null,
      isToday: inDays === 0,
    };
  });
}

function openView(hours: BusinessHours, timezone: string, now: Date): LocationView["open"] {
  const { open, closesAt, opensAt, holiday } = openStateAt(hours, timezone, now);
  if (open) return { isOpen: true, label: `Buka sekarang · sampai ${toClock(closesAt ?? "")}` };
  const closed = holiday ? `Tutup (${holiday})` : "Tutup";
  if (!opensAt) return { isOpen: false, label: closed };

  const days = ["pukul", "besok"];
  const day = days[opensAt.inDays] ?? openingDayName(opensAt);
  return { isOpen: false, label: `${closed} · buka ${day} ${toClock(opensAt.time)}` };
}

function toPhoneView(phone: string): PhoneView | null {
  const digits = normalizePhone(phone);
  return digits ? { label: formatPhone(digits), href: `tel:+${digits}` } : null;
}

/** A branch keeps the showroom's holidays, whatever its week. */
function hoursOf(branch: HomeBranch, { businessHours }: TenantProfile): BusinessHours {
  const week = businessHoursSchema.safeParse(branch.businessHours);
  const { holidays } = businessHours;
  return week.success ? { ...week.data, ...(holidays && { holidays }) } : businessHours;
}

/** Links are data of the tenant: only ordinary web addresses become links. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** "09:00" → "09.00" */
function toClock(time: string): string {
  return time.replace(":", ".");
}
