import { describe, expect, it } from 'vitest';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import type { Reach } from '#market/generator/model/ideal-reader.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { type Attack, type AttackOrder, misreadFacts, prepareAttack } from '../support/attack/attack.ts';
import {
  attackAll,
  attackCodes,
  attackPlain,
  attackUnlabelled,
  boundOf,
  misreadIn,
} from '../support/attack/judge-attack.ts';
import { LEAKS, type LeakName } from '../support/attack/planted-leaks.ts';
import { inFull } from '../support/in-full.ts';

/** With so many judged markets the standard error of an area, by actors, is at most .005 in full. */
const MARKETS = inFull({ words: 10, rest: 40, judged: 40 }, { words: 2, rest: 10, judged: 12 });
const FEW_MARKETS = { words: 1, rest: 5, judged: 6 };

const PROFILES: readonly MarketProfileId[] = inFull(['BUY', 'PRO', 'REG', 'TPC', 'JOB', 'SOC'], ['BUY']);

/** Records tell an ideal reader nearly all; where networks show fewer signs, there is room above it. */
const WITH_RECORDS: readonly [MarketProfileId, Partial<MarketOrder>][] = [
  ...PROFILES.map((profile): [MarketProfileId, Partial<MarketOrder>] => [profile, {}]),
  ['JOB', { intensity: 0.4 }],
];
const ATTACKS: readonly [MarketProfileId, Reach, Partial<MarketOrder>][] = [
  ...PROFILES.map((profile): [MarketProfileId, Reach, Partial<MarketOrder>] => [profile, 'pages', {}]),
  ...inFull(WITH_RECORDS, WITH_RECORDS.slice(-1)).map(
    ([profile, order]): [MarketProfileId, Reach, Partial<MarketOrder>] => [profile, 'records', order],
  ),
];

/** So far from chance, and with few markets, of which an area varies more by itself, three standard errors. */
const boundByChance = (error: number, most = 0.03) => Math.max(most, 3 * error);

/**
 * How far from chance lines without a label may rank ads. A text is drawn by what its ad shows, so that it tells of the
 * signs in fields and comments, and of nothing else (`posts-by-type.test.ts`). Offers of work have many signs: measured
 * .59 in JOB and .65 in SOC.
 */
const OF_NEUTRAL_LINES: Partial<Record<MarketProfileId, number>> = { JOB: 0.12, SOC: 0.18 };
const MOST_OF_NEUTRAL_LINES = 0.05;

/** The attack that several tests look at; only the last one, because its columns take much memory. */
let last: { readonly name: string; readonly attack: Attack } | undefined;
function attackOn(order: AttackOrder): Attack {
  const name = JSON.stringify([order.profile, order.reach, order.order]);
  if (last?.name !== name) last = { name, attack: prepareAttack(order) };
  return last.attack;
}

describe.each(ATTACKS)('%s, %s, %j', (profile, reach, order) => {
  const attack = () => attackOn({ profile, reach, order, markets: MARKETS });

  it('no learner ranks ads better than the ideal reader', () => {
    const { areas, above } = attackAll(attack());
    const bound = boundOf(areas['ceiling'] ?? expect.fail('no ceiling'));

    expect(areas['trees']?.area, JSON.stringify([areas, above('trees', 'ceiling')])).toBeLessThanOrEqual(bound);
    expect(areas['line']?.area, JSON.stringify(areas)).toBeLessThanOrEqual(bound);
  });

  it('numbers, order, times, accounts and labels of persons tell nothing', () => {
    for (const [learner, { area, error }] of Object.entries(attackPlain(attack())))
      expect(Math.abs(area - 0.5), `${learner}: ${area}, error ${error}`).toBeLessThanOrEqual(boundByChance(error));
  });

  it('no fact means clearly more than the ideal reader knows', () => {
    expect(misreadIn(attack())).toEqual([]);
  });

  it.runIf(reach === 'pages')('lines without a label tell nearly nothing', () => {
    const { area, error } = attackUnlabelled(attack());
    const most = OF_NEUTRAL_LINES[profile] ?? MOST_OF_NEUTRAL_LINES;

    expect(Math.abs(area - 0.5), `${area}, error ${error}`).toBeLessThanOrEqual(boundByChance(error, most));
  });
});

/** How each leak is found: the area, or the number of misread facts, has to leave its bound. */
const FOUND_BY: Readonly<Record<LeakName, readonly [MarketProfileId, Reach, (attack: Attack) => boolean]>> = {
  'codes that count actors': ['JOB', 'pages', (attack) => attackCodes(attack).area > 0.8],
  'accounts numbered by persona': ['BUY', 'pages', tellsPlainly],
  'an account for each sought ad': ['BUY', 'pages', tellsPlainly],
  'ids of one actor in a row': ['BUY', 'pages', tellsPlainly],
  'an opening by type': ['BUY', 'pages', tellsUnlabelled],
  'a slip of networks': ['BUY', 'pages', tellsUnlabelled],
  'marks of networks alone': ['BUY', 'pages', (attack) => misreads(attack, 'mark', 3.5)],
  'one account receives for a network': ['JOB', 'records', (attack) => misreads(attack, 'balance', 5)],
};

/**
 * True if a fact means more than the ideal reader takes it for, by so many standard errors. Without a leak no such fact
 * is further than three of them from it. Who shares no receiving account is never sought then, and whoever has a mark always is.
 */
function misreads({ judged, ceiling }: Attack, named: string, least: number): boolean {
  return misreadFacts(judged, ceiling).some(({ fact, errors }) => fact.includes(named) && Math.abs(errors) > least);
}

function tellsPlainly(attack: Attack): boolean {
  return Object.values(attackPlain(attack)).some(({ area }) => area > 0.53);
}

function tellsUnlabelled(attack: Attack): boolean {
  return attackUnlabelled(attack).area > 0.6;
}

/** One leak for each way in which one is found. */
const A_FEW: readonly LeakName[] = [
  'codes that count actors',
  'accounts numbered by persona',
  'an opening by type',
  'one account receives for a network',
];

describe('a planted leak is found', () => {
  it.each(inFull(Object.keys(LEAKS) as LeakName[], A_FEW))('%s', (name) => {
    const [profile, reach, finds] = FOUND_BY[name];
    // Where networks show hardly any sign an ideal reader of records knows little, so that a leak is news.
    const order = reach === 'records' ? { intensity: 0.1 } : {};

    expect(finds(prepareAttack({ profile, reach, order, markets: FEW_MARKETS, leak: LEAKS[name] }))).toBe(true);
  });
});
