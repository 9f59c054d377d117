import { PhoneIcon } from "./icons";
import { showNumber } from "./people";
import { showroomColor } from "./showroom-color";
import type { ShowroomOption, WorldView } from "./world-view";

type ChatHeaderProps = {
  world: WorldView;
  showroom: ShowroomOption | null;
  device: string;
  isAnswering: boolean;
  onDevice(device: string): void;
};

/** WhatsApp's green bar. The showroom's name is also the choice of whom to write to. */
export function ChatHeader({ world, showroom, device, isAnswering, onDevice }: ChatHeaderProps) {
  return (
    <div className="chat-header">
      <span className="avatar" ref={showroomColor(showroom?.color ?? "")} aria-hidden="true">
        {initialsOf(showroom?.name ?? "?")}
      </span>
      <div className="min-w-0 flex-1">
        <label className="device-choice">
          <span className="sr-only">Chat dengan showroom</span>
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
          {isAnswering ? "mengetik…" : "online"}
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

function initialsOf(name: string): string {
  const words = name.replace(/^(showroom|mobil)\s+/i, "").split(/\s+/);
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}
