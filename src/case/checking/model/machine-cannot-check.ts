/**
 * What an author has to look at alone, since no check can read it. The words stand in the messages of the studio, under
 * `cannot.<id>`; lesson F3 tells what they ask of an author.
 */
const POINTS = [
  'true-on-every-way',
  'harm-tempts',
  'equal-in-tone',
  'quiet-red-line',
  'people-in-all-roles',
  'may-say-no',
  'innocent-reading',
  'read-aloud',
] as const;

export type PointForPeople = (typeof POINTS)[number];

/** The points that only a person can check, in the order in which they are ticked. */
export const machineCannotCheck = (): readonly PointForPeople[] => POINTS;
