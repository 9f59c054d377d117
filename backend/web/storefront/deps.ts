import type { SearchLog, ViewCounter } from "@/backend/features/insights";
import type { PublicOrigin } from "@/backend/features/tenants";
import type { Assets } from "@/backend/http/assets";
import type { Clock } from "@/backend/platform/clock";
import type { Database } from "@/backend/platform/database/database";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";

export type StorefrontDeps = {
  db: Database;
  clock: Clock;
  objectStore: ObjectStore;
  origin: PublicOrigin;
  assets: Assets;
  searchLog: Pick<SearchLog, "record">;
  viewCounter: Pick<ViewCounter, "record">;
};
