/** What every public page knows about the showroom; plain data, computed by the caller. */
export type ShowroomView = {
  name: string;
  tagline: string | null;
  city: string | null;
  logo: { src: string; srcSet: string; width: number; height: number } | null;
  theme: ThemeView;
  /** Link that opens a chat with the showroom, or null when no device is connected. */
  whatsappUrl: string | null;
  phone: PhoneView | null;
  /** Main location first, then branches; may be empty. */
  locations: LocationView[];
};

/** CSS colours "#rrggbb"; `brandContrast` is the text colour that is readable on `brand`. */
export type ThemeView = { brand: string; brandContrast: string; accent: string };

/** label "0812-3456-789", href "tel:+62812…" */
export type PhoneView = { label: string; href: string };

export type LocationView = {
  name: string;
  address: string;
  city: string | null;
  mapsUrl: string | null;
  phone: PhoneView | null;
  /** Monday first, or empty when the hours are unknown. */
  hours: DayHours[];
  /** label for example "Buka sekarang · sampai 18.00" or "Tutup · buka besok 09.00". */
  open: { isOpen: boolean; label: string } | null;
};

/** hours "09.00–18.00", or null when closed that day. */
export type DayHours = { day: string; hours: string | null; isToday: boolean };
