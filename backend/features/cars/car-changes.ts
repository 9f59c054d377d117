import { z } from "zod";
import type { Actor } from "@/backend/platform/actor";
import { maySeeCost, maySeePlate } from "./car-view";
import { type Channel, channelSchema } from "./schemas";

const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export type FieldValue = z.output<typeof valueSchema>;

const changeSchema = z.object({ field: z.string(), from: valueSchema, to: valueSchema });
export type FieldChange = z.output<typeof changeSchema>;

/** One change of a car: who, when, from where, and every field before and after that the reader may see. */
export type CarChangeRecord = {
  id: string;
  type: string;
  at: Date;
  channel: Channel;
  /** A person's name, "Sistem" or "Pelanggan". */
  by: string;
  changes: FieldChange[];
  /** The change took another one back. */
  isUndo: boolean;
};

type EventRow = { id: string; type: string; channel: string; actor: unknown; data: unknown; createdAt: Date };

const dataSchema = z.object({
  changes: z.array(changeSchema).catch([]).default([]),
  fields: z.array(z.string()).catch([]).default([]),
  from: z.string().optional(),
  to: z.string().optional(),
  fromRupiah: z.number().optional(),
  toRupiah: z.number().optional(),
  soldPriceRupiah: z.number().optional(),
  status: z.string().optional(),
  isUndo: z.boolean().default(false),
});

const actorSchema = z.object({ type: z.string(), name: z.string().optional() });

/** Reads a row of `car_events` for this reader: the cost price is the owner's, the plate not everybody's. */
export function readChanges(event: EventRow, reader: Actor): CarChangeRecord {
  const data = dataSchema.catch({ changes: [], fields: [], isUndo: false }).parse(event.data);
  return {
    id: event.id,
    type: event.type,
    at: event.createdAt,
    channel: channelSchema.catch("system").parse(event.channel),
    by: nameOf(event.actor),
    changes: changesOf(data).filter(({ field }) => maySee(reader, field)),
    isUndo: data.isUndo,
  };
}

function changesOf(data: z.output<typeof dataSchema>): FieldChange[] {
  const told = new Set(data.changes.map(({ field }) => field));
  const changes = [...data.changes];
  if (data.from !== undefined && data.to !== undefined) {
    changes.push({ field: "status", from: data.from, to: data.to });
  }
  if (data.fromRupiah !== undefined && data.toRupiah !== undefined && !told.has("priceRupiah")) {
    changes.push({ field: "priceRupiah", from: data.fromRupiah, to: data.toRupiah });
  }
  if (data.soldPriceRupiah !== undefined) {
    changes.push({ field: "soldPriceRupiah", from: null, to: data.soldPriceRupiah });
  }
  return changes;
}

function maySee(reader: Actor, field: string): boolean {
  if (field === "costPriceRupiah") return maySeeCost(reader);
  return field !== "plate" || maySeePlate(reader);
}

function nameOf(actor: unknown): string {
  const { type, name } = actorSchema.catch({ type: "system" }).parse(actor);
  if (type === "user" && name) return name;
  return type === "customer" ? "Pelanggan" : "Sistem";
}
