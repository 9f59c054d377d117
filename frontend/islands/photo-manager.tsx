import { createRoot } from "react-dom/client";
import { PhotoBoard } from "../dashboard/photos/live/photo-board";

for (const place of document.querySelectorAll<HTMLElement>("[data-island=photo-manager]")) {
  const props = place.dataset.props;
  if (props) createRoot(place).render(<PhotoBoard {...JSON.parse(props)} />);
}
