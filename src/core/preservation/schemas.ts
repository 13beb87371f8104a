import * as z from 'zod/mini';

const text = z.string().check(z.maxLength(20_000));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const person = { actor: text, role: text };

/** The acts of the kind as a saved log may hold them; see `PreservationAction`. */
export const PreservationActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('authority.noted'), legalBasis: text, ...person }),
  z.strictObject({ type: z.literal('clock.checked'), offsetSeconds: z.number(), ...person }),
  z.strictObject({ type: z.literal('child-material.checked'), ad: text, ...person }),
  z.strictObject({
    type: z.literal('page.captured'),
    ad: text,
    status: z.int(),
    bytes: z.int(),
    sha256,
    ...person,
  }),
  z.strictObject({
    type: z.literal('record.written'),
    item: text,
    url: text,
    time: text,
    identifiers: z.array(text),
    ...person,
  }),
  z.strictObject({ type: z.literal('hash.verified'), item: text, sha256, ...person }),
  z.strictObject({ type: z.literal('copy.sealed'), item: text, ...person }),
]);

/** What a scenario may ask of this kind: nothing; which ads belong in the locker is for the key to say. */
export const PreservationBriefSchema = z.strictObject({});
