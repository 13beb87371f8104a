import type { PreservationAction } from '#core/preservation/play.ts';
import type { ReadBench } from './bench.ts';

/** What an entry of the custody log says of an act: who, and the words in which. */
interface CustodyLine {
  readonly actor: string;
  readonly role: string;
  readonly reason: string;
}

/** Acts that leave no entry: a way out that somebody takes, and a new name that is not told. */
const leavesNone = (action: PreservationAction) =>
  action.type === 'shortcut.taken' || (action.type === 'item.renamed' && !action.logged);

/** Every word of an act that was written down by hand. */
function wordsIn(action: PreservationAction): string {
  const { type, actor, role, ...rest } = action;
  if (type === 'record.written') return '';
  if (type === 'request.entered') return action.letter.to;
  return Object.values(rest)
    .flatMap((value) => (typeof value === 'string' ? [value] : Array.isArray(value) ? value : []))
    .join('; ');
}

/** The entries that the acts of a bench leave in its custody log. */
export function custodyLines({ acts }: ReadBench): CustodyLine[] {
  return acts
    .filter(({ action }) => !leavesNone(action))
    .map(({ action }) => ({ actor: action.actor, role: action.role, reason: wordsIn(action) }));
}
