import { listSimulatedShowrooms, type SimulatedShowroom } from "@/backend/features/simulator";
import { type PublicOrigin, tenantOrigin } from "@/backend/features/tenants";
import type { Database } from "@/backend/platform/database/database";
import type { ShowroomOption, WorldView } from "@/frontend/simulator/world-view";

const ROLE_ORDER = { owner: 0, admin: 1, sales: 2 };

/** Who there is to be, and whom to write to. */
export async function loadWorld(db: Database, origin: PublicOrigin): Promise<WorldView> {
  const showrooms = await listSimulatedShowrooms(db);
  return { showrooms: showrooms.map((showroom) => toOption(showroom, origin)) };
}

function toOption(showroom: SimulatedShowroom, origin: PublicOrigin): ShowroomOption {
  const { name, city, primaryColor, devices, staff } = showroom;
  return {
    name,
    city,
    color: primaryColor,
    siteUrl: tenantOrigin(showroom, origin),
    devices,
    staff: staff.toSorted((one, other) => ROLE_ORDER[one.role] - ROLE_ORDER[other.role]),
  };
}
