import { ACTIONS, type PlatformTestAction } from './actions.ts';
import { remindOfCards } from './card-questions.ts';
import type { RedLine } from './injects.ts';
import { copyOf, type NextState } from './next-state.ts';

/**
 * Notes the red lines that an action crosses: work on a site before a possible minor there is referred, more harm to
 * sellers, names given before the reply.
 */
export function watchRedLines(next: NextState, action: PlatformTestAction): void {
  const site = 'copy' in action ? copyOf(next, action.copy).site : 'site' in action ? action.site : undefined;
  const isWork = ACTIONS[action.type].cost > 0;
  for (const { id, site: about, choice } of next.injects) {
    if (id === 'possible-minor' && choice !== 'refer' && isWork && site === about)
      cross(next, 'went-on-beside-a-possible-minor');
    if (id === 'sellers-harmed' && site === about && action.type === 'card.placed' && action.card === 'TC11')
      cross(next, 'went-on-hurting-sellers');
  }
  if (action.type !== 'inject.answered') return;
  if (action.choice === 'go-on') cross(next, 'went-on-beside-a-possible-minor');
  if (action.choice === 'names') cross(next, 'gave-names-before-the-reply');
}

function cross(next: NextState, line: RedLine): void {
  if (!next.red.includes(line)) next.red = [...next.red, line];
}

/** Records cards that should have been taken down, when the clock has stopped and the team can see them. */
export function noteIdleCards(next: NextState): void {
  remindOfCards(next);
  if (next.overstayed.length > 0) cross(next, 'card-up-too-long');
}
