import { describe, expect, it } from 'vitest';
import { type CompiledScenario, valueIn } from '#case/language/model/compiled-scenario.ts';
import { exploreStory, initialSituation } from '#case/language/model/explore-story.ts';
import { type Scene, type SceneView, scenesOf } from '#case/language/model/scenes.ts';
import { createStory, type Story } from '#case/language/model/story.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import decision from '#words/case/decision.json' with { type: 'json' };
import { KINDS } from '../support/builders/kinds.ts';
import { PROJECT } from '../support/builders/the-library.ts';

const loaded = loadProject(PROJECT, KINDS);
const cases = loaded.ok ? loaded.value.cases : [];

const wordsOf = ({ title, text, views = {} }: Pick<Scene, 'title' | 'text' | 'views'>): string[] => [
  title,
  text,
  ...Object.values(views as Record<string, SceneView>).flatMap((view) => view.text ?? []),
];

/** Every statement of a text by itself. */
const statementsIn = (text: string): string[] => text.split(/(?<=[.?!])\s+/);

/**
 * A statement that an answer to a letter is there, or what stands in it. What a desk does in general ("answers a letter
 * four hours after") is none, and neither is what is said under a condition.
 */
function tellsOfAnswer(statement: string): boolean {
  if (/^If\b|\bwhether\b|\bwhich of\b/.test(statement)) return false;
  return /\b(?:has|have) answered\b|\b[Ee]ach answer\b|\banswers? (?:is|are|has|have|came|comes|says?|lists?)\b|\banswers within\b/.test(
    statement,
  );
}

/** The scenes that can follow the letters of a request desk of the trainee's own. */
function scenesAfterDesk(story: Story, states: ReadonlySet<string>): Set<string> {
  const { count, configurationOf, steps, to, moves } = exploreStory(story, [initialSituation(story)]);
  const after = new Set<number>();
  const walk = (situation: number): void => {
    if (after.has(situation)) return;
    after.add(situation);
    for (let n = steps[situation] as number; n < (steps[situation + 1] as number); n++) walk(to[n] as number);
  };
  for (let situation = 0; situation < count; situation++)
    for (let n = steps[situation] as number; n < (steps[situation + 1] as number); n++) {
      const move = configurationOf(situation).moves[moves[n] as number];
      if (move && states.has(move.state)) walk(to[n] as number);
    }
  return new Set([...after].flatMap((situation) => configurationOf(situation).active));
}

describe('the text of a scene about an answer', () => {
  it.each([
    'The legal desk has answered each letter that it got.',
    'Each answer says from which hour it holds.',
    'It answers within four hours.',
    'The answers are in the file.',
  ])('is found in “%s”', (statement) => {
    expect(tellsOfAnswer(statement)).toBe(true);
  });

  it.each([
    'If the company answered a letter, that answer goes with it.',
    'The legal desk of the company answers a letter four hours after it was sent.',
    'The list shows each letter that you sent, and whether it is answered.',
  ])('is not found in “%s”', (statement) => {
    expect(tellsOfAnswer(statement)).toBe(false);
  });

  const withDesk = cases.filter(({ scenario }) =>
    Object.values(scenario.states).some((state) => state.type === 'exercise' && state.kind === 'requests'),
  );

  it('can be asked of a case at least', () => {
    expect(withDesk.map(({ source }) => source.id)).toContain('a-week-later');
  });

  it.each(withDesk)(
    '$source.id is left to the list of letters, whose answers have their times',
    ({ source, scenario }) => {
      const desks = new Set(
        Object.entries(scenario.states).flatMap(([id, state]) =>
          state.type === 'exercise' && state.kind === 'requests' ? [id] : [],
        ),
      );
      const after = scenesAfterDesk(createStory(scenario), desks);
      const told = Object.entries(scenesOf(source))
        .filter(([id]) => after.has(id))
        .flatMap(([id, scene]) =>
          wordsOf(scene)
            .flatMap(statementsIn)
            .filter(tellsOfAnswer)
            .map((said) => `${id}: ${said}`),
        );

      expect(after.size).toBeGreaterThan(5);
      expect(told).toEqual([]);
    },
  );
});

