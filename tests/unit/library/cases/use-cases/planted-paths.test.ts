import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkScenario } from '#case/checking/model/check-scenario.ts';
import { checkTells } from '#case/checking/model/check-tells.ts';
import { decisionsWithRatings } from '#case/checking/model/decisions-with-ratings.ts';
import { createReport } from '#case/checking/model/report.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { printIssue } from '../../../../../scripts/command/print-issue.ts';
import { compiledFrom } from '../../../../support/builders/compiled-from.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { RICH_FILES, RICH_KEY, RICH_SCENARIO, richIssues } from '../../../../support/builders/rich-case.ts';
import { LIBRARY, PROJECT, theCase } from '../../../../support/builders/the-library.ts';
import { issuesIn, KEY, placeIn, SCENARIO } from '../../../../support/library/a-broken-project.ts';

const { scenario: STORY, key: ANSWERS } = RICH_FILES;

/** What is said about the case with changes in its story and in its key. */
function changed(story: (text: string) => string, answers: (text: string) => string = (text) => text) {
  const key = answers(RICH_KEY);
  const issues = richIssues({ [STORY]: story(RICH_SCENARIO), [ANSWERS]: key });
  return { key, codes: issues.map(({ code }) => code), lines: issues.map(printIssue) };
}

describe('the key and the paths of a case', () => {
  it('must stop after a red line, or gets an issue where it continues', () => {
    const { key, codes, lines } = changed(
      swap('then: The number is off., next: end-off', 'then: A digit comes back., next: again'),
    );

    expect(codes).toContain('key.red-line-goes-on');
    const line = lines.find((text) => text.includes('key.red-line-goes-on'));
    expect(line?.startsWith(placeIn(ANSWERS, key, { to: '      ‸b: { rating: red' }))).toBe(true);
    expect(line).toMatch(/A report comes in > .*The first word: "Send a note in the name of the unit and the police."/);
  });

  it('may narrate after a red line, as long as no act follows', () => {
    const told = swap('then: The number is off., next: end-off', 'then: The number is off., next: silence');
    const scene = swap(
      '  end-kept:',
      '  silence: { type: narrative, stage: reach, title: Silence, text: Nobody answers., next: end-off }\n  end-kept:',
    );

    expect(changed((text) => scene(told(text))).codes).toEqual([]);
  });

  it('must not disclose a red line by an early end: another option has to end early as well', () => {
    const { key, codes, lines } = changed((text) =>
      swap(
        'then: The file goes on the shelf., next: end-shelf',
        'then: The file comes back., next: again',
      )(text).replace(/ {2}end-shelf: .*\n/, ''),
    );

    expect(codes).toEqual(['key.early-end-only-red']);
    expect(lines[0]?.startsWith(placeIn(ANSWERS, key, { to: '      ‸b: { rating: red' }))).toBe(true);
  });

  it('has a path of good options in every role', () => {
    const { key, codes, lines } = changed(swap('{ id: a, text: Send a note', '{ id: a, when: kept, text: Send a note'));

    expect(codes).toEqual(['key.no-good-path']);
    expect(lines[0]?.startsWith(placeIn(ANSWERS, key, { to: '‸model:' }))).toBe(true);
    expect(lines[0]).toContain('stops at word, by A report comes in > The line');
  });

  it('keeps a path with a harmful choice below the pass mark', () => {
    const edit = swap('version: 2\n', 'version: 2\npassMark: 0.5\n');
    const [issue] = issuesIn(KEY, edit);

    expect(issuesIn(KEY, edit).map(({ code }) => code)).toEqual(['key.harmful-path-passes']);
    expect(issue?.params).toMatchObject({ score: 75, mark: 50 });
    expect(printIssue(issue as never)).toMatch(
      /^scenarios\/quiet-number\/key\.yaml:7:1 .+A number that two voices answer > /,
    );
    // One harmful choice of eight costs a quarter: from there on no path passes with it.
    expect(issuesIn(KEY, swap('version: 2\n', 'version: 2\npassMark: 0.76\n'))).toEqual([]);
  });

  it('needs an answer to every exercise that asks for one', () => {
    expect(changed((text) => text.replaceAll('kind: detection', 'kind: preservation')).codes).toEqual([
      'key.preserve-missing',
    ]);
  });
});

