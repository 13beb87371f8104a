import type { RequestsAction } from '#kinds/requests/model/play.ts';
import type { ReadWorkbench } from './bench.ts';

/** A preservation request that was sent, with its renewal dates. */
interface LetterToKeep {
  readonly at: string;
  readonly days: number;
  readonly diary: readonly string[];
  readonly renewedAt: readonly string[];
}

/** The preservation requests sent from this workbench and from every desk of the case. */
export function lettersToKeep(workbench: ReadWorkbench): LetterToKeep[] {
  const here = workbench
    .of('request.entered')
    .filter(({ action }) => action.letter.kind === 'preservation')
    .map(({ action, at }) => ({
      at,
      days: action.letter.days,
      diary: workbench.of('renewal.noted').map((noted) => noted.action.on),
      renewedAt: workbench.of('request.renewed').map((renewed) => renewed.at),
    }));
  return [...here, ...workbench.attempt.exercises('requests').flatMap((desk) => atDesk(workbench, desk))];
}

function atDesk({ attempt }: ReadWorkbench, desk: string): LetterToKeep[] {
  const acts = attempt.actsAt<RequestsAction>(desk);
  const sent = acts.filter(({ action }) => action.type === 'letter.sent');
  return sent.flatMap(({ action, at, seq }, n) => {
    if (action.type !== 'letter.sent' || action.letter.kind !== 'preservation') return [];
    const id = `L-${String(n + 1).padStart(2, '0')}`;
    const later = acts.filter((act) => act.seq > seq);
    // A new date in the diary replaces the earlier one for the same letter.
    const noted = later.flatMap(({ action: act }) => (act.type === 'renewal.noted' && act.of === id ? [act.on] : []));
    return [
      {
        at,
        days: action.letter.days,
        diary: noted.slice(-1),
        renewedAt: later.flatMap((act) =>
          act.action.type === 'letter.renewed' && act.action.of === id ? [act.at] : [],
        ),
      },
    ];
  });
}
