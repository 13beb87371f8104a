import type { CapturedItem, DoneAct, PreservationResponse } from './play.ts';

/** How an original was altered: a remark was written on it, it was saved again, or something on it was made unreadable. */
export const ALTERATIONS = ['marked', 'saved', 'unreadable'] as const;
export type Alteration = (typeof ALTERATIONS)[number];

/** One act that altered originals, and which ones. */
export interface AlteringAct {
  readonly how: Alteration;
  readonly seq: number;
  /**
   * The captures that it altered. A log from before the item was written down does not say which original was saved again:
   * then of none that lay in the locker can it be said that it is as its site sent it.
   */
  readonly items: readonly string[];
}

type Bench = Pick<PreservationResponse, 'acts' | 'items'>;

/** The acts that altered an original, in their order. What is made unreadable on a working copy alters none. */
export function alteringActs(bench: Bench): AlteringAct[] {
  return bench.acts.flatMap((act): AlteringAct[] => {
    const how = alterationBy(act, bench);
    if (!how) return [];
    const named = 'item' in act ? act.item : undefined;
    const lying = heldAt(act.seq, bench);
    const items = named === undefined ? lying : lying.filter(({ item }) => item === named);
    return [{ how, seq: act.seq, items: items.map(({ item }) => item) }];
  });
}

/** The captures whose original was altered after the capture, by their numbers. */
export const alteredItems = (bench: Bench): ReadonlySet<string> =>
  new Set(alteringActs(bench).flatMap(({ items }) => items));

function alterationBy(act: DoneAct, { acts }: Bench): Alteration | undefined {
  if (act.type === 'note.written') return act.on === 'original' ? 'marked' : undefined;
  if (act.type === 'shortcut.taken') return act.shortcut === 'resaved-original' ? 'saved' : undefined;
  if (act.type !== 'bystander.redacted') return undefined;
  const isSealed = acts.some((one) => one.type === 'copy.sealed' && one.item === act.item && one.seq < act.seq);
  return isSealed ? undefined : 'unreadable';
}

/** What had been captured by that place in the log, and was not deleted before it. */
function heldAt(place: number, { acts, items }: Bench): CapturedItem[] {
  const deleted = acts.flatMap((act) => (act.type === 'item.deleted' && act.seq < place ? [act.item] : []));
  return items.filter(({ item, seq }) => seq < place && !deleted.includes(item));
}
