import { createRoot } from "react-dom/client";
import { MaskEditor } from "../dashboard/photos/editor/mask-editor";

for (const place of document.querySelectorAll<HTMLElement>("[data-island=mask-editor]")) {
  const props = place.dataset.props;
  if (props) createRoot(place).render(<MaskEditor {...JSON.parse(props)} />);
}
