export { openApiDocument } from "./openapi-document";
export { type OpenApiDeps, openApiRoutes } from "./openapi-routes";
