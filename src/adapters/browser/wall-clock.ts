/** The reader's own time as an ISO text. It stands beside case time and is scored nowhere. */
export const wallClock = (): string => new Date().toISOString();
