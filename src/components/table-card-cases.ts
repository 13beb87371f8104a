import type { LoadedCase } from '#app/library/load-case.ts';
import type { CheckathonBrief } from '#core/checkathon/state.ts';
import type { PolicyBrief } from '#core/policy/schemas.ts';
import { siteProject } from './site-project.ts';

type WithBrief = Pick<LoadedCase, 'scenario'>;

/** The kinds that can be played with cards on paper. */
const ON_CARDS = ['checkathon', 'policy'];

const briefsIn = ({ scenario }: WithBrief, kind: string) =>
  Object.values(scenario.states).flatMap((state) =>
    state.type === 'exercise' && state.kind === kind ? [state.brief] : [],
  );

/** True if cards to print exist for an exercise of the case. */
export const hasTableCards = (loaded: WithBrief): boolean => ON_CARDS.some((kind) => briefsIn(loaded, kind).length > 0);

/** The cases that can be played with cards. */
export const tableCardCases = () =>
  siteProject()
    .cases.filter(hasTableCards)
    .map(({ source: { id, title } }) => ({ id, title }));

const firstBrief = (kind: string): unknown => siteProject().cases.flatMap((one) => briefsIn(one, kind))[0];

/** The platforms of the first shipped test, with what they hide: a page decides which half it shows. */
export const platformsOnCards = () => (firstBrief('checkathon') as CheckathonBrief).platforms;

/** The law of the two States at the first shipped table-top. */
export const lawOnCards = () => (firstBrief('policy') as PolicyBrief).law;
