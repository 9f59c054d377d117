const SENT_FROM_A_PHONE = /^sim-(.+)-\d+$/;

/** Provider id of the `index`th message a phone sent in one go; sending the batch again gives the same ids. */
export function messageIdOf(batchId: string, index: number): string {
  return `sim-${batchId}-${index}`;
}

/** The batch a message was part of; null for messages that came from elsewhere. */
export function batchOf(providerId: string | null): string | null {
  return SENT_FROM_A_PHONE.exec(providerId ?? "")?.[1] ?? null;
}
