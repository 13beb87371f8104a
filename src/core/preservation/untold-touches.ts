import type { BenchFacts } from './bench-facts.ts';
import type { Shortcut } from './care-actions.ts';

/** Unlogged acts: acts on files of the locker that leave no entry in its custody log. */
export const UNTOLD_TOUCHES = ['renamed', 'own-device', 'public-archive', 'face-search', 'resaved-original'] as const;
export type UntoldTouch = (typeof UNTOLD_TOUCHES)[number];

/** An act on the locker that is in the attempt log but not in the custody log. */
export interface UntoldTouchFact {
  readonly touch: UntoldTouch;
  readonly seq: number;
  /** The item concerned; left out if the act concerns all items. */
  readonly item?: string;
}

const isTouch = (shortcut: Shortcut): shortcut is Shortcut & UntoldTouch =>
  (UNTOLD_TOUCHES as readonly string[]).includes(shortcut);

/** The unlogged acts of a bench, in order of the log. */
export function untoldTouches({ response }: Pick<BenchFacts, 'response'>): UntoldTouchFact[] {
  return response.acts.flatMap((act): UntoldTouchFact[] => {
    if (act.type === 'item.renamed') return act.logged ? [] : [{ touch: 'renamed', seq: act.seq, item: act.item }];
    if (act.type !== 'shortcut.taken' || !isTouch(act.shortcut)) return [];
    return [{ touch: act.shortcut, seq: act.seq }];
  });
}
