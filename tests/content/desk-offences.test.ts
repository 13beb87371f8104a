import { describe, expect, it } from 'vitest';
import type { RequestDesk } from '#kinds/requests/model/desk.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { LIBRARY, PROJECT } from '../support/builders/the-library.ts';

const loaded = loadProject(PROJECT, KINDS);
const cases = loaded.ok ? loaded.value.cases : [];

/** What the law card of a State says of an act, with the words that say it. */
interface Ruling {
  readonly isOffence: boolean;
  readonly says: string;
}

/**
 * Each act that a request desk can name, and what the law cards of the States say of it: read from the cards by hand. A desk
 * with another offence, or a card with other words, fails below until somebody has read the card again.
 */
const RULINGS: Readonly<Record<string, Readonly<Record<string, Ruling>>>> = {
  tessaval: {
    'third-party-gain': { isOffence: true, says: 'Nobody else may earn from it' },
    purchase: { isOffence: true, says: 'Buying is an offence.' },
    'own-advertising': {
      isOffence: false,
      says: 'Whoever offers their own services, and advertises them, breaks no law.',
    },
  },
  karsolen: {
    'third-party-gain': { isOffence: true, says: 'A house that advertises commits an offence of another kind' },
    purchase: { isOffence: true, says: 'Selling and buying are both offences' },
    'own-advertising': { isOffence: true, says: 'and so is an ad for either' },
  },
  solenvast: {
    'third-party-gain': {
      isOffence: true,
      says: 'Whoever earns from the sale of another person commits an offence, with or without force.',
    },
    purchase: { isOffence: false, says: 'Adults may offer and buy.' },
    'own-advertising': { isOffence: false, says: 'Adults may offer and buy.' },
  },
};

type Offences = Pick<RequestDesk, 'home' | 'states' | 'offences'>;

/** Every statement of a desk on an offence that the law cards do not bear out: the act, the State and what is shown of it. */
function againstTheCards({ home, states, offences }: Offences): string[] {
  return offences.flatMap(({ id, alsoIn }) =>
    states.flatMap((state) => {
      const isShown = state.id === home || alsoIn.includes(state.id);
      return RULINGS[state.id]?.[id]?.isOffence === isShown
        ? []
        : [`${id} in ${state.name}: ${isShown ? 'known' : 'not known'}`];
    }),
  );
}

const desks = cases.flatMap(({ source, scenario }) =>
  Object.values(scenario.states).flatMap((state) =>
    state.type === 'exercise' && state.kind === 'requests'
      ? [{ id: source.id, desk: state.brief as unknown as RequestDesk }]
      : [],
  ),
);

describe('the offences of a request desk', () => {
  it('exist in at least one case', () => {
    expect(desks.map(({ id }) => id)).toContain('a-week-later');
  });

  it.each(desks)('of $id are known exactly in the States whose law card says so', ({ desk }) => {
    expect(againstTheCards(desk)).toEqual([]);
  });

  it('are reported where a desk shows as known what the card calls lawful', () => {
    const [first] = desks;
    const lawful = { id: 'own-advertising', text: 'one’s own ad', maxYears: 1, alsoIn: ['karsolen'] };
    expect(againstTheCards({ ...(first?.desk as RequestDesk), offences: [lawful] })).toEqual([
      'own-advertising in Tessaval: known',
    ]);
  });

  it.each(Object.entries(RULINGS))('are backed by words on the law card of %s', (state, rulings) => {
    const card = [...LIBRARY.profiles.values()].find(({ name }) => name.toLowerCase() === state) as MarketProfile;
    const words = [...card.law, card.agencies].join(' ');
    for (const { says } of Object.values(rulings)) expect(words).toContain(says);
  });
});
