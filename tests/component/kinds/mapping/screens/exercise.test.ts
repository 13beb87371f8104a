import { fireEvent, render, screen, within } from '@testing-library/svelte';
import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import type { MapKey } from '#kinds/mapping/model/derive-map.ts';
import { drawSample } from '#kinds/mapping/model/draw-sample.ts';
import { mappingFacts } from '#kinds/mapping/model/facts.ts';
import { type MappingAction, type MappingResponse, playMapping } from '#kinds/mapping/model/play.ts';
import { MAPPING_SENTENCES } from '#kinds/mapping/model/sentences.ts';
import Debrief from '#kinds/mapping/screens/Debrief.svelte';
import Exercise from '#kinds/mapping/screens/Exercise.svelte';
import { ADS_ON_PAGE, adsWith, pageOf } from '#kinds/mapping/screens/site-pages.ts';
import type { TrueMap } from '#kinds/mapping/use-cases/open-map.ts';
import type { Market } from '#market/ads/model/market.ts';
import { NOW, SMALL_MARKET, see } from '../../../../support/market/small-market.ts';

const [first] = SMALL_MARKET.sites;
if (!first) throw new Error('The small market has no site.');
const MARKET: Market = {
  ...SMALL_MARKET,
  sites: [first, { ...first, id: 'collected', name: 'Collected', host: 'collected.example' }],
};

function draw(start: Partial<MappingResponse> = {}, props: Partial<ComponentProps<typeof Exercise>> = {}) {
  let response: MappingResponse = { ...playMapping.empty, ...start };
  let seq = 0;
  let finished = 0;
  const { rerender } = render(Exercise, {
    title: 'Map',
    text: 'Draw the map.',
    market: MARKET,
    response,
    see,
    act: (action: MappingAction) => {
      seq += 1;
      response = playMapping.reduce(response, { ...action }, { at: NOW, seq });
    },
    commit: () => {
      finished += 1;
    },
    ...props,
  });
  const settle = () => rerender({ response });
  return {
    response: () => response,
    finished: () => finished,
    async click(name: string | RegExp, role = 'button') {
      await fireEvent.click(screen.getByRole(role, { name }));
      await settle();
    },
    async enter(name: string, value: string) {
      await fireEvent.change(screen.getByLabelText(name), { target: { value } });
      await settle();
    },
  };
}

const BOTH = { register: [{ site: 'ostrel-smallads' }, { site: 'collected' }] };

describe('the map', () => {
  it('registers a site and keeps the data entered for it', async () => {
    const { click, enter, response } = draw();
    await click('Register Collected');
    await enter('Run by', '  Brimalto ');
    await enter('Copies the ads of', 'ostrel-smallads');
    await enter('Ads that stand there', '48');
    await enter('Ads looked at for it', '20');
    expect(response().register).toEqual([
      { site: 'collected', owner: 'Brimalto', mirrorOf: 'ostrel-smallads', volume: 48, sample: 20 },
    ]);
    await click('Take out Collected');
    expect(response().register).toEqual([]);
  });

  it('rejects an estimate that is no number of ads', async () => {
    const { enter, response } = draw({ register: [{ site: 'collected' }] });
    await enter('Ads that stand there', '-3');
    expect(response().register).toEqual([{ site: 'collected' }]);
  });

  it('does not disclose the number of ads of a site, but shows the end of its list', async () => {
    const { enter } = draw();
    expect(screen.getByText('Ostrel Small Ads, page 1: 6 ads')).toBeTruthy();
    await enter('Page', '2');
    expect(screen.getByText('The list ends before this page. Turn back.')).toBeTruthy();
  });

  it('marks one copy, then a whole page, and unmarks the page', async () => {
    const { click, response } = draw();
    await click('Ad 0304 is a copy', 'checkbox');
    expect(response().duplicates).toEqual(['0304']);
    await click('Mark all on this page as copies');
    expect(response().duplicates).toHaveLength(6);
    await click('No ad on this page is a copy');
    expect(response().duplicates).toEqual([]);
  });

  it('ranks sites with a reason, and moves one without losing it', async () => {
    const { click, enter, response } = draw(BOTH);
    await enter('Add a site to the ranking', 'ostrel-smallads');
    await enter('Add a site to the ranking', 'collected');
    await enter('Why Collected', 'Nobody answers there.');
    await click('Move Collected up');
    expect(response().ranking).toEqual([
      { site: 'collected', reason: 'Nobody answers there.' },
      { site: 'ostrel-smallads', reason: '' },
    ]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move Collected up' }));
    await click('Take off Collected');
    expect(response().ranking.map(({ site }) => site)).toEqual(['ostrel-smallads']);
  });

  it('is read-only while another tab writes', () => {
    draw(BOTH, { readOnly: true });
    for (const name of [/^Take/, 'Finish the map', /^Mark all/])
      expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.getAllByLabelText('Run by').every((field) => (field as HTMLInputElement).disabled)).toBe(true);
  });

  it('asks before finishing, and names the sites without an estimate', async () => {
    const { click, finished } = draw(BOTH);
    await click('Finish the map');
    expect(screen.getByText(/Without an estimate: 2\./)).toBeTruthy();
    await click('Finish');
    expect(finished()).toBe(1);
  });
});

