/** Who and what the simulated phones can be: every showroom with a simulated device, as GET /simulator/api/world says. */
export type WorldView = { showrooms: ShowroomOption[] };

export type ShowroomOption = {
  name: string;
  city: string;
  /** "#rrggbb", for the avatar. */
  color: string;
  siteUrl: string;
  /** Numbers of its simulated devices, digits from the country code; never empty. */
  devices: string[];
  staff: StaffOption[];
};

export type StaffRole = "owner" | "admin" | "sales";

export type StaffOption = { name: string; role: StaffRole; number: string };

/** Pictures the guide offers for the first upload; empty when none are wired. */
export type SamplePhotosView = { photos: { name: string; url: string }[] };
