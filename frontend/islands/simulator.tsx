import { createRoot } from "react-dom/client";
import { Simulator } from "../simulator/simulator";

const place = document.getElementById("simulator");
if (place) createRoot(place).render(<Simulator />);
