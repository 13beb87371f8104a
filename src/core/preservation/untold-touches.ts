import type { BenchFacts } from './bench-facts.ts';
import type { Shortcut } from './care-actions.ts';

/** What can be done with files of the locker and leaves no entry in its custody log. */
export const UNTOLD_TOUCHES = ['renamed', 'own-device', 'public-archive', 'face-search', 'resaved-original'] as const;
export type UntoldTouch = (typeof UNTOLD_TOUCHES)[number];

/** A touch that the attempt log shows and the custody log does not have. */
export interface UntoldTouchFact {
  readonly touch: UntoldTouch;
  readonly seq: number;
  /** The item that it is about; left out where it is about all of them. */
  readonly item?: string;
}

const isTouch = (shortcut: Shortcut): shortcut is Shortcut & UntoldTouch =>
  (UNTOLD_TOUCHES as readonly string[]).includes(shortcut);

/** The touches of a bench that its custody log does not have, in their order. */
export function untoldTouches({ response }: Pick<BenchFacts, 'response'>): UntoldTouchFact[] {
  return response.acts.flatMap((act): UntoldTouchFact[] => {
    if (act.type === 'item.renamed') return act.logged ? [] : [{ touch: 'renamed', seq: act.seq, item: act.item }];
    if (act.type !== 'shortcut.taken' || !isTouch(act.shortcut)) return [];
    return [{ touch: act.shortcut, seq: act.seq }];
  });
}
