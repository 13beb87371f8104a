import type { Instant } from '#kernel/model/instant.ts';

/** Day and minute of a moment in UTC, as in 2031-06-02 08:15. */
export const courtMoment = (at: Instant): string => at.slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ');
