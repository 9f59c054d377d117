/** The gateway had delivered this message before: the transaction that found out is rolled back. */
export class DuplicateMessageError extends Error {}
