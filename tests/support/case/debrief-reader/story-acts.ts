import type { Act as StoryAct } from '#case/exercise/model/acts.ts';
import type { PreservationAction } from '#kinds/preservation/model/play.ts';
import type { RequestsAction } from '#kinds/requests/model/play.ts';
import type { ReadAttempt } from './attempt.ts';

/** An act in the log, with its event. */
export interface ShownAct {
  readonly act: StoryAct;
  readonly seq: number;
}

/**
 * Every act of the four kinds in the log. If the case has a workbench or a desk for an act, the choice to go there is
 * not the act; what is done there is.
 */
export function shownActs(attempt: ReadAttempt): ShownAct[] {
  const known = shown.get(attempt) ?? readActs(attempt);
  shown.set(attempt, known);
  return known;
}

const shown = new WeakMap<ReadAttempt, ShownAct[]>();

function readActs(attempt: ReadAttempt): ShownAct[] {
  const hasWorkbench = attempt.exercises('preservation').length > 0;
  const hasDesk = attempt.exercises('requests').length > 0;
  const found: ShownAct[] = [];
  for (const event of attempt.events) {
    const { seq } = event;
    if (event.type === 'decision.made') {
      const state = attempt.state(event.state);
      const options = 'options' in state ? state.options : [];
      const act = options.find(({ id }) => id === event.option)?.act;
      if (act === undefined || (act === 'preserve' && hasWorkbench) || (act === 'request' && hasDesk)) continue;
      found.push({ act, seq });
    }
    if (event.type !== 'exercise.acted') continue;
    const state = attempt.state(event.state);
    if (state.type !== 'exercise') continue;
    if (state.kind === 'preservation') {
      const act = workbenchAct(attempt, event.action as unknown as PreservationAction, event.at);
      if (act) found.push({ act, seq });
    }
    if (state.kind === 'requests') {
      const action = event.action as unknown as RequestsAction;
      const act = action.type === 'letter.sent' ? letterAct(action.letter.kind) : undefined;
      if (act) found.push({ act, seq });
    }
  }
  return found;
}

function workbenchAct(attempt: ReadAttempt, action: PreservationAction, at: string): StoryAct | undefined {
  if (action.type === 'page.captured') return attempt.sent(action.ad, at).status === 200 ? 'preserve' : undefined;
  if (action.type === 'request.entered') return letterAct(action.letter.kind);
  if (action.type === 'notice.entered') return 'notify';
  return action.type === 'shortcut.taken' && action.shortcut === 'private-contact' ? 'contact' : undefined;
}

const letterAct = (kind: string): StoryAct | undefined =>
  kind === 'preservation' ? 'request' : kind === 'notice' ? 'notify' : undefined;

/** The first event of an act; undefined if the log has none. */
export const firstOf = (acts: readonly ShownAct[], wanted: StoryAct): number | undefined =>
  acts.find(({ act }) => act === wanted)?.seq;
