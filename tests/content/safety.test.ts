import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintMessages, lintPage, lintYaml } from '#library/content/use-cases/lint-authored.ts';
import { REPORT_PRINTS_FILE } from '#library/content/use-cases/load-library.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { wordsOfPosts } from '#market/posts/model/words-of-posts.ts';
import { hostsIn } from '#safety/content/model/check-domains.ts';
import { lintMarket } from '#safety/content/model/lint-market.ts';
import { loadPeopleIn } from '../../scripts/authoring/gazetteer.ts';
import { printIssue } from '../../scripts/command/print-issue.ts';
import { anOrder, seeds } from '../support/builders/a-market.ts';
import { LIBRARY, ROOT } from '../support/builders/the-library.ts';
import { inFull } from '../support/in-full.ts';
import { GENRES } from '../support/market/posts/genres.ts';

const peopleIn = loadPeopleIn();

const surroundings = {
  sourceHosts: hostsIn(readFileSync(join(ROOT, 'content', 'sources.yaml'), 'utf8')),
  reportRuns: LIBRARY.reportRuns,
  peopleIn,
};

/** Content, cases, and the messages of all doors and kinds. */
const AUTHORED = ['content', 'scenarios', 'src'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:yaml|mdx|json)$/.test(name) && !/\.schema\.json$|tsconfig[\w.]*\.json$/.test(name))
    .map((name) => join(folder, name)),
);

const LINTS = { '.yaml': lintYaml, '.mdx': lintPage, '.json': lintMessages };

describe('authored content', () => {
  it('is found', () => {
    expect(AUTHORED.length).toBeGreaterThan(40);
  });

  it.each(AUTHORED)('%s breaks no rule of content safety', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const issues = LINTS[extname(file) as keyof typeof LINTS](text, file, surroundings);

    expect(issues.map(printIssue)).toEqual([]);
  });
});

describe('the prints of the report behind the kit', () => {
  it('exist, and are small', () => {
    expect(surroundings.reportRuns.size).toBeGreaterThan(9_000);
    expect(statSync(join(ROOT, REPORT_PRINTS_FILE)).size).toBeLessThan(100_000);
  });
});

describe('what would break a rule in a shipped file', () => {
  const CASE = 'scenarios/find-apple-weeks/scenario.yaml';
  const shipped = readFileSync(join(ROOT, CASE), 'utf8');
  const summary = /^summary: >-\n {2}(.+)$/m;
  const planted = (sentence: string) => {
    const text = shipped.replace(summary, (_, line) => `summary: >-\n  ${sentence} ${line}`);
    if (text === shipped) throw new Error(`${CASE} has another form. Mend the test.`);
    return lintYaml(text, CASE, surroundings).map(({ code, position }) => [code, position?.line]);
  };
  const line = shipped.slice(0, shipped.search(summary)).split('\n').length;

  it.each([
    ['C06', 'It begins in Vienna.'],
    ['C06', 'It begins in V\u200bienna.'],
    ['C13', 'One of them is seventeen.'],
    ['C13', 'One of them is ١٧.'],
    ['C13', 'One of them is a gіrl.'],
    ['C21', 'He threatens people.'],
    ['C21', 'One of them is a child.'],
    ['C27', 'They are using and misusing technology to their benefit in the market.'],
  ])('is refused by %s at its line: %s', (rule, sentence) => {
    expect(planted(sentence)).toEqual([[`safety.${rule}`, expect.any(Number)]]);
    expect(Math.abs((planted(sentence)[0]?.[1] as number) - line)).toBeLessThanOrEqual(1);
  });
});

describe('what would break a rule in a file of a platform', () => {
  const FILE = 'content/platforms/buy/four-towns.yaml';
  const shipped = readFileSync(join(ROOT, FILE), 'utf8');
  const terms = /^ {2}terms:\n/m;
  const planted = (lines: string) => {
    const text = shipped.replace(terms, (line) => `${line}${lines}`);
    if (text === shipped) throw new Error(`${FILE} has another form. Mend the test.`);
    return lintYaml(text, FILE, surroundings).map(({ code }) => code);
  };

  it.each([
    ['C13', '    - One of them is seventeen.\n'],
    ['C13', '    - A girl needs no card.\n'],
    ['C15', '    - "A card gets a 🍒."\n'],
    ['C06', '    - Our desk is in Vienna.\n'],
    ['C07', '    - Call +1 212 736 5000.\n'],
  ])('is refused by %s: %s', (rule, lines) => {
    expect(planted(lines)).toContain(`safety.${rule}`);
  });
});

/** So many markets of each profile, just large enough to hold a network, and one large enough to show every trap. */
const MARKETS = inFull(500, 12);
const SMALL = 12;

describe.each([...LIBRARY.profiles.values()])('what the generator writes for $id', (profile) => {
  const allowed = wordsOfPosts(LIBRARY.lexicon, GENRES, profile);
  const lint = (change: Parameters<typeof anOrder>[0]) =>
    lintMarket(generateMarket(anOrder({ profile, ...change }), { records: true }).market, allowed).map(printIssue);

  it('breaks no rule with any seed', () => {
    expect(seeds(`safety-${profile.id}`, MARKETS).flatMap((seed) => lint({ seed, size: SMALL }))).toEqual([]);
  });

  it('breaks no rule in a large market, in which every trap occurs', () => {
    expect(lint({ seed: `safety-${profile.id}`, size: 'field', prevalence: 'FIELD' })).toEqual([]);
  });
});
