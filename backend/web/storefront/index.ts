export type { StorefrontDeps } from "./deps";
export { storefrontRoutes } from "./storefront-routes";
export { unknownHostResponse } from "./unknown-host";
