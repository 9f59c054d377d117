/** Below this the rules only guess. */
export const LEAST_CONFIDENCE = 0.5;