describe('what the check cannot explore', () => {
  const { material, answers } = theCase();
  const { source, scenario: compiled } = material;

  it('is reported: more situations than the limit', () => {
    const { issues, figures } = checkScenario({ source, compiled, key: answers.key, kinds: KINDS }, 100);

    expect(issues).toEqual([
      { code: 'scenario.too-many-situations', severity: 'error', path: ['states'], params: { most: 100 } },
    ]);
    expect(figures.paths).toBeUndefined();
  });

  it('is reported: more paths than a number can represent', () => {
    const ids = ['a', 'b', 'c', 'd'];
    // Four options in each of 520 decisions: more than 10^308 paths.
    const asked = Array.from({ length: 520 }, (_, n) => `s${n}`);
    const options = (n: number) =>
      ids.map((id) => ({ id, text: `Do ${id}.`, minutes: 1, then: 'Done.', next: asked[n + 1] ?? 'out' }));
    const words = { stage: 'desk', title: 'T', text: 'T.' };
    const states = asked.map((id, n) => [
      id,
      { type: 'decision', decision: 'D07', ...words, question: 'Q?', options: options(n) },
    ]);
    const story = { ...source, variables: {}, world: [], initial: 's0' };
    const rated = (n: number) =>
      ids.map((id, place) => [id, { rating: (place + n) % 4 === 0 ? 'good' : 'harmful', meters: {}, reason: 'R.' }]);
    const decisions = asked.map((id, n) => [
      id,
      { principle: 'P.', sources: [{ code: 'SEED', mark: 'V', says: 'S.' }], options: Object.fromEntries(rated(n)) },
    ]);
    const key = { schema: 'key/1', scenario: source.id, version: 1 };
    const model = asked.map((id, n) => [id, ids[(4 - (n % 4)) % 4]]);
    const files = projectWith({
      [SCENARIO]: stringify({ ...story, states: { ...Object.fromEntries(states), out: { type: 'end', ...words } } }),
      [KEY]: stringify({ ...key, decisions: Object.fromEntries(decisions), model }),
      'scenarios/quiet-number/workshop.yaml': undefined,
    });

    const loaded = loadCase(files, 'scenarios/quiet-number', LIBRARY);

    expect(loaded.ok && loaded.value.warnings.map(({ code }) => code)).toContain('scenario.too-many-paths');
    expect(loaded.ok && loaded.value.figures.paths?.length).toBeGreaterThan(308);
  });

  it('is reported: parallel parts that multiply', () => {
    const regions = Array.from({ length: 5 }, (_, r) => {
      const scenes = Array.from({ length: 12 }, (_, n) => [
        `r${r}s${n}`,
        { type: 'narrative', title: 'T', text: 'T.', next: n < 11 ? `r${r}s${n + 1}` : `r${r}done` },
      ]);
      return [
        `r${r}`,
        { initial: `r${r}s0`, states: { ...Object.fromEntries(scenes), [`r${r}done`]: { type: 'done' } } },
      ];
    });
    const states = {
      all: { type: 'parallel', stage: 'find', regions: Object.fromEntries(regions), next: 'out' },
      out: { type: 'end', stage: 'find', title: 'T', text: 'T.' },
    } as unknown as Scenario['states'];
    const wide = { ...source, variables: {}, world: [], initial: 'all', states };

    expect(
      checkScenario({ source: wide, compiled: compiledFrom(wide), kinds: KINDS }).issues.map(({ code }) => code),
    ).toEqual(['scenario.too-many-situations']);
  });
});

describe('what prevents exploring a case at all', () => {
  it('is reported: no end', () => {
    const endless = RICH_SCENARIO.replaceAll(/type: end, (.+) \}/g, 'type: narrative, $1, next: report }');

    const [issue, ...others] = richIssues({ [STORY]: endless });

    expect([issue?.code, others]).toEqual(['scenario.no-end', []]);
    expect(printIssue(issue as never).startsWith(placeIn(STORY, endless, { to: '\n‸states:' }))).toBe(true);
  });

  it('is reported: a market that the library lacks', () => {
    const profiles = new Map([...LIBRARY.profiles].filter(([id]) => id !== 'BUY'));
    const loaded = loadCase(PROJECT, 'scenarios/quiet-number', { ...LIBRARY, profiles });

    expect(loaded.ok ? [] : loaded.issues.map(({ code, params }) => [code, params.profile])).toEqual([
      ['library.unknown-profile', 'BUY'],
    ]);
  });
});

describe('a pattern over many decisions', () => {
  it('is reported where length discloses the good options', () => {
    const { material, answers } = theCase();
    const { issues, report } = createReport();
    const source = structuredClone(material.source);
    for (const [id, { options }] of Object.entries(answers.key.decisions)) {
      const state = source.states[id];
      if (state?.type !== 'decision') continue;
      for (const option of state.options)
        if (options[option.id]?.rating === 'good')
          option.text = `${option.text.slice(0, -1)} and nothing more than all of that.`;
    }
    checkTells(decisionsWithRatings(source, answers.key), report);

    expect(issues.map(({ code, params }) => [code, params.how])).toEqual([
      ['scenario.length-pattern-tells', 'longest'],
    ]);
  });
});