describe('a day that the story names', () => {
  const MS_OF_MINUTE = 60_000;
  const dayOf = (start: string, minutes: number) =>
    new Date(Date.parse(start) + minutes * MS_OF_MINUTE).toISOString().slice(0, 10);

  /** For each scene the least and the most minutes of the story until it comes; work in exercises takes more. */
  const two = cases
    .filter(({ source }) => source.id === 'two-ages')
    .map(({ source, scenario }) => {
      const story = createStory(scenario);
      const { count, configurationOf, steps, to, moves } = exploreStory(story, [initialSituation(story)]);
      const least = new Map<number, number>([[0, 0]]);
      for (let changed = true; changed; ) {
        changed = false;
        for (let from = 0; from < count; from++)
          for (let n = steps[from] as number; n < (steps[from + 1] as number); n++) {
            const move = configurationOf(from).moves[moves[n] as number];
            const state = scenario.states[move?.state ?? ''];
            const own = state && 'minutes' in state ? (state.minutes as number) : 0;
            const after = (least.get(from) ?? Number.POSITIVE_INFINITY) + (move?.option?.minutes ?? own);
            if (after >= (least.get(to[n] as number) ?? Number.POSITIVE_INFINITY)) continue;
            least.set(to[n] as number, after);
            changed = true;
          }
      }
      const until = (id: string) =>
        Math.min(...[...least].filter(([at]) => configurationOf(at).active.includes(id)).map(([, minutes]) => minutes));
      return { source, until };
    })[0];

  it('in two-ages the sergeant rings on a later day than the first', () => {
    expect(scenesOf(two?.source as never)['number']?.text).toContain('rings the next day');
    expect(dayOf(two?.source.start ?? '', two?.until('number') ?? 0)).toBe('2031-03-13');
  });

  it('in quiet-number the call comes three hours after the answer that names three hours', () => {
    const quiet = cases.find(({ source }) => source.id === 'quiet-number')?.scenario;
    const minutesTo = (id: string, next: string) => {
      const state = quiet?.states[id];
      return new Set(
        state?.type === 'decision' ? state.options.filter((one) => one.next === next).map((one) => one.minutes) : [],
      );
    };

    expect(
      [...minutesTo('d02', 'd03')].map((first) => [...minutesTo('d03', 'd04')].map((then) => first + then)),
    ).toEqual([[180]]);
  });
});

describe('a count of minutes in a talk', () => {
  const NUMBERS: Readonly<Record<string, number>> = {
    ...Object.fromEntries(
      'one two three four five six seven eight nine ten'.split(' ').map((word, n) => [word, n + 1]),
    ),
    fifteen: 15,
    twenty: 20,
    thirty: 30,
  };
  const minutesIn = (text: string, pattern: RegExp): number | undefined => {
    const word = pattern.exec(text)?.[1]?.toLowerCase();
    return word === undefined ? undefined : NUMBERS[word];
  };
  const given = (text: string) => minutesIn(text, /\bThere are (\w+) minutes\b/);
  const left = (text: string) => minutesIn(text, /(?:^|\s)(\w+)(?: of the \w+)? minutes are left\b/i);

  /** Each option with the minutes that its scene and the next one name, and the minutes that the clock advances. */
  const counted = cases.flatMap(({ source, scenario }) => {
    const scenes = scenesOf(source);
    return Object.entries(scenario.states).flatMap(([id, state]) => {
      if (state.type !== 'decision') return [];
      return state.options.flatMap(({ id: option, next, minutes }) => {
        const [from, rest] = [given(scenes[id]?.text ?? ''), left(scenes[next]?.text ?? '')];
        return from === undefined || rest === undefined
          ? []
          : [{ at: `${source.id} ${id} ${option}`, from, rest, minutes }];
      });
    });
  });

  it('is found in exactly these two cases', () => {
    expect(new Set(counted.map(({ at }) => at.split(' ')[0]))).toEqual(new Set(['a-week-later', 'quiet-number']));
  });

  it.each(counted)('$at takes as long as the clock says', ({ from, rest, minutes }) => {
    expect(minutes).toBe(from - rest);
  });
});

