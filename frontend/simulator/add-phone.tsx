import { PhoneIcon } from "./icons";
import { ROLE_ICONS } from "./phone-owner";
import { nameOf, type PhoneRole, type PhoneSetup, phoneFor, ROLE_NAMES } from "./phone-setup";
import type { WorldView } from "./world-view";

type AddPhoneProps = {
  world: WorldView;
  phones: PhoneSetup[];
  /** The showroom the new phone belongs to, or writes to. */
  device: string;
  isFull: boolean;
  onAdd(phone: PhoneSetup): void;
};

const MENU = "tambah-hp";
const ROLES: PhoneRole[] = ["customer", "sales", "owner", "showroom"];

/** One more phone, of any kind. */
export function AddPhone({ world, phones, device, isFull, onAdd }: AddPhoneProps) {
  const offers = ROLES.flatMap((role) => {
    const phone = phoneFor(world, role, device, phones);
    return phone ? [{ role, phone }] : [];
  });

  return (
    <>
      <button type="button" className="add-phone" popoverTarget={MENU} disabled={isFull}>
        <PhoneIcon name="plus" className="size-4.5" />
        <span className="add-phone-word">Tambah HP</span>
      </button>
      <div id={MENU} popover="auto" className="add-menu">
        {offers.map(({ role, phone }) => (
          <button key={role} type="button" popoverTarget={MENU} popoverTargetAction="hide" onClick={() => onAdd(phone)}>
            <span className="role-mark" data-role={role}>
              <PhoneIcon name={ROLE_ICONS[role]} className="size-5" />
            </span>
            <span>
              <b>{ROLE_NAMES[role]}</b>
              <span>{role === "customer" ? "Nomor baru" : nameOf(world, phone)}</span>
            </span>
          </button>
        ))}
      </div>
    </>
  );
}
