import type { PublicOrigin } from "@/backend/features/tenants";
import type { Clock } from "@/backend/platform/clock";
import type { Database } from "@/backend/platform/database/database";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";

/** Hands a webhook body to the product as a provider would: POST /webhook/simulator on the app itself. */
export type DeliverWebhook = (body: unknown) => Promise<Response>;

export type SamplePhoto = { name: string; bytes: Uint8Array };

export type SimulatorDeps = {
  db: Database;
  clock: Clock;
  objectStore: ObjectStore;
  origin: PublicOrigin;
  maxFileBytes: number;
  assets: { url(name: string): string };
  deliver: DeliverWebhook;
  /** Pictures of a car the guide offers for a first upload. */
  samplePhotos?(): Promise<SamplePhoto[]>;
};
