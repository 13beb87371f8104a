import { type Readers, truth } from './attempt.ts';
import type { ReadFinds } from './finds.ts';

const went = ({ missed, wrong }: { readonly missed: number; readonly wrong: number }) => missed + wrong;

/** The signs with the most mistakes, and their number. */
function weakest({ marks: { bySign } }: ReadFinds) {
  const count = Math.max(0, ...[...bySign.values()].map(went));
  const signs = [...bySign].filter(([, sign]) => went(sign) === count && count > 0);
  return { count, signs };
}

/** Sentences about the signs of a detection exercise. */
export const SIGN_READERS: Readers<ReadFinds> = {
  'sign.clean': ({ marks: { bySign } }) => {
    const all = [...bySign.values()];
    const count = all.reduce((sum, { found }) => sum + found, 0);
    return truth(count > 0 && all.every((sign) => went(sign) === 0), { params: { count } });
  },
  'sign.unmarked': ({ marks: { bySign } }) => {
    const all = [...bySign.values()];
    const count = all.reduce((sum, { missed }) => sum + missed, 0);
    return truth(count > 0 && all.every(({ found, wrong }) => found + wrong === 0), { params: { count } });
  },
  'sign.weakest': (finds) => {
    const { signs } = weakest(finds);
    const [only, another] = signs;
    if (!only || another) return [];
    const [sign, { missed, wrong }] = only;
    return [{ params: { sign, misses: missed, wrong } }];
  },
  // In a tie all of them are named.
  'sign.weakest.several': (finds) => {
    const { count, signs } = weakest(finds);
    const all = signs.map(([sign]) => sign).join(', ');
    return truth(signs.length > 1, { params: { signs: all, count } });
  },
};
