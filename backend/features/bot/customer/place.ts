import type { BusinessHours } from "@/backend/features/tenants";
import type { ListedUnit, Showroom, Talk } from "./talk";

/** Where a customer comes to: the branch a car stands at, or the showroom itself. */
export type Place = { name: string; address: string; mapsUrl: string; phone: string; hours: BusinessHours };

/** Of the unit that is meant; without one, or without a branch, the showroom. */
export function placeOf(talk: Talk): Place {
  const { branch, reading } = talk.understood;
  const unit = unitInMind(talk);
  if (branch && (!unit || reading.intents.includes("hours"))) return placeOfBranch(branch, talk);
  return unit ? placeOfUnit(unit, talk) : showroomPlace(talk);
}

export function placeOfUnit(unit: ListedUnit, talk: Talk): Place {
  return branchOf(unit, talk) ?? showroomPlace(talk);
}

export function unitInMind({ subject }: Talk): ListedUnit | null {
  return subject.type === "unit" ? subject.unit : null;
}

function showroomPlace({ showroom: { tenant } }: Talk): Place {
  const { name, address, city, mapsUrl, phone, businessHours: hours } = tenant;
  return { name, address: joined(address, city), mapsUrl, phone, hours };
}

function placeOfBranch(branch: Showroom["knowledge"]["branches"][number], talk: Talk): Place {
  return branchOf({ branch }, talk) ?? showroomPlace(talk);
}

/** A branch keeps the showroom's holidays, whatever its week. */
function branchOf({ branch }: Pick<ListedUnit, "branch">, { showroom: { tenant, knowledge } }: Talk): Place | null {
  if (!branch) return null;
  const { businessHours } = tenant;
  const known = knowledge.branches.find(({ name, address }) => name === branch.name && address === branch.address);
  const { holidays } = businessHours;
  return {
    ...{ name: branch.name, address: joined(branch.address, known?.city ?? ""), mapsUrl: branch.mapsUrl },
    phone: known?.phone || tenant.phone,
    hours: known?.hours ? { ...known.hours, ...(holidays && { holidays }) } : businessHours,
  };
}

export function joined(...words: string[]): string {
  return words.filter(Boolean).join(", ");
}
