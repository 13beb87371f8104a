/** A sentence of the result, as a key of the evidence texts. */
export interface LockerClaim {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Parameters that are lists: each part is a text of its own, or stands as it is. */
  readonly lists?: Readonly<Record<string, readonly (LockerClaim | string)[]>>;
}

/** Maximum parts that a sentence lists; the others stand with their findings. */
const MAX_NAMED = 12;

/** A sentence without parameters. */
export const word = (id: string): LockerClaim => ({ id, params: {} });

/** A sentence about a number of files: it has a form for one. */
export const countClaim = (id: string, count: number): LockerClaim => ({
  id: count === 1 ? `${id}.one` : id,
  params: { count },
});

/** A sentence with a list: for one part, for several, or with the first of many. */
export function listClaim(id: string, name: string, parts: readonly (LockerClaim | string)[]): LockerClaim {
  const form = parts.length === 1 ? `${id}.one` : parts.length > MAX_NAMED ? `${id}.more` : id;
  return { id: form, params: { count: parts.length }, lists: { [name]: parts.slice(0, MAX_NAMED) } };
}

/** Looks up a text by key. */
type SayText = (key: string, params: Readonly<Record<string, string | number>>) => string;

/** A claim in words: lists are joined with commas. */
export function sayClaim({ id, params, lists = {} }: LockerClaim, say: SayText): string {
  const joined = Object.entries(lists).map(([name, parts]) => {
    const texts = parts.map((part) => (typeof part === 'string' ? part : sayClaim(part, say)));
    return [name, texts.join(', ')];
  });
  return say(id, { ...params, ...Object.fromEntries(joined) });
}