const NAMES = { 'manager-reference': 'A manager named', 'rest-gaps': 'Time off' };
const CODING = { brief: { coding: { signs: Object.keys(NAMES), sample: 5 } }, names: NAMES };

describe('the sample', () => {
  const ads = drawSample(MARKET, [], 5);
  const keepNext = async (click: ReturnType<typeof draw>['click'], sign?: string) => {
    if (sign !== undefined) await fireEvent.click(screen.getByRole('checkbox', { name: sign }));
    await click(/^Keep/);
  };

  it('is drawn at random, coded ad by ad, and compared once every ad is coded', async () => {
    const { click, response } = draw({}, CODING);
    await click('Draw 5 ads at random');
    expect(response().sample).toEqual(ads);
    await keepNext(click, 'A manager named');
    expect(response().codes).toEqual({ [ads[0] as string]: ['manager-reference'] });
    expect(document.activeElement?.textContent).toBe(`Ad ${ads[1]}`);
    expect(screen.queryByRole('button', { name: 'Compare with the second coder' })).toBeNull();
    for (let n = 1; n < 5; n++) await keepNext(click);
    await click('Compare with the second coder');
    expect(response().compared).toBe(true);
    expect(Object.values(response().codes).filter(({ length }) => length === 0)).toHaveLength(4);
  });

  it('excludes copies, and reports one that was found after the draw', async () => {
    const copy = ads[0] as string;
    const { click, response } = draw({ duplicates: [copy], sample: ads }, CODING);
    expect(screen.getByText(new RegExp(`Marked as copies after the draw: ${copy}`))).toBeTruthy();
    await click(/^Draw \d instead/);
    expect(response().sample).not.toContain(copy);
  });

  it('shows the agreement of two coders, and settles each difference beside the open page', async () => {
    const codes = Object.fromEntries(ads.map((ad, n) => [ad, n === 0 ? ['manager-reference'] : []]));
    const second = Object.fromEntries(ads.map((ad, n) => [ad, n === 1 ? ['rest-gaps'] : (codes[ad] ?? [])]));
    const { click, response } = draw({ sample: ads, codes, compared: true }, { ...CODING, second });
    expect(screen.getByText(/^Kappa 0\.62, good\.$/)).toBeTruthy();
    const differ = screen.getByRole('list', { name: 'Where you differ' });
    expect(within(differ).getAllByRole('listitem')).toHaveLength(1);
    await click('It is not there', 'radio');
    expect(response().settled).toEqual([{ ad: ads[1], sign: 'rest-gaps', present: false }]);
    expect(screen.getByText('Still open: 0 of 1')).toBeTruthy();
    await click(`Open the page of ad ${ads[1]}`);
    expect(screen.getByRole('region', { name: new RegExp(`${ads[1]}`) })).toBeTruthy();
  });

  it('reports a part that could not be fetched, and offers a retry', async () => {
    let asked = 0;
    const codes = Object.fromEntries(ads.map((ad) => [ad, []]));
    const { click } = draw(
      { sample: ads, codes, compared: true },
      { ...CODING, second: 'failed', again: () => (asked += 1) },
    );
    expect(screen.getByRole('alert').textContent).toMatch(/could not be fetched/);
    await click('Try again');
    expect(asked).toBe(1);
  });

  it('uses no codes of another version of the case, and says so', () => {
    const codes = Object.fromEntries(ads.map((ad) => [ad, []]));
    draw({ sample: ads, codes, compared: true }, { ...CODING, second: 'other-version' });
    expect(screen.getByRole('alert').textContent).toMatch(/of another version of this case.*Reload the page/s);
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('has notes that go with it', async () => {
    const { enter, response } = draw();
    await enter('Privacy', ' No phone is kept. ');
    expect(response().notes).toEqual({ privacy: 'No phone is kept.' });
  });
});

describe('the lists of sites', () => {
  it('hold each ad of a site exactly once over all pages', () => {
    const ads = Array.from({ length: 45 }, (_, n) => ({ ...MARKET.ads[0], id: String(1000 + n) })) as Market['ads'];
    const pages = [1, 2, 3].map((page) => pageOf({ ads }, 'ostrel-smallads', page));
    expect(pages.map(({ length }) => length)).toEqual([ADS_ON_PAGE, ADS_ON_PAGE, 5]);
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(45);
    expect(pageOf({ ads }, 'ostrel-smallads', 4)).toEqual([]);
  });

  it('never find a withheld ad by text search', () => {
    expect(adsWith(MARKET, '0303 account eight days')).toEqual([]);
    expect(adsWith(MARKET, 'manager time').map(({ id }) => id)).toEqual(['0302']);
  });
});

describe('the debrief of the map', () => {
  const sites: TrueMap['sites'] = [
    { site: 'ostrel-smallads', owner: 'A', mirrorOf: undefined, volume: 6, copies: 0, sought: 2, relevance: 3 },
    { site: 'collected', owner: 'B', mirrorOf: 'ostrel-smallads', volume: 4, copies: 4, sought: 0, relevance: 0 },
  ];
  /** What is true of that response beside these sites. */
  const saidOf = (response: MappingResponse, coding?: TrueMap['coding']) => {
    const key: MapKey = {
      sites,
      ads: new Set(MARKET.ads.map(({ id }) => id)),
      copies: new Set(),
      ...(coding && { coding: { ...coding, signs: [...coding.signs], sample: 2, reference: response.sample } }),
    };
    return sentencesFrom(MAPPING_SENTENCES, mappingFacts(response, key));
  };

  it('shows the truth in figures beside the map, with reasons', () => {
    const response: MappingResponse = {
      ...playMapping.empty,
      register: [{ site: 'collected', volume: 9, sample: 5 }],
      duplicates: ['0301'],
      ranking: [{ site: 'collected', reason: 'Large.' }],
    };
    render(Debrief, { market: MARKET, response, sentences: saidOf(response), truth: { sites }, names: {}, base: '/' });
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    const text = rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim()).join(' | '));
    expect(text).toContain('Collected, ads | Ads | 9, from a sample of 5 | 4, of which 4 only copy another');
    expect(text).toContain('Collected, copies | Copies | No other site | Ostrel Small Ads');
    expect(text).toContain(
      'Ostrel Small Ads, act first | Act first | Not ranked | Most pressing: 2 ads of networks or frauds',
    );
    expect(screen.getByText(/Ads that you estimated: 9\. Ads that stand there: 4\./)).toBeTruthy();
    expect(screen.getByText(/This site copies Ostrel Small Ads, and you noted no site/)).toBeTruthy();
    expect(screen.getByText('Ads that you marked as copies and that are none: 1 (0301).')).toBeTruthy();
    expect(screen.getByText('Large.')).toBeTruthy();
  });

  it('compares the codes with the pages, sign by sign', () => {
    const response: MappingResponse = {
      ...playMapping.empty,
      sample: ['0301', '0302'],
      codes: { '0301': [], '0302': ['manager-reference'] },
      compared: true,
      settled: [{ ad: '0301', sign: 'manager-reference', present: true }],
    };
    const coding = {
      signs: ['manager-reference'],
      planted: { '0301': [], '0302': ['manager-reference'] },
      second: { '0301': ['manager-reference'], '0302': [] },
    };
    const sentences = saidOf(response, coding);
    render(Debrief, { market: MARKET, response, sentences, truth: { sites, coding }, names: NAMES, base: '/' });
    const table = screen.getByRole('table', { name: 'Your codes beside the pages' });
    const [row] = within(table).getAllByRole('row').slice(1);
    expect([...(row?.children ?? [])].map((cell) => cell.textContent?.trim())).toEqual([
      'A manager named',
      '1',
      '1',
      '2',
      '1',
      'none',
      '0301',
    ]);
    expect(
      screen.getByText(/as kappa: −1\.00\. That is hardly more than chance, or less\. Ads that you coded: 2\./),
    ).toBeTruthy();
  });
});
