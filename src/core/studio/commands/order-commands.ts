import { toWrite } from '#core/checking/to-write.ts';
import { ACTS, type Act } from '#core/exercise/acts.ts';
import type { Edit } from '../edit.ts';
import { fieldsAt, KEY_FILE, listAt, type StudioCase } from '../studio-case.ts';

const PERCENT = 100;

/** The order of acts that the key asks for: pairs of which the first comes before the second. */
export const orderPairs = ({ key }: StudioCase): readonly (readonly [string, string])[] =>
  listAt(fieldsAt(key, 'order'), 'before').map((pair) => {
    const [first = '', second = ''] = Array.isArray(pair) ? pair.map(String) : [];
    return [first, second];
  });

/** Pairs of acts that an order may still name: no act before itself, and none in both orders. */
export function freePairs(edited: StudioCase): readonly (readonly [Act, Act])[] {
  const known = orderPairs(edited).flatMap(([first, second]) => [`${first} ${second}`, `${second} ${first}`]);
  return ACTS.flatMap((first) => ACTS.map((second) => [first, second] as const)).filter(
    ([first, second]) => first !== second && !known.includes(`${first} ${second}`),
  );
}

/** The edits that ask for one more order of two acts; the first one brings a reason to be written. */
export function addOrderPair(edited: StudioCase, pair: readonly [Act, Act]): readonly Edit[] {
  const pairs = orderPairs(edited);
  if (pairs.length > 0) return [{ do: 'insert', file: KEY_FILE, at: ['order', 'before', pairs.length], value: pair }];
  const value = { before: [pair], reason: toWrite('Why the first act comes before the second.'), sources: [] };
  return [{ do: 'set', file: KEY_FILE, at: ['order'], value, after: ['decisions', 'model', 'passMark'] }];
}

/** The edit that takes an order of two acts out of the key; with the last one its reason and sources go. */
export function removeOrderPair(edited: StudioCase, n: number): readonly Edit[] {
  const pairs = orderPairs(edited);
  if (n < 0 || n >= pairs.length) return [];
  return [{ do: 'remove', file: KEY_FILE, at: pairs.length === 1 ? ['order'] : ['order', 'before', n] }];
}

/** The share of points from which decisions pass, in percent; undefined where nothing is passed or failed. */
export const passPercent = ({ key }: StudioCase): number | undefined =>
  typeof key.passMark === 'number' ? Math.round(key.passMark * PERCENT) : undefined;

/** The edit that sets the pass mark, in percent from 1 to 100, or takes it out of the key. None for any other number. */
export function setPassMark({ key }: StudioCase, percent: number | undefined): readonly Edit[] {
  const at = ['passMark'];
  if (percent === undefined) return key.passMark === undefined ? [] : [{ do: 'remove', file: KEY_FILE, at }];
  if (!Number.isInteger(percent) || percent < 1 || percent > PERCENT) return [];
  return [{ do: 'set', file: KEY_FILE, at, value: percent / PERCENT, after: ['decisions', 'model'] }];
}
