import { type HomeBranch, whatsappLink } from "@/backend/features/cars";
import {
  type BusinessHours,
  businessHoursSchema,
  openStateAt,
  type TenantProfile,
  WEEKDAYS,
  weekdayName,
} from "@/backend/features/tenants";
import { formatPhone, normalizePhone } from "@/backend/platform/phone";
import type { LocationView, PhoneView, ShowroomView } from "@/frontend/storefront/showroom-view";
import { localMoment } from "./opening-changes";
import { themeOf } from "./theme";

/** What every page shows of the showroom; `branches` only where they are listed. */
export function toShowroomView(tenant: TenantProfile, now: Date, branches: readonly HomeBranch[] = []): ShowroomView {
  return {
    name: tenant.name,
    tagline: tenant.tagline || null,
    city: tenant.city || null,
    logo: tenant.logoKey ? { src: `/media/${tenant.logoKey}`, width: 180, height: 48 } : null,
    theme: themeOf(tenant),
    whatsappUrl: whatsappLink(tenant.whatsappNumber, `Halo ${tenant.name}, saya mau tanya soal mobil.`),
    phone: toPhoneView(tenant.phone),
    locations: [
      ...(tenant.address ? [toLocation(tenant, tenant.businessHours, tenant.timezone, now)] : []),
      ...branches.map((branch) => toLocation(branch, hoursOf(branch) ?? tenant.businessHours, tenant.timezone, now)),
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
    hours: isKnown ? weekHours(hours, localMoment(now, timezone).weekday) : [],
    open: isKnown ? openView(hours, timezone, now) : null,
  };
}

function weekHours(hours: BusinessHours, today: number): LocationView["hours"] {
  return WEEKDAYS.map((weekday, index) => ({
    day: weekdayName(weekday),
    hours: (hours[weekday] ?? []).map(([from, to]) => `${toClock(from)}–${toClock(to)}`).join(", ") || null,
    isToday: index === today,
  }));
}

function openView(hours: BusinessHours, timezone: string, now: Date): LocationView["open"] {
  const { open, closesAt, opensAt } = openStateAt(hours, timezone, now);
  if (open) return { isOpen: true, label: `Buka sekarang · sampai ${toClock(closesAt ?? "")}` };
  if (!opensAt) return { isOpen: false, label: "Tutup" };

  const days = ["pukul", "besok"];
  const day = days[opensAt.inDays] ?? weekdayName(opensAt.weekday);
  return { isOpen: false, label: `Tutup · buka ${day} ${toClock(opensAt.time)}` };
}

function toPhoneView(phone: string): PhoneView | null {
  const digits = normalizePhone(phone);
  return digits ? { label: formatPhone(digits), href: `tel:+${digits}` } : null;
}

function hoursOf(branch: HomeBranch): BusinessHours | null {
  const parsed = businessHoursSchema.safeParse(branch.businessHours);
  return parsed.success ? parsed.data : null;
}

/** Links are data of the tenant: only ordinary web addresses become links. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** "09:00" → "09.00" */
function toClock(time: string): string {
  return time.replace(":", ".");
}
