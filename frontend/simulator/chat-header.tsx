import { PhoneIcon } from "./icons";
import { initialsOf, showNumber } from "./people";
import { showroomColor } from "./showroom-color";
import type { ShowroomOption, WorldView } from "./world-view";

type ChatHeaderProps = {
  world: WorldView;
  showroom: ShowroomOption | null;
  device: string;
  /** Below the name. */
  state: string;
  onDevice(device: string): void;
};

/** WhatsApp's green bar. The showroom's name is also the choice of which one. */
export function ChatHeader({ world, showroom, device, state, onDevice }: ChatHeaderProps) {
  return (
    <div className="chat-header">
      <span className="avatar" ref={showroomColor(showroom?.color ?? "")} aria-hidden="true">
        {initialsOf(showroom?.name ?? "?")}
      </span>
      <div className="min-w-0 flex-1">
        <label className="device-choice">
          <span className="sr-only">Showroom</span>
          <select value={device} onChange={(event) => onDevice(event.target.value)}>
            {world.showrooms.flatMap(({ name, devices }) =>
              devices.map((number) => (
                <option key={number} value={number}>
                  {devices.length > 1 ? `${name} (${showNumber(number)})` : name}
                </option>
              )),
            )}
          </select>
          <PhoneIcon name="arrow-down" className="size-4" />
        </label>
        <p className="chat-state" aria-live="polite">
          {state}
        </p>
      </div>
      {showroom && (
        <a
          className="header-button"
          href={showroom.siteUrl}
          target="_blank"
          rel="noopener"
          title="Buka website showroom"
        >
          <PhoneIcon name="store" className="size-5.5" />
          <span className="sr-only">Buka website {showroom.name} di tab baru</span>
        </a>
      )}
    </div>
  );
}
