import type { Deps } from "@/backend/deps";

/** The ports that dashboard pages hand to verbs. */
export type DashboardDeps = Omit<Deps, "lanes" | "phones" | "close" | "isDraining">;
