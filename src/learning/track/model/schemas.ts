import { z } from 'zod';

const text = z.string().min(1);
const name = z.string().regex(/^[a-z][a-z0-9-]*$/);
const why = text;

/** One step as authored. A lesson and a case say themselves how long they take. */
const StepSchema = z.union([
  z.strictObject({ lesson: name, why }),
  /** `title` is given where two steps play the same exercise. */
  z.strictObject({ case: name, title: text.optional(), why }),
  /** A page that keeps nothing: the reader ticks it. `page` is the address from the root of the site. */
  z.strictObject({ page: z.string().regex(/^(?:[a-z0-9-]+\/)+$/), title: text, minutes: z.int().positive(), why }),
  /** Missed questions are answered again, so many days after the first answer. */
  z.strictObject({ return: z.int().positive(), title: text, minutes: z.int().positive(), why }),
]);

/** A track as authored in `content/tracks/<id>.yaml`. */
export const TrackSchema = z.strictObject({
  schema: z.literal('track/1'),
  id: name,
  title: text,
  /** What the link to it says. */
  begin: text,
  lead: text,
  steps: z.array(StepSchema).min(1),
});

export type AuthoredTrack = z.output<typeof TrackSchema>;
export type AuthoredStep = AuthoredTrack['steps'][number];
