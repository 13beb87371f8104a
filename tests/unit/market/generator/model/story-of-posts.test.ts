import { describe, expect, it } from 'vitest';
import { PURPOSES } from '#market/ads/model/purposes.ts';
import { indicatorsAt } from '#market/generator/model/count-signs.ts';
import { typeAt } from '#market/generator/model/drawn-market.ts';
import { EXCLUSIONS } from '#market/generator/model/exclusions.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { FLAG } from '#market/generator/model/market-columns.ts';
import { recordsAt } from '#market/generator/model/records-at.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { fieldOrder } from '../../../../support/attack/seen-market.ts';
import { seeds } from '../../../../support/builders/a-market.ts';
import { drawField, openIn } from '../../../../support/market/drawn.ts';
import { GENRES } from '../../../../support/market/posts/genres.ts';

const SETTINGS: readonly MarketProfileId[] = ['BUY', 'REG', 'PRO', 'TPC', 'JOB', 'SOC'];
const markets = (setting: MarketProfileId, count = 6) => seeds('story', count).map((seed) => drawField(seed, setting));

describe.each(SETTINGS)('an ad of %s', (setting) => {
  it('shows no two things that contradict each other, in its text, its fields or its records', () => {
    for (const market of markets(setting))
      for (const at of openIn(market)) {
        const shows = indicatorsAt(market, at);
        for (const [id, others] of Object.entries(EXCLUSIONS.excludedBy))
          expect(
            [id, ...others.filter((other) => shows.has(id) && shows.has(other))],
            `ad ${at} of ${market.marketId}`,
          ).toEqual([id]);
      }
  });

  it('has a story in the truth: an author, a master that stands in the market, and the source of a copy', () => {
    const { market, truth } = generateMarket(fieldOrder(setting, 'truth'));
    const ids = new Set(market.ads.map(({ id }) => id));
    const storyOf = new Map(truth.ads.map(({ ad, post }) => [ad, post]));
    for (const { ad, post, possibleMinor, copied, actor } of truth.ads) {
      if (possibleMinor) {
        expect(post).toBeUndefined();
        continue;
      }
      if (!post) throw new Error(`Ad ${ad} has no story.`);
      expect(ids.has(post.master)).toBe(true);
      expect(storyOf.get(post.master)?.master).toBe(post.master);
      expect(post.nth === 0 || post.master !== ad).toBe(true);
      expect(post.copyOf !== undefined).toBe(copied === true);
      if (post.copyOf) expect(storyOf.get(post.copyOf)).toMatchObject({ master: post.master, nth: post.nth });
      expect(actor).toMatch(/^actor-\d+$/);
    }
    // Somebody's text is posted again, and somebody writes for several.
    const stories = truth.ads.flatMap(({ post }) => post ?? []);
    expect(stories.some(({ nth }) => nth > 0)).toBe(true);
    expect(new Set(stories.map(({ author }) => author)).size).toBeLessThan(stories.length);
  });
});

describe('records of posts', () => {
  const all = markets('BUY').flatMap((market) =>
    openIn(market).map((at) => ({ market, at, records: recordsAt(market, at) })),
  );
  const shows = ({ market, at }: (typeof all)[number], id: string) => indicatorsAt(market, at).has(id);
  const yearsOf = ({ market, records }: (typeof all)[number]) =>
    (Date.parse(market.from) - Date.parse(records.account.createdAt)) / (365 * 86_400_000);

  it('show the days off of whoever rests, in every renewal', () => {
    const resting = all.filter((one) => shows(one, 'rest-gaps') && one.records.renewals.at.length >= 12);
    expect(resting.length).toBeGreaterThan(40);
    for (const { records } of resting) {
      const days = new Set(records.renewals.at.map((moment) => new Date(moment).getUTCDay()));
      expect(days.size).toBeLessThan(7);
    }
  });

  it('show an account of some years where somebody has advertised for years, and a young one else', () => {
    for (const one of all) {
      if (shows(one, 'continuity-of-identity')) expect(yearsOf(one)).toBeGreaterThan(1.3);
      else expect(yearsOf(one)).toBeLessThan(1.1);
    }
  });

  it('quote the slip that a record shows, in the words of the half', () => {
    const slips = new Set(GENRES.notes['coercion-slip']?.practice);
    const noted = all.filter(({ market, at }) =>
      market.said(at).some((label) => label.indicator === 'coercion-slip' && label.at === 'r:notes'),
    );
    expect(noted.length).toBeGreaterThan(3);
    for (const { records } of noted) expect(records.notes.some((note) => slips.has(note))).toBe(true);
  });

  it('hold notes of the half alone, and many of them', () => {
    const notes = new Set(all.flatMap(({ records }) => records.notes));
    const practice = new Set(Object.values(GENRES.notes).flatMap((halves) => halves.practice));
    expect(notes.size).toBeGreaterThan(20);
    expect([...notes].filter((note) => !practice.has(note))).toEqual([]);
  });
});

describe('the posts of groups', () => {
  const all = markets('SOC').flatMap((market) =>
    openIn(market)
      .filter((at) => ((market.columns.flags[at] as number) & FLAG.mirrored) === 0)
      .map((at) => ({
        market,
        at,
        purpose: PURPOSES[market.columns.purpose[at] as number],
        type: typeAt(market.columns, at),
      })),
  );
  const shareOf = (is: (one: (typeof all)[number]) => boolean, among = all) => among.filter(is).length / among.length;

  it('are by residents and charities for the most part, who offer no work', () => {
    expect(shareOf(({ type }) => type === 'resident')).toBeGreaterThan(0.35);
    expect(shareOf(({ type }) => type === 'charity')).toBeGreaterThan(0.03);
    expect(all.filter(({ type, purpose }) => ['resident', 'charity'].includes(type) && purpose === 'offer')).toEqual(
      [],
    );
  });

  it('are harmless ones of recruiters too', () => {
    const ofRecruiters = all.filter(({ type }) => type === 'recruiter');
    expect(shareOf(({ purpose }) => purpose !== 'offer', ofRecruiters)).toBeGreaterThan(0.12);
    expect(shareOf(({ purpose }) => purpose !== 'offer', ofRecruiters)).toBeLessThan(0.4);
  });

  it('are of the ten kinds that are written so far, each in every market', () => {
    for (const market of markets('SOC', 3)) {
      const genres = new Set(openIn(market).map((at) => market.story(at)?.genre));
      expect([...genres].toSorted()).toEqual([
        'charity',
        'help-asked',
        'lift',
        'marketplace',
        'meet-up',
        'room-offered',
        'room-wanted',
        'warning',
        'work-offered',
        'work-wanted',
      ]);
    }
  });
});
