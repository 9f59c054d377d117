import { PhoneIcon } from "./icons";
import { findShowroom, findStaff, randomCustomer } from "./people";
import { type PhoneSetup, ROLE_NAMES } from "./phone-setup";
import type { WorldView } from "./world-view";

type OwnerChoiceProps = { phone: PhoneSetup; world: WorldView; onChange(phone: PhoneSetup): void };

const A_CUSTOMER = "customer";
const A_SHOWROOM = "showroom:";

/** Whose phone it is: anybody of the staff, a customer, or the showroom's own. */
export function OwnerChoice({ phone, world, onChange }: OwnerChoiceProps) {
  const isStaff = phone.kind === "person" && findStaff(world, phone.number) !== null;
  const chosen = phone.kind === "showroom" ? A_SHOWROOM + phone.device : isStaff ? phone.number : A_CUSTOMER;
  const isCustomer = chosen === A_CUSTOMER && phone.kind === "person";

  return (
    <label className="owner-choice">
      <span className="sr-only">Siapa Anda di ponsel ini</span>
      <select value={chosen} onChange={(event) => onChange(withOwner(world, phone, event.target.value))}>
        {world.showrooms.map(({ name, staff, devices }) => (
          <optgroup key={name} label={name}>
            {staff.map((person) => (
              <option key={person.number} value={person.number}>
                {person.name} ({ROLE_NAMES[person.role]})
              </option>
            ))}
            {devices.map((device) => (
              <option key={device} value={A_SHOWROOM + device}>
                {ROLE_NAMES.showroom} {findShowroom(world, device)?.city}
              </option>
            ))}
          </optgroup>
        ))}
        <optgroup label="Bukan staf">
          <option value={A_CUSTOMER}>{isCustomer ? `${phone.name} (Pelanggan)` : "Pelanggan baru"}</option>
        </optgroup>
      </select>
      <PhoneIcon name="arrow-down" className="size-4" />
    </label>
  );
}

function withOwner(world: WorldView, { id, device }: PhoneSetup, chosen: string): PhoneSetup {
  if (chosen.startsWith(A_SHOWROOM)) {
    return { id, kind: "showroom", device: chosen.slice(A_SHOWROOM.length), chatWith: null };
  }
  const staff = findStaff(world, chosen);
  if (!staff) return { id, kind: "person", device, ...randomCustomer() };
  return { id, kind: "person", device: staff.showroom.devices[0] ?? device, number: staff.number, name: staff.name };
}
