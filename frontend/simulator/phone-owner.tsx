import { useState } from "react";
import { PhoneIcon } from "./icons";
import { findStaff, type PhoneSetup, ROLE_NAMES, randomCustomer, readNumber, roleAt, showNumber } from "./people";
import { UnreadBadge } from "./phone-tabs";
import type { WorldView } from "./world-view";

type PhoneOwnerProps = { phone: PhoneSetup; world: WorldView; unreadCount: number; onChange(phone: PhoneSetup): void };

const A_CUSTOMER = "customer";

/** Above the phone: whose it is. */
export function PhoneOwner({ phone, world, unreadCount, onChange }: PhoneOwnerProps) {
  const staff = findStaff(world, phone.number);
  const role = roleAt(world, phone);

  function choose(value: string): void {
    const person = value === A_CUSTOMER ? null : findStaff(world, value);
    const device = person?.showroom.devices[0] ?? phone.device;
    onChange({ ...phone, device, ...(person ? { number: person.number, name: person.name } : randomCustomer()) });
  }

  return (
    <div className="phone-owner">
      <span className="role-mark" data-role={role}>
        <PhoneIcon name={ROLE_ICONS[role]} className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
        <label className="owner-choice">
          <span className="sr-only">Siapa Anda di ponsel ini</span>
          <select value={staff ? phone.number : A_CUSTOMER} onChange={(event) => choose(event.target.value)}>
            {world.showrooms.map(({ name, staff: people }) => (
              <optgroup key={name} label={name}>
                {people.map((person) => (
                  <option key={person.number} value={person.number}>
                    {person.name} ({ROLE_NAMES[person.role]})
                  </option>
                ))}
              </optgroup>
            ))}
            <optgroup label="Bukan staf">
              <option value={A_CUSTOMER}>{staff ? "Pelanggan baru" : `${phone.name} (Pelanggan)`}</option>
            </optgroup>
          </select>
          <PhoneIcon name="arrow-down" className="size-4" />
        </label>
        {staff ? (
          <p className="owner-number">{showNumber(phone.number)}</p>
        ) : (
          <NumberInput
            key={phone.number}
            number={phone.number}
            onChange={(number) => onChange({ ...phone, number, name: findStaff(world, number)?.name ?? phone.name })}
          />
        )}
      </div>
      <UnreadBadge count={unreadCount} />
      {!staff && (
        <button
          type="button"
          className="new-number"
          title="Ganti ke pelanggan baru dengan nomor acak"
          onClick={() => onChange({ ...phone, ...randomCustomer() })}
        >
          <PhoneIcon name="plus" className="size-4" />
          Baru
          <span className="sr-only">: nomor pelanggan acak</span>
        </button>
      )}
    </div>
  );
}

const ROLE_ICONS = { owner: "key", admin: "key", sales: "tag", customer: "contact" } as const;

function NumberInput({ number, onChange }: { number: string; onChange(number: string): void }) {
  const [typed, setTyped] = useState(showNumber(number));
  const read = readNumber(typed);

  return (
    <input
      className="owner-number"
      aria-label="Nomor pelanggan"
      aria-invalid={read === null}
      inputMode="tel"
      autoComplete="off"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => (read === null ? setTyped(showNumber(number)) : read !== number && onChange(read))}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}
