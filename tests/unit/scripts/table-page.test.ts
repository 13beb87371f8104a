import { describe, expect, it } from 'vitest';
import { resultsSideBySide } from '#bench/markets/model/results-side-by-side.ts';
import type { BenchResult } from '#bench/markets/model/schemas.ts';
import { required } from '#kernel/model/invariant.ts';
import { tablePage } from '../../../scripts/public-bench/table-page.ts';
import { aResult } from '../../support/bench/a-result.ts';

function pageOf(results: readonly BenchResult[], event?: string): string {
  const named = results.map((result, n) => ({ file: `${n}.json`, result }));
  const tracks = resultsSideBySide(named, (a, b) => a.localeCompare(b, 'en'));
  if (!tracks.ok) throw new Error(JSON.stringify(tracks.issues));
  return tablePage(named, tracks.value, event);
}

/** The text of a piece of the page, with one space between elements. */
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Texts of the cells of a row by the heads of their columns, in the first table that has the row. */
function rowOf(page: string, name: string): Record<string, string> {
  const table = required(
    page.split('<table').find((one) => one.includes(`<th scope="row">${name}</th>`)),
    name,
  );
  const heads = [...table.matchAll(/<th scope="col">(.*?)<\/th>/g)].map(([, head]) => textOf(head ?? ''));
  const row = required(
    table.split('<tr').find((one) => one.includes(`<th scope="row">${name}</th>`)),
    name,
  );
  const cells = [...row.matchAll(/<td.*?>(.*?)<\/td>/g)].map(([, cell]) => textOf(cell ?? ''));
  return Object.fromEntries(cells.map((cell, n) => [heads[n + 1]?.replace(/ (more|less) is better$/, '') ?? '', cell]));
}

describe('the page of results', () => {
  it('has no table of all settings, and each table says again what it is not', () => {
    const one = aResult('a', { tracks: ['page', 'fairness'] });
    const [page] = one.tracks;
    const all = { ...required(page?.rows[0]?.tables[0], 'table'), profile: 'all' as const };
    page?.rows[0]?.tables.push(all);
    const html = pageOf([one]);
    const captions = [...html.matchAll(/<caption>(.*?)<\/caption>/g)].map(([, caption]) => textOf(caption ?? ''));

    expect(captions).toEqual(
      ['page', 'fairness'].map(
        (track) =>
          `Track ${track}, rules closed, setting JOB: offers of seasonal work, 3 markets SYNTHETIC. Teams are in alphabetical order. There is no rank and no total.`,
      ),
    );
  });

  it('says what each of the rules allows, that nobody checks it, and never puts both into one table', () => {
    const closed = pageOf([aResult('a')]);
    const both = pageOf([aResult('a'), aResult('b', { rules: 'open' })]);
    const tables = both.split('<table').slice(1);

    expect(tables).toHaveLength(2);
    for (const table of tables) expect(table.match(/<th scope="row">[ab]</g)).toHaveLength(1);
    expect(both).toContain('<h2>Track page, rules open</h2>');
    expect(closed).toMatch(/Rules closed: .+ Nobody checks it\.<\/p>/);
    expect(closed).not.toContain('Rules open');
    expect(both).toMatch(/Rules closed: .+ Rules open: .+ not to be compared\./);
  });

  it('has a row without figures for a team that lacks a score in some market, or in all', () => {
    const page = pageOf([aResult('few', { failed: [0] }), aResult('none', { failed: [0, 1, 2] }), aResult('whole')]);

    expect(Object.values(rowOf(page, 'few'))).toEqual(['no figures: 1 of 3 markets have no score']);
    expect(Object.values(rowOf(page, 'none'))).toEqual(['no figures: 3 of 3 markets have no score']);
    expect(rowOf(page, 'whole')['area under curve']).toMatch(/^0\.\d{3} /);
    expect(page).toContain('only if there is a score in every market of the setting');
    expect(pageOf([aResult('few', { failed: [0] })])).toContain('No team has a score in every market of this setting.');
  });

  it('says how many flags a tool made, and that it flags nobody in place of its gaps', () => {
    const results = [
      aResult('flags', { tracks: ['page', 'fairness'] }),
      aResult('silent', { silent: [0, 1, 2], tracks: ['page', 'fairness'] }),
    ];
    const page = pageOf(results);
    const flags = required(results[0]?.tracks[0]?.rows[0]?.tables[0]?.flags, 'flags');
    const fairness = page.slice(page.indexOf('<h2>Track fairness'));

    expect(rowOf(page, 'flags')['flags']).toBe(`${flags.all} ${flags.false} false`);
    expect(rowOf(page, 'silent')).toMatchObject({ flags: 'flags nobody', 'right flags at 2 %': '–' });
    expect(rowOf(fairness, 'silent')).toMatchObject({
      flags: 'flags nobody',
      'gap by gender': 'flags nobody',
      'gender: by chance at most': '–',
    });
    // Of tool and reader there are three gaps each; those of a tool that flags nobody are not compared.
    expect(fairness).toMatch(
      /6 gaps compared with chance, \d larger\. Of 20 gaps .*, about one is larger by chance alone\./,
    );
  });

  it('says in how many markets a tool flagged where these are not all, and has no figure below half of them', () => {
    const page = pageOf([aResult('most', { silent: [0] }), aResult('one', { silent: [0, 1] })]);

    expect(rowOf(page, 'most')['right flags at 2 %']).toMatch(/^0\.\d{3} 0\.\d{3} to 0\.\d{3} in 2 of 3 markets$/);
    expect(rowOf(page, 'one')['right flags at 2 %']).toBe('– exists in 1 of 3 markets alone');
  });

  it('has a line for each column under the first table of a track, and no column that is empty in all rows', () => {
    const page = pageOf([aResult('a'), aResult('silent', { silent: [0, 1, 2] })]);
    const silent = aResult('b', { silent: [0, 1, 2] });
    for (const { rows } of silent.tracks) rows.splice(1);
    const heads = Object.keys(rowOf(page, 'a'));

    for (const head of heads) expect(page).toContain(`<div><dt>${head}</dt> <dd>`);
    expect(heads).toContain('right flags at 2 %');
    expect(Object.keys(rowOf(pageOf([silent]), 'b'))).not.toContain('right flags at 2 %');
    expect(page).toContain('of 100 flags where 2 of 100 ads are controlled, 3 are right');
  });

  it('has the title of an event and the digest of its markets', () => {
    const benchJson = '0123456789abcdef'.repeat(4);
    const page = pageOf([{ ...aResult('a'), benchJson }], 'Day <1> of tools');

    expect(page).toContain('<h1>Day &lt;1&gt; of tools</h1>\n<p>a-bench 1: results by track</p>');
    expect(page).toContain('The SHA-256 of bench.json begins with 0123456789abcdef. A flag');
    expect(pageOf([aResult('a')])).toContain('<h1>a-bench 1: results by track</h1>');
  });

  it('names a team once where it has a result for each track', () => {
    const both = [aResult('Ash', { tracks: ['page'] }), aResult('Ash', { tracks: ['records'] })];
    const html = pageOf(both.map((result, n) => ({ ...result, note: `note ${n}` })));

    expect(html.match(/<dt>Ash<\/dt>/g)).toHaveLength(1);
    expect(textOf(html)).toMatch(/note 0.*note 1/);
  });
});
