import { describe, expect, it } from 'vitest';
import { ratedDecisions } from '#case/language/model/compiled-scenario.ts';
import { readsMarket } from '#case/language/model/reads-market.ts';
import { type Scene, type SceneView, scenesOf } from '#case/language/model/scenes.ts';
import { parallelRounds } from '#library/cases/use-cases/parallel-tests.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { PROJECT } from '../support/builders/the-library.ts';

const loaded = loadProject(PROJECT, KINDS);
const { cases, rounds } = loaded.ok
  ? {
      cases: loaded.value.cases,
      rounds: parallelRounds(loaded.value.parallelTests, loaded.value.cases, loaded.value.library),
    }
  : { cases: [], rounds: [] };
/** What can be opened under its own address: the cases, and the rounds before and after a training. */
const opened = [...cases, ...rounds.map((round) => round.loaded)];
const CHILD_FIRST = 'D05';

const wordsOf = ({ text, talk, question = '', note = '', options, views = {} }: Scene): string[] => [
  text,
  question,
  note,
  ...talk.map(({ says }) => says),
  ...options.flatMap((option) => [option.text, option.then]),
  ...Object.values(views as Record<string, SceneView>).flatMap((view) => view.text ?? []),
];

describe('the content level of a shipped case', () => {
  it.each(cases)(
    '$source.id is 3 where the story is about a closed card, and there only',
    ({ source, scenario, market }) => {
      const told = Object.values(scenesOf(source)).flatMap(wordsOf).join('\n');
      const closed = market.ads.filter(({ withheld }) => withheld !== undefined);
      const namesCard = closed.some(({ id }) => new RegExp(`(?<!\\d)${id}(?!\\d)`).test(told));
      const decides = ratedDecisions(scenario).some(([, { decision }]) => decision === CHILD_FIRST);

      expect(source.contentLevel === 3).toBe(namesCard || decides);
    },
  );

  it.each(opened)('$source.id: a withheld card is announced where its ads are read, and the market has one', (one) => {
    const { scenario, market } = one;
    const closed = market.ads.filter(({ withheld }) => withheld !== undefined);
    const kinds = Object.values(scenario.states).flatMap((state) => (state.type === 'exercise' ? [state.kind] : []));
    const shows = kinds.some((kind) => !['platform-test', 'courtroom', 'ledger', 'policy'].includes(kind));

    expect(closed.length).toBeGreaterThan(0);
    expect(readsMarket({ scenario, kinds: KINDS })).toBe(shows);
  });

  it('is one of the playable levels 1 to 3', () => {
    expect(new Set(cases.map(({ source }) => source.contentLevel))).toEqual(new Set([1, 2, 3]));
  });
});