describe('a list on the screen that a scene names', () => {
  const STANDING = decision.standing;
  const LIST = decision['standing.facts'];

  it.each(cases)('$source.id: completed acts are shown by the list of known facts', ({ source }) => {
    const said = Object.values(scenesOf(source)).flatMap(wordsOf).flatMap(statementsIn);
    const naming = said.filter((one) => one.includes(`"${STANDING}"`));

    for (const one of naming) expect(one).toContain(`"${LIST}" shows`);
  });

  it('is named by at least one case', () => {
    const all = cases.flatMap(({ source }) => Object.values(scenesOf(source)).flatMap(wordsOf));
    expect(all.some((text) => text.includes(`"${LIST}" shows`))).toBe(true);
  });
});

/** Each step of a story with the state that it leaves, the states that it comes to, and what a variable is then. */
function stepsOf(scenario: CompiledScenario) {
  const story = createStory(scenario);
  const explored = exploreStory(story, [initialSituation(story)]);
  const { count, configurationOf, combinationOf, steps, to, moves } = explored;
  return Array.from({ length: count }, (_, from) =>
    Array.from({ length: (steps[from + 1] as number) - (steps[from] as number) }, (_step, k) => {
      const n = (steps[from] as number) + k;
      const target = to[n] as number;
      return {
        from: configurationOf(from).moves[moves[n] as number]?.state ?? '',
        active: configurationOf(target).active,
        is: (name: string) => valueIn(scenario.variables, combinationOf(target), name) === true,
      };
    }),
  ).flat();
}

describe('an ending', () => {
  /** Facts of the case at that point: whether something was captured, written, answered, noted, preserved. */
  const ON_THE_TRAINEE =
    /^(?:If|Whether)\b.*\b(?:you|the company|the site|the desk|somebody|the unit|the team)\b.*\b(?:answered|noted|kept|captured|wrote|asked)\b/;

  it.each([
    'If the company answered a letter, that answer goes with it.',
    'If somebody noted the day on which it ends, that day is in the diary.',
    'If the desk kept copies, they stay with it.',
  ])('leaves open what the case knows in “%s”', (statement) => {
    expect(ON_THE_TRAINEE.test(statement)).toBe(true);
  });

  it.each(cases)('of $source.id leaves nothing open that the case knows by then', ({ source, scenario }) => {
    const ends = Object.entries(scenesOf(source)).filter(([id]) => scenario.states[id]?.type === 'end');
    const open = ends.flatMap(([id, scene]) =>
      statementsIn(scene.text)
        .filter((one) => ON_THE_TRAINEE.test(one))
        .map((one) => `${id}: ${one}`),
    );

    expect(ends.length).toBeGreaterThan(0);
    expect(open).toEqual([]);
  });
});

describe('the talk about the evening in a-week-later', () => {
  const [week] = cases.filter(({ source }) => source.id === 'a-week-later');
  const intoTalk = week ? stepsOf(week.scenario).filter(({ active }) => active.includes('d19')) : [];

  it('comes only after a scene about the evening in which the ads disappeared', () => {
    const byWay = new Set(intoTalk.map(({ from, is }) => `${from} ${is('notified')}`));

    expect(byWay).toEqual(new Set(['d21 false', 'long-evening true']));
  });
});

describe('a choice with possibly one remaining option', () => {
  const BIDS = /\byou can (?:also )?(?:do|open|begin)\b|\bcan begin with any\b|\bis open, and the\b/i;

  /** Decisions at which some way leads to fewer than two open options. */
  const lone = cases.flatMap(({ source, scenario }) => {
    const story = createStory(scenario);
    const { count, configurationOf, steps, moves } = exploreStory(story, [initialSituation(story)]);
    const few = new Set<string>();
    for (let situation = 0; situation < count; situation++) {
      const { active, moves: possible } = configurationOf(situation);
      const states = Array.from(
        { length: (steps[situation + 1] as number) - (steps[situation] as number) },
        (_, k) => possible[moves[(steps[situation] as number) + k] as number]?.state,
      );
      for (const id of active)
        if (scenario.states[id]?.type === 'decision' && states.filter((state) => state === id).length < 2) few.add(id);
    }
    return [...few].map((id) => ({ at: `${source.id} ${id}`, said: wordsOf(scenesOf(source)[id] as Scene) }));
  });

  it('is found in cases with a desk', () => {
    expect(lone.map(({ at }) => at)).toEqual(expect.arrayContaining(['a-week-later desk', 'gone-by-noon desk']));
  });

  it.each(lone)('$at does not mention acts that may already be done', ({ said }) => {
    expect(said.filter((text) => BIDS.test(text))).toEqual([]);
  });
});
