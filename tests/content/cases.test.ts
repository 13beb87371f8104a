import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ratedDecisions } from '#case/language/model/compiled-scenario.ts';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import type { KindKeys } from '#kinds/shipped/use-cases/builds.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { schemaTexts } from '../../scripts/authoring/scenario-schemas.ts';
import { printIssue } from '../../scripts/command/print-issue.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { PROJECT, ROOT } from '../support/builders/the-library.ts';
import { readFurther } from '../support/read-further.ts';

const loaded = loadProject(PROJECT, KINDS);
const { library, cases } = loaded.ok ? loaded.value : { library: undefined, cases: [] };

/** All authored files below these folders, with their texts. */
const AUTHORED = ['content', 'scenarios'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:yaml|mdx|md)$/.test(name))
    .map((name) => {
      const path = join(folder, name);
      return { path, text: readFileSync(join(ROOT, path), 'utf8') };
    }),
);

describe('the shipped cases', () => {
  it('load with the whole library and without an issue', () => {
    expect(loaded.ok ? [] : loaded.issues.map(printIssue)).toEqual([]);
    expect(cases.length).toBeGreaterThan(0);
  });

  /** In a case about payments or test cards alone no decision is about an ad. */
  const withDecisions = cases.filter(
    ({ scenario }) =>
      ratedDecisions(scenario).length > 0 &&
      Object.values(scenario.states).some(
        (state) => state.type === 'exercise' && !['platform-test', 'ledger'].includes(state.kind),
      ),
  );

  it.each(withDecisions)(
    '$source.id asks about an ad whose number at least one other shows',
    ({ source, market, answers }) => {
      const subjects = [
        ...source.world.map((change) => change.sharingPhoneWith),
        (answers?.key as KindKeys | undefined)?.preserve?.sameActorAs,
      ];

      const named = [...new Set(subjects.filter((ad) => ad !== undefined))];

      expect(named.length).toBeGreaterThan(0);
      for (const ad of named) expect(adsSharingPhone(market, ad).length).toBeGreaterThanOrEqual(2);
    },
  );

  it.each(cases)('$source.id has answers', ({ answers }) => {
    expect(answers).toBeDefined();
  });
});

describe('Five signs', () => {
  const five = cases.find(({ source }) => source.id === 'five-signs');
  const truthOf = (id: string) => five?.answers?.truth.ads.find(({ ad }) => ad === id);
  const signsOnPage = (id: string) =>
    (truthOf(id)?.labels ?? []).filter(({ kind, at }) => kind === 'sign' && !at.startsWith('r:'));

  it('is about an ad with the five signs that its story names', () => {
    expect(signsOnPage('0322').map(({ indicator }) => indicator)).toEqual([
      'third-person-voice',
      'trust-assurance-wording',
      'persona-inconsistency',
      'confined-location',
      'shared-phone',
    ]);
  });

  it('has pages that look controlled, and records that do not', () => {
    const { pageRatio = 0, ratio = 1 } = truthOf('0322') ?? {};

    expect(pageRatio).toBeGreaterThanOrEqual(5);
    expect(ratio).toBeLessThan(0.1);
  });

  it('has two ads under its number, each of a person who works alone and keeps the money', () => {
    const ads = five ? adsSharingPhone(five.market, '0322') : [];
    const actors = ads.map((ad) => five?.answers?.truth.actors.find((actor) => actor.ads.includes(ad)));

    expect(ads).toEqual(['0321', '0322']);
    expect(actors.map((actor) => [actor?.type, actor?.ads.length])).toEqual([
      ['independent', 1],
      ['independent', 1],
    ]);
    expect(ads.map((ad) => truthOf(ad)?.ledger)).toEqual(['own-payout', 'own-payout']);
  });

  it('calls both by the names in their ads, and has two controlled ads of one actor in the folder', () => {
    const [mirel, jelin, ...controlled] = ['0321', '0322', '0301', '0318'].map((id) => ({
      title: five?.market.ads.find((ad) => ad.id === id)?.title,
      truth: truthOf(id),
    }));

    expect(mirel?.title).toContain('Mirel');
    expect(jelin?.title).toContain('Jelin');
    expect(controlled.map(({ truth }) => truth?.control)).toEqual(['controlled', 'controlled']);
    expect(new Set(controlled.map(({ truth }) => truth?.actor)).size).toBe(1);
  });
});

