import { PhoneIcon } from "./icons";
import { showroomColor } from "./showroom-color";
import type { WorldView } from "./world-view";

/** The public pages of the showrooms. */
export function SiteLinks({ world }: { world: WorldView }) {
  return (
    <ul className="site-links">
      {world.showrooms.map((showroom) => (
        <li key={showroom.siteUrl}>
          <a className="site-link" href={showroom.siteUrl} target="_blank" rel="noopener">
            <span className="site-swatch" ref={showroomColor(showroom.color)} aria-hidden="true" />
            <span className="min-w-0 flex-1">
              <b>{showroom.name}</b>
              <span>{showroom.siteUrl.replace(/^https?:\/\//, "")}</span>
            </span>
            <PhoneIcon name="external" className="size-4" />
            <span className="sr-only">(tab baru)</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
