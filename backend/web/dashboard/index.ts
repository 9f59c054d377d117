export { dashboardRoutes } from "./dashboard-routes";
export type { DashboardDeps } from "./deps";
