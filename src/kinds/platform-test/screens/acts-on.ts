import { type ActRefusal, refusalOf } from '#kinds/platform-test/model/act-refusals.ts';
import { FORM_REPORTERS } from '#kinds/platform-test/model/actions.ts';
import type { OpenBrief } from '#kinds/platform-test/model/open-brief.ts';
import type { TestAct } from '#kinds/platform-test/model/play.ts';
import type { PlatformTestState } from '#kinds/platform-test/model/state.ts';
import { REPORT_ROUTES, type TestCardId } from '#market/platforms/model/test-cards.ts';

/** Reasons for which an act does not belong here at all; with any other reason it is shown and cannot be chosen. */
const ELSEWHERE: ReadonlySet<ActRefusal> = new Set(['other-card', 'not-online', 'not-taken-down', 'nothing-to-answer']);

/** An act that could be planned, and why it cannot be done now. */
export interface PossibleAct {
  readonly act: TestAct;
  readonly why?: ActRefusal;
}

const possible = (brief: OpenBrief, state: PlatformTestState, acts: readonly TestAct[]): PossibleAct[] =>
  acts.flatMap((act) => {
    const why = refusalOf(brief, state, act);
    if (why === undefined) return [{ act }];
    return ELSEWHERE.has(why) ? [] : [{ act, why }];
  });

/** What can be done with a card on a site, and with one of its copies. */
export function actsOn(
  brief: OpenBrief,
  state: PlatformTestState,
  { site, card, copy }: { readonly site: string; readonly card: TestCardId; readonly copy?: string | undefined },
): PossibleAct[] {
  const place: TestAct = { type: 'card.placed', site, card };
  const marked: TestAct = { ...place, madeByProgram: true };
  if (copy === undefined) return possible(brief, state, [place, marked]);
  return possible(brief, state, [
    { type: 'page.captured', copy },
    ...brief.mirrors
      .filter(({ mirrorOf }) => mirrorOf === site)
      .map(({ id }): TestAct => ({ type: 'page.captured', copy, mirror: id })),
    { type: 'card.edited', copy },
    { type: 'card.reposted', copy },
    { type: 'notice.sent', copy },
    { type: 'appeal.sent', copy },
    { type: 'record.asked', copy },
    { type: 'record.ordered', copy },
    { type: 'record.reminded', copy },
    { type: 'card.withdrawn', copy },
    place,
    marked,
  ]);
}

/** Reports by form about a copy: by each reporter, and for the card of the routes by each route too. */
export function reportsOn(
  brief: OpenBrief,
  state: PlatformTestState,
  { card, copy }: { readonly card: TestCardId; readonly copy: string },
): PossibleAct[] {
  const routed =
    card === 'TC14'
      ? REPORT_ROUTES.map((route): TestAct => ({ type: 'report.sent', copy, reporter: 'non-user', route }))
      : [];
  return possible(brief, state, [
    ...FORM_REPORTERS.map((reporter): TestAct => ({ type: 'report.sent', copy, reporter })),
    ...routed,
  ]);
}

/** What can be done on a site without a card. */
export const actsAt = (brief: OpenBrief, state: PlatformTestState, site: string): PossibleAct[] =>
  possible(brief, state, [
    { type: 'terms.read', site },
    { type: 'site.watched', site },
    { type: 'interview.held', site },
    ...brief.mirrors
      .filter(({ mirrorOf }) => mirrorOf === site)
      .map(({ id }): TestAct => ({ type: 'mirror.checked', site: id })),
  ]);
