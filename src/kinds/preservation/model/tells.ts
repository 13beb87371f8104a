import type { DoneAct as ActOfCase } from '#case/exercise/model/acts.ts';
import { actsOfLetter } from '#case/exercise/model/acts-of-letter.ts';
import type { KindTells } from '#case/exercise/model/kind-tells.ts';
import type { KnownLetter } from '#evidence/letters/model/known-letter.ts';
import type { PreservationKind } from './kind.ts';
import type { LoggedPreservation } from './play.ts';

/** The letter that an act sent. Letters of the workbench have no id; replies to them come only in the story. */
function letterOf(act: LoggedPreservation): KnownLetter[] {
  if (act.type === 'request.entered')
    return [{ kind: act.letter.kind, to: act.letter.to, sentAt: act.at, seq: act.seq }];
  if (act.type === 'notice.entered') return [{ kind: 'notice', to: act.platform, sentAt: act.at, seq: act.seq }];
  return [];
}

/**
 * The case acts that a workbench act amounts to: a notice, a letter and a private contact count like those in the story.
 */
function actsOfCase(act: LoggedPreservation): ActOfCase[] {
  if (act.type === 'request.entered') return actsOfLetter(act.letter.kind, act.seq);
  if (act.type === 'notice.entered') return [{ act: 'notify', seq: act.seq }];
  const isContact = act.type === 'shortcut.taken' && act.shortcut === 'private-contact';
  return isContact ? [{ act: 'contact', seq: act.seq }] : [];
}

/** Acts, captures, pictures and letters of a workbench. Handled are captured pages, and those with a written record. */
export const PRESERVATION_TELLS: KindTells<PreservationKind> = {
  tell: ({ items, acts }) => ({
    acts: [
      ...items.flatMap(({ status, seq }): ActOfCase[] => (status === 200 ? [{ act: 'preserve', seq }] : [])),
      ...acts.flatMap(actsOfCase),
    ],
    captured: items,
    pictured: acts.filter((act) => act.type === 'look.captured'),
    letters: () => acts.flatMap(letterOf),
    handled: () => [
      { id: 'preservation.pages', n: items.length },
      { id: 'preservation.records', n: items.filter(({ record }) => record).length },
    ],
  }),
};
