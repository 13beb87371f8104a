import { toWrite } from '#case/checking/model/to-write.ts';
import { ACTS, type Act } from '#case/exercise/model/acts.ts';
import type { Edit } from '#studio/model/edit.ts';
import { fieldsAt, KEY_FILE, listAt, type StudioCase } from '#studio/model/studio-case.ts';

const PERCENT = 100;

/** The order of acts that the key asks for: pairs of which the first comes before the second. */
export const orderPairs = ({ key }: StudioCase): readonly (readonly [string, string])[] =>
  listAt(fieldsAt(key, 'order'), 'before').map((pair) => {
    const [first = '', second = ''] = Array.isArray(pair) ? pair.map(String) : [];
    return [first, second];
  });

/** Pairs of acts that can still be added: no act before itself, and no pair in both orders. */
export function freePairs(edited: StudioCase): readonly (readonly [Act, Act])[] {
  const known = orderPairs(edited).flatMap(([first, second]) => [`${first} ${second}`, `${second} ${first}`]);
  return ACTS.flatMap((first) => ACTS.map((second) => [first, second] as const)).filter(
    ([first, second]) => first !== second && !known.includes(`${first} ${second}`),
  );
}

/** The edits that add an order of two acts; the first one adds a placeholder for the reason. */
export function addOrderPair(edited: StudioCase, pair: readonly [Act, Act]): readonly Edit[] {
  const pairs = orderPairs(edited);
  if (pairs.length > 0) return [{ do: 'insert', file: KEY_FILE, at: ['order', 'before', pairs.length], value: pair }];
  const value = { before: [pair], reason: toWrite('Why the first act comes before the second.'), sources: [] };
  return [{ do: 'set', file: KEY_FILE, at: ['order'], value, after: ['decisions', 'model', 'passMark'] }];
}

/** The edit that removes an order of two acts from the key; the last one takes reason and sources with it. */
export function removeOrderPair(edited: StudioCase, n: number): readonly Edit[] {
  const pairs = orderPairs(edited);
  if (n < 0 || n >= pairs.length) return [];
  return [{ do: 'remove', file: KEY_FILE, at: pairs.length === 1 ? ['order'] : ['order', 'before', n] }];
}

/** The pass mark of the decisions in percent; undefined without one. */
export const passPercent = ({ key }: StudioCase): number | undefined =>
  typeof key.passMark === 'number' ? Math.round(key.passMark * PERCENT) : undefined;

/** The edit that sets the pass mark, in percent from 1 to 100, or removes it. None for any other number. */
export function setPassMark({ key }: StudioCase, percent: number | undefined): readonly Edit[] {
  const at = ['passMark'];
  if (percent === undefined) return key.passMark === undefined ? [] : [{ do: 'remove', file: KEY_FILE, at }];
  if (!Number.isInteger(percent) || percent < 1 || percent > PERCENT) return [];
  return [{ do: 'set', file: KEY_FILE, at, value: percent / PERCENT, after: ['decisions', 'model'] }];
}
