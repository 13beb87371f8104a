import { type ActRefusal, refusalOf } from './act-refusals.ts';
import { ACTIONS } from './actions.ts';
import { weekOf } from './clock.ts';
import type { OpenBrief } from './open-brief.ts';
import type { TestAct } from './play.ts';
import type { PlatformTestState } from './state.ts';

/**
 * Why each planned act cannot be done after those before it. Only effects of the acts themselves are considered: the
 * reactions of platforms are not known before the acts are done.
 */
export function refusalsOf(
  brief: OpenBrief,
  seen: PlatformTestState,
  planned: readonly TestAct[],
): (ActRefusal | undefined)[] {
  let after = seen;
  return planned.map((act) => {
    const why = refusalOf(brief, after, act);
    if (why === undefined) after = withAct(after, act);
    return why;
  });
}

function withAct(before: PlatformTestState, act: TestAct): PlatformTestState {
  const after = { ...before, spent: before.spent + ACTIONS[act.type].cost };
  switch (act.type) {
    case 'account.opened':
      return { ...after, accounts: after.accounts + 1 };
    case 'site.watched':
      return { ...after, watched: [...after.watched, { site: act.site, week: weekOf(after.hour) }] };
    case 'card.edited':
    case 'card.reposted':
      return withCopy(after, act.copy, (copy) => ({ ...copy, version: copy.version + 1 }));
    case 'card.withdrawn':
      return withCopy(after, act.copy, (copy) => ({ ...copy, status: 'withdrawn' }));
    default:
      return after;
  }
}

const withCopy = (
  state: PlatformTestState,
  id: string,
  change: (copy: PlatformTestState['copies'][number]) => PlatformTestState['copies'][number],
): PlatformTestState => ({ ...state, copies: state.copies.map((copy) => (copy.id === id ? change(copy) : copy)) });
