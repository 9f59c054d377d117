import type { CarAd, CarAdKey } from "../ad/car-ad";
import type { CarCriteria } from "../criteria";
import type { Excluded } from "../wish/exclusions";
import type { SearchOrder } from "../wish/orders";

/** Where the staff member is in a dialogue; absent means "idle". */
export type StaffFlow =
  | "idle"
  | "upload_photos"
  | "upload_details"
  | "upload_features"
  | "upload_notes"
  | "upload_confirm"
  | "status_confirm"
  | "lead_offer";

export type StaffCommand =
  | "upload_start"
  | "upload_details"
  | "status_change"
  | "price_change"
  | "edit_field"
  | "photos_change"
  | "list"
  | "search"
  | "detail"
  | "stats"
  | "lead_create"
  | "lead_take"
  | "lead_skip"
  | "bot_off"
  | "bot_on"
  | "confirm"
  | "deny"
  | "skip"
  | "edit"
  | "draft"
  | "cancel"
  | "help"
  | "unknown";

export type CarStatus = "available" | "booking" | "sold" | "draft";

export type Period = "today" | "week" | "month" | "year";

/** What a command speaks of. For `upload_details` also the keys of a described car. Money is whole rupiah. */
export type StaffArgs = Omit<CarAd, "transmission" | "fuel"> &
  CarCriteria & {
    displayCode?: string;
    /** "VH-156". */
    stockCode?: string;
    status?: CarStatus;
    /** A car key, or "features" or "notes"; `value` has that key's form. */
    field?: CarAdKey | "features" | "notes";
    value?: CarAd[CarAdKey];
    period?: Period;
    /** Title case, without Pak or Bu. */
    name?: string;
    /** Digits from 62. */
    phone?: string;
    page?: number;
    /** Of a search: what is ruled out, and what there should be most of. */
    without?: Excluded[];
    orders?: SearchOrder[];
  };

export type StaffReading = { command: StaffCommand; args: StaffArgs };
