import type { Brief } from '#case/exercise/model/define-kind.ts';
import type { LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import { KIND_TABLE_CARDS } from '#kinds/shipped/screens/table-cards.ts';
import { siteProject } from './site-project.ts';

/** A component as an .astro file takes it. */
type Shown = (props: Readonly<Record<string, unknown>>) => unknown;
type WithBrief = Pick<LoadedCase, 'scenario'>;

const briefsIn = ({ scenario }: WithBrief, kind: string): Brief[] =>
  Object.values(scenario.states).flatMap((state) =>
    state.type === 'exercise' && state.kind === kind ? [state.brief ?? {}] : [],
  );

/** True if cards to print exist for an exercise of the case. */
export const hasTableCards = (loaded: WithBrief): boolean =>
  KIND_TABLE_CARDS.kinds().some((kind) => briefsIn(loaded, kind).length > 0);

/** The cases that can be played with cards. */
export const tableCardCases = () =>
  siteProject()
    .cases.filter(hasTableCards)
    .map(({ source: { id, title } }) => ({ id, title }));

/** The sheets of each kind for its first shipped exercise, with their props: for all, or for the facilitator alone. */
export const tableSheets = (which: 'open' | 'sealed') =>
  KIND_TABLE_CARDS.entries().flatMap(([kind, { [which]: printed }]) => {
    const brief = siteProject().cases.flatMap((loaded) => briefsIn(loaded, kind))[0];
    if (!printed || !brief) return [];
    return [{ Sheets: printed.sheets as unknown as Shown, props: printed.propsOf(brief) }];
  });
