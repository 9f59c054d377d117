import type { Persona } from "./persona";

export type BurstDelay = (persona: Persona, hasMedia: boolean) => number;

/**
 * How long to wait for more before answering, in ms. An album arrives as one webhook per picture, customers write in
 * short pieces; a staff command is whole. The lane caps the waiting at 8 s.
 */
export function burstDelayMs(persona: Persona, hasMedia: boolean): number {
  if (persona === "staff") return hasMedia ? 1_500 : 0;
  return hasMedia ? 2_500 : 1_200;
}
