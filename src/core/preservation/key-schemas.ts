import { z } from 'zod';

/** Which ads belong in the locker: all ads of the actor behind this one. */
export const PreserveKeySchema = z.strictObject({ sameActorAs: z.string().regex(/^\d{4}$/) });

export type PreserveKey = z.output<typeof PreserveKeySchema>;
