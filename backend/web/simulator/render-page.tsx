import { renderToString } from "react-dom/server";
import { SimulatorPage } from "@/frontend/simulator/simulator-page";
import type { SimulatorDeps } from "./deps";

/** Nothing inline: the page works under the strictest policy. */
export const PAGE_HEADERS = {
  "Content-Security-Policy":
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "X-Robots-Tag": "noindex, nofollow",
};

export function renderPage({ assets }: Pick<SimulatorDeps, "assets">): string {
  const page = <SimulatorPage stylesheet={assets.url("simulator.css")} script={assets.url("simulator.js")} />;
  return `<!DOCTYPE html>${renderToString(page)}`;
}
