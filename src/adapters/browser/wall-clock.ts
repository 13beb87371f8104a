/** The local wall time in ISO format. Stored beside case time and never scored. */
export const wallClock = (): string => new Date().toISOString();
