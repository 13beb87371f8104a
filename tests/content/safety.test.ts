import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintYaml } from '#app/library/lint-authored.ts';
import { generateMarket } from '#core/market/generate-market.ts';
import { lexiconWords } from '#core/market/lexicon-words.ts';
import { hostsIn } from '#core/safety/check-domains.ts';
import { lintMarket } from '#core/safety/lint-market.ts';
import { lintText } from '#core/safety/lint-text.ts';
import { printIssue } from '../../scripts/print-issue.ts';
import { anOrder, seeds } from '../support/builders/a-market.ts';
import { LIBRARY, ROOT } from '../support/builders/the-library.ts';

const sourceHosts = hostsIn(readFileSync(join(ROOT, 'content', 'sources.yaml'), 'utf8'));

const AUTHORED = ['content', 'scenarios'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:yaml|mdx)$/.test(name))
    .map((name) => join(folder, name)),
);

describe('what authors have written', () => {
  it('is found', () => {
    expect(AUTHORED.length).toBeGreaterThan(40);
  });

  it.each(AUTHORED)('%s breaks no rule of content safety', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const issues = file.endsWith('.yaml')
      ? lintYaml(text, file, sourceHosts)
      : lintText(text, { kind: 'lesson', file, sourceHosts });

    expect(issues.map(printIssue)).toEqual([]);
  });
});

/** So many markets of each profile, just large enough to hold a network, and one large enough to show every trap. */
const MARKETS = 500;
const SMALL = 12;

describe.each([...LIBRARY.profiles.values()])('what the generator writes for $id', (profile) => {
  const allowed = lexiconWords(LIBRARY.lexicon, profile);
  const lint = (change: Parameters<typeof anOrder>[0]) =>
    lintMarket(generateMarket(anOrder({ profile, ...change }), { records: true }).market, allowed).map(printIssue);

  it('breaks no rule, whatever the seed', () => {
    expect(seeds(`safety-${profile.id}`, MARKETS).flatMap((seed) => lint({ seed, size: SMALL }))).toEqual([]);
  }, 120_000);

  it('breaks no rule in a large market, where every trap has to show', () => {
    expect(lint({ seed: `safety-${profile.id}`, size: 'field', prevalence: 'FIELD' })).toEqual([]);
  });
});
