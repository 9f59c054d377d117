import { useState } from "react";
import { PhoneIcon } from "./icons";
import { OwnerChoice } from "./owner-choice";
import { findStaff, randomCustomer, readNumber, showNumber } from "./people";
import { nameOf, type PersonPhone, type PhoneSetup, roleAt } from "./phone-setup";
import { UnreadBadge } from "./phone-tabs";
import type { WorldView } from "./world-view";

type PhoneOwnerProps = {
  phone: PhoneSetup;
  world: WorldView;
  unreadCount: number;
  onChange(phone: PhoneSetup): void;
  onRemove: (() => void) | null;
};

/** Above the phone: whose it is. */
export function PhoneOwner({ phone, world, unreadCount, onChange, onRemove }: PhoneOwnerProps) {
  const role = roleAt(world, phone);
  const outsider = phone.kind === "person" && !findStaff(world, phone.number) ? phone : null;

  return (
    <div className="phone-owner">
      <span className="role-mark" data-role={role}>
        <PhoneIcon name={ROLE_ICONS[role]} className="size-5" />
        <UnreadBadge count={unreadCount} />
      </span>
      <div className="min-w-0 flex-1">
        <OwnerChoice phone={phone} world={world} onChange={onChange} />
        {outsider ? (
          <NumberInput key={outsider.number} world={world} phone={outsider} onChange={onChange} />
        ) : (
          <p className="owner-number">{showNumber(phone.kind === "person" ? phone.number : phone.device)}</p>
        )}
      </div>
      {outsider && (
        <button
          type="button"
          className="owner-button"
          title="Ganti ke pelanggan baru dengan nomor acak"
          onClick={() => onChange({ ...outsider, ...randomCustomer() })}
        >
          <PhoneIcon name="add-person" />
          <span className="sr-only">Baru: nomor pelanggan acak</span>
        </button>
      )}
      {onRemove && (
        <button type="button" className="owner-button" title="Singkirkan HP ini" onClick={onRemove}>
          <PhoneIcon name="close" />
          <span className="sr-only">Singkirkan HP {nameOf(world, phone)}</span>
        </button>
      )}
    </div>
  );
}

export const ROLE_ICONS = { owner: "key", admin: "key", sales: "tag", customer: "contact", showroom: "phone" } as const;

type NumberInputProps = { world: WorldView; phone: PersonPhone; onChange(phone: PhoneSetup): void };

function NumberInput({ world, phone, onChange }: NumberInputProps) {
  const [typed, setTyped] = useState(showNumber(phone.number));
  const read = readNumber(typed);

  function leave(): void {
    if (read === null) setTyped(showNumber(phone.number));
    else if (read !== phone.number) {
      onChange({ ...phone, number: read, name: findStaff(world, read)?.name ?? phone.name });
    }
  }

  return (
    <input
      className="owner-number"
      aria-label="Nomor pelanggan"
      aria-invalid={read === null}
      inputMode="tel"
      autoComplete="off"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}
