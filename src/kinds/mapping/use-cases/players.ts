import { everyOther } from '#case/reference-players/use-cases/every-other.ts';
import type { PlayersOf } from '#case/reference-players/use-cases/players.ts';
import type { Table } from '#case/reference-players/use-cases/table.ts';
import { stream } from '#kernel/model/rng.ts';
import { codeDifferences } from '#kinds/mapping/model/code-agreement.ts';
import { type CodingKey, deriveMap } from '#kinds/mapping/model/derive-map.ts';
import { drawSample } from '#kinds/mapping/model/draw-sample.ts';
import { MAPPING } from '#kinds/mapping/model/kind.ts';
import { MAP_NOTES, type MappingAction } from '#kinds/mapping/model/play.ts';
import type { Market } from '#market/ads/model/market.ts';

const keyOf = ({ material: { market, scenario }, answers: { truth, owners }, attempt }: Table) =>
  deriveMap(truth, market, owners, MAPPING.briefOf(scenario, attempt.state));

/**
 * Registers every site with owner, mirror and volume, marks the copies, codes a sample, and ranks the sites by
 * priority.
 */
export function mapAsOracle(table: Table): MappingAction[] {
  const { sites, copies, coding } = keyOf(table);
  const pressing = sites.filter(({ relevance }) => relevance > 0).sort((a, b) => b.relevance - a.relevance);
  return [
    ...sites.flatMap(({ site, owner, mirrorOf, volume }): MappingAction[] => [
      { type: 'site.registered', site },
      { type: 'owner.linked', site, owner: owner ?? '' },
      { type: 'mirror.noted', site, of: mirrorOf ?? '' },
      { type: 'volume.estimated', site, volume, sample: volume },
    ]),
    ...[...copies].map((ad): MappingAction => ({ type: 'duplicate.marked', ad })),
    ...pressing.map(({ site }, place): MappingAction => ({ type: 'site.ranked', site, place, reason: 'networks' })),
    ...(coding ? codeAsOracle(table.material.market, coding, [...copies]) : []),
    ...MAP_NOTES.map((about): MappingAction => ({ type: 'note.written', about, text: 'as the plan says' })),
  ];
}

/** Codes exactly what the pages show, and settles every difference by that. */
function codeAsOracle(market: Market, key: CodingKey, copies: readonly string[]): MappingAction[] {
  const { signs, planted, second } = key;
  const ads = drawSample(market, copies, key.sample);
  return [
    { type: 'sample.drawn', ads },
    ...ads.map((ad): MappingAction => ({ type: 'ad.coded', ad, signs: planted[ad] ?? [] })),
    { type: 'codes.compared' },
    ...codeDifferences(planted, second, ads, signs).map(
      ({ ad, sign, first }): MappingAction => ({ type: 'code.settled', ad, sign, present: first }),
    ),
  ];
}

/** Registers every site under one owner, marks every ad as a copy, and codes every sign on every ad of the sample. */
export function mapEverything(table: Table): MappingAction[] {
  const { sites, ads, coding } = keyOf(table);
  const sample = coding ? drawSample(table.material.market, [], coding.sample) : [];
  return [
    ...(coding ? ([{ type: 'sample.drawn', ads: sample }] satisfies MappingAction[]) : []),
    ...sample.map((ad): MappingAction => ({ type: 'ad.coded', ad, signs: coding?.signs ?? [] })),
    { type: 'codes.compared' },
    ...sites.flatMap(({ site }): MappingAction[] => [
      { type: 'site.registered', site },
      { type: 'owner.linked', site, owner: 'one' },
    ]),
    ...[...ads].map((ad): MappingAction => ({ type: 'duplicate.marked', ad })),
  ];
}

/** Percent chance of finding what is there, and of finding what is not. */
const HIT_PERCENT = 70;
const FALSE_ALARM_PERCENT = 5;
/** Maximum error of an estimated volume, in percent. */
const MAX_ERROR_PERCENT = 20;

/**
 * An honest mapper of medium skill: finds 70 % of copies, owners and signs, makes 5 % of the possible false ones,
 * estimates volumes within 20 %, and follows the page where the two coders differ. Deterministic for a market.
 */
export function mapHonestly(table: Table): MappingAction[] {
  const { sites, ads, copies, coding } = keyOf(table);
  const rng = stream('honest mapper', table.answers.truth.seed);
  const sees = (there: boolean) => rng.int(100) < (there ? HIT_PERCENT : FALSE_ALARM_PERCENT);
  const about = (count: number) =>
    Math.round((count * (100 - MAX_ERROR_PERCENT + rng.int(2 * MAX_ERROR_PERCENT + 1))) / 100);
  const called = [...ads].filter((ad) => sees(copies.has(ad)));
  const pressing = sites
    .map(({ site, sought }) => ({ site, seen: about(sought) }))
    .filter(({ seen }) => seen > 0)
    .sort((a, b) => b.seen - a.seen);
  return [
    ...sites.flatMap(({ site, owner, mirrorOf, volume }): MappingAction[] => [
      { type: 'site.registered', site },
      { type: 'owner.linked', site, owner: sees(true) ? (owner ?? site) : site },
      { type: 'mirror.noted', site, of: sees(true) ? (mirrorOf ?? '') : '' },
      { type: 'volume.estimated', site, volume: about(volume), sample: 40 },
    ]),
    ...called.map((ad): MappingAction => ({ type: 'duplicate.marked', ad })),
    ...pressing.map(({ site }, place): MappingAction => ({ type: 'site.ranked', site, place, reason: 'networks' })),
    ...(coding ? codeHonestly(table.material.market, coding, called, sees) : []),
  ];
}

function codeHonestly(
  market: Market,
  { signs, planted, second, sample }: CodingKey,
  called: readonly string[],
  sees: (there: boolean) => boolean,
): MappingAction[] {
  const ads = drawSample(market, called, sample);
  const own = Object.fromEntries(
    ads.map((ad) => [ad, signs.filter((sign) => sees(planted[ad]?.includes(sign) ?? false))]),
  );
  return [
    { type: 'sample.drawn', ads },
    ...ads.map((ad): MappingAction => ({ type: 'ad.coded', ad, signs: own[ad] ?? [] })),
    { type: 'codes.compared' },
    ...codeDifferences(own, second, ads, signs).map(
      ({ ad, sign }): MappingAction => ({
        type: 'code.settled',
        ad,
        sign,
        present: planted[ad]?.includes(sign) ?? false,
      }),
    ),
  ];
}

/** What the reference players do in an exercise of mapping. */
export const MAPPING_PLAYERS: PlayersOf<MappingAction> = {
  oracle: mapAsOracle,
  'flag-all': mapEverything,
  honest: mapHonestly,
  'half-diligent': (table) => everyOther(mapAsOracle(table)),
  'screenshot-only': mapAsOracle,
  'notify-first': mapAsOracle,
};
