import { ACTIONS, type CheckathonAction } from './actions.ts';
import { remindOfCards } from './card-questions.ts';
import { copyOf, type Draft } from './draft.ts';
import type { RedLine } from './injects.ts';

/** Whatever is done on a site where a possible minor was seen, before this is told, crosses a red line. */
export function watchRedLines(draft: Draft, action: CheckathonAction): void {
  const site = 'copy' in action ? copyOf(draft, action.copy).site : 'site' in action ? action.site : undefined;
  const isWork = ACTIONS[action.type].cost > 0;
  for (const { id, site: about, choice } of draft.injects) {
    if (id === 'possible-minor' && choice !== 'refer' && isWork && site === about)
      cross(draft, 'went-on-beside-a-possible-minor');
    if (id === 'sellers-harmed' && site === about && action.type === 'card.placed' && action.card === 'TC11')
      cross(draft, 'went-on-hurting-sellers');
  }
  if (action.type !== 'inject.answered') return;
  if (action.choice === 'go-on') cross(draft, 'went-on-beside-a-possible-minor');
  if (action.choice === 'names') cross(draft, 'gave-names-before-the-reply');
}

function cross(draft: Draft, line: RedLine): void {
  if (!draft.red.includes(line)) draft.red = [...draft.red, line];
}

/** Where the clock stands: the team sees which cards it should have taken down. */
export function noteIdleCards(draft: Draft): void {
  remindOfCards(draft);
  if (draft.overstayed.length > 0) cross(draft, 'card-up-too-long');
}
