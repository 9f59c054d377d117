import type { ReactNode } from "react";
import type { SearchEntry } from "@/backend/features/insights";
import type { TenantProfile } from "@/backend/features/tenants";
import type { Ctx } from "@/backend/platform/ctx";
import type { StorefrontDocumentProps } from "@/frontend/document";
import type { ShowroomView } from "@/frontend/storefront/showroom-view";

/** What happens each time a page is sent, from the cache or not. */
export type PageEffect = { type: "search"; entry: SearchEntry } | { type: "view"; carId: string };

/** One page before it becomes a document; `islands` are built file names ("gallery.js"). */
export type Page = Pick<StorefrontDocumentProps, "head" | "preload" | "hasHeaderSearch"> & {
  showroom: ShowroomView;
  islands: string[];
  content: ReactNode;
  effect: PageEffect | null;
};

/** What every page is made for; `origin` is the tenant's primary address without trailing slash. */
export type PageContext = { ctx: Ctx; tenant: TenantProfile; origin: string; now: Date };