describe('the review status', () => {
  const reviews = AUTHORED.filter(({ path }) => /reviews[/\\].*\.yaml$|review\.yaml$/.test(path));

  it.each(cases)('$source.id is marked as unreviewed until a review exists', ({ source, reviewed }) => {
    expect(reviews.map(({ path }) => path)).toContain(join('scenarios', source.id, 'review.yaml'));
    expect(reviewed).toBe(false);
  });

  it.each(reviews)('$path claims no review', ({ path, text }) => {
    const read = readYaml(text, path);
    const unread = { status: 'not-reviewed' };

    expect(read.ok && read.value.value).toMatchObject({ safety: unread, support: unread, law: unread });
  });
});

describe('citations', () => {
  const citations = AUTHORED.filter(({ path }) => !path.endsWith('sources.yaml')).flatMap(({ path, text }) =>
    [...text.matchAll(/\bcode(?:: ?|=)"?([A-Z][A-Z0-9]*)"?,?\s+mark(?:: ?|=)"?([A-Z])/g)].map((match) => {
      const [, code = '', mark = ''] = match;
      return { path, code, mark };
    }),
  );

  it('are found in every kind of text', () => {
    const folders = new Set(citations.map(({ path }) => path.split(/[/\\]/).slice(0, -1).join('/')));

    expect([...folders]).toEqual(
      expect.arrayContaining(['content/indicators', 'content/en/lessons', 'scenarios/quiet-number', 'scenarios']),
    );
  });

  it('are in the list of sources', () => {
    const lost = AUTHORED.flatMap(({ path, text }) =>
      [...text.matchAll(/\bcode(?:: ?|=)"?([A-Z][A-Z0-9]*)\b/g)]
        .filter(([, code = '']) => !library?.sources.has(code))
        .map(([, code]) => `${path} ${code}`),
    );

    expect(lost).toEqual([]);
  });

  it('never claim a stronger verification than their source has', () => {
    const bettered = citations.filter(({ code, mark }) => readFurther(mark, library?.sources.get(code)?.mark));

    expect(bettered).toEqual([]);
  });
});

describe('the schemas that editors use', () => {
  it.each([...schemaTexts()])('%s is generated from the schema that the program validates with', (name, text) => {
    expect(readFileSync(join(ROOT, 'scenarios', name), 'utf8')).toBe(text);
  });

  it.each(cases)('$source.id names its schema in the first line of its story', ({ source }) => {
    const [first] = readFileSync(join(ROOT, 'scenarios', source.id, 'scenario.yaml'), 'utf8').split('\n');

    expect(first).toBe('# yaml-language-server: $schema=../scenario.schema.json');
  });

  it.each(cases)('$source.id has no warning either', ({ warnings }) => {
    expect(warnings.map(printIssue)).toEqual([]);
  });
});

describe('the time that is promised', () => {
  const guide = readFileSync(join(ROOT, 'content', 'en', 'facilitator', 'quiet-number.mdx'), 'utf8');
  const quiet = cases.find(({ source }) => source.id === 'quiet-number');

  it('is 75 to 90 minutes for the first case, in steps of five', () => {
    expect(Math.abs((quiet?.minutes.from ?? 0) - 75)).toBeLessThanOrEqual(5);
    expect(Math.abs((quiet?.minutes.to ?? 0) - 90)).toBeLessThanOrEqual(5);
  });

  it('is the same in the guide for facilitators as computed', () => {
    expect(guide).toContain(`it takes ${quiet?.minutes.from} to ${quiet?.minutes.to} minutes`);
  });

  it.each(cases)('$source.id has a lower and an upper bound, in steps of five', ({ minutes: { from, to } }) => {
    expect(from).toBeGreaterThanOrEqual(5);
    expect(to).toBeGreaterThan(from);
    expect([from % 5, to % 5]).toEqual([0, 0]);
  });
});
