/** The local wall time in ISO format. Stored beside case time and never scored. */
export const wallClock = (): string => new Date().toISOString();

/** The wall time in milliseconds. */
export const wallNow = (): number => Date.now();
