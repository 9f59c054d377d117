import { hydrateRoot } from "react-dom/client";
import { isInboxView } from "../dashboard/inbox/live/inbox-api";
import { LiveInbox } from "../dashboard/inbox/live/live-inbox";

const place = document.querySelector<HTMLElement>('[data-island="inbox"]');
const view: unknown = JSON.parse(place?.dataset.props ?? "null");
if (place && isInboxView(view)) hydrateRoot(place, <LiveInbox place={place} initial={view} />);
