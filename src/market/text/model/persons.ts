/** In whose person an ad is written: I, we, or somebody else about her, him or them. */
export const PERSONS = ['I', 'we', 'she', 'he', 'they'] as const;
export type Person = (typeof PERSONS)[number];

/** A word or phrase in all five persons, in the order of `PERSONS`. */
export type Forms = readonly [string, string, string, string, string];

/** Pronouns of the advertiser, as templates write them, in all persons. */
export const PRONOUNS: Readonly<Record<string, Forms>> = {
  I: ['I', 'we', 'she', 'he', 'they'],
  me: ['me', 'us', 'her', 'him', 'them'],
  my: ['my', 'our', 'her', 'his', 'their'],
  mine: ['mine', 'ours', 'hers', 'his', 'theirs'],
  myself: ['myself', 'ourselves', 'herself', 'himself', 'themselves'],
};

const IRREGULAR: Readonly<Record<string, Forms>> = {
  am: ['am', 'are', 'is', 'is', 'are'],
  was: ['was', 'were', 'was', 'was', 'were'],
  have: ['have', 'have', 'has', 'has', 'have'],
};

/** A verb in the present, as it stands after "I", in all persons. */
export function conjugate(verb: string): Forms {
  const irregular = IRREGULAR[verb];
  if (irregular) return irregular;
  const third = thirdPerson(verb);
  return [verb, verb, third, third, verb];
}

function thirdPerson(verb: string): string {
  if (/(?:s|sh|ch|x|z|o)$/.test(verb)) return `${verb}es`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return `${verb}s`;
}
