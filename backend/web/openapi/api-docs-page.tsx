import { renderToString } from "react-dom/server";
import type { Assets } from "@/backend/http/assets";
import { ApiDocsPage } from "@/frontend/api-docs/api-docs-page";
import { swaggerUrl } from "./swagger-files";

/** The page that shows `/api/openapi.json` to people, with everything it needs from this host. */
export function apiDocsPage(assets: Assets): string {
  const page = (
    <ApiDocsPage
      stylesheets={[swaggerUrl("swagger-ui.css"), assets.url("api-docs.css")]}
      viewerScript={swaggerUrl("swagger-ui-bundle.js")}
      startScript={assets.url("api-docs.js")}
    />
  );
  return `<!DOCTYPE html>${renderToString(page)}`;
}
