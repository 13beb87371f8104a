import { z } from 'zod';

/** The ads that belong in the locker: all ads of the actor behind this ad, which is given by id. */
export const PreserveKeySchema = z.strictObject({ sameActorAs: z.string().regex(/^\d{4}$/) });

export type PreserveKey = z.output<typeof PreserveKeySchema>;
