import { everyOther } from '#case/reference-players/use-cases/every-other.ts';
import type { PlayersOf } from '#case/reference-players/use-cases/players.ts';
import type { Table } from '#case/reference-players/use-cases/table.ts';
import { stream } from '#kernel/model/rng.ts';
import { deriveLinks, type LinkKey } from '#kinds/linking/model/derive-links.ts';
import { LINKING } from '#kinds/linking/model/kind.ts';
import type { LinkingAction } from '#kinds/linking/model/play.ts';

const keyOf = ({ material: { market, scenario }, answers, attempt }: Table): LinkKey =>
  deriveLinks(answers.truth, market, LINKING.briefOf(scenario, attempt.state));

/** Pairs of ads that share a trace, with one of the traces, and whether one actor stands behind both. */
function sharedPairs(table: Table) {
  const { tracesOf, ads, placeOf, pairs } = keyOf(table);
  const actorOf = (ad: string) => ads[placeOf.get(ad) as number]?.actor;
  const bridges = table.answers.truth.edges.filter(
    ({ a, b, sameActor }) => !sameActor && placeOf.has(a) && placeOf.has(b),
  );
  const found = new Map([...pairs, ...bridges].map(({ a, b }) => [`${a} ${b}`, { a, b }]));
  return [...found.values()].flatMap(({ a, b }) => {
    const [kind] = tracesOf(a, b).keys();
    return kind === undefined ? [] : [{ a, b, kind, same: actorOf(a) === actorOf(b) }];
  });
}

/** Proposes a spanning tree of each network, and one group for each. */
export function linkAsOracle(table: Table): LinkingAction[] {
  const key = keyOf(table);
  const parts = new Map<number, string[]>();
  for (const { ad, part } of key.ads) parts.set(part, [...(parts.get(part) ?? []), ad]);
  const byAd = new Map<string, string[]>();
  for (const { a, b } of key.pairs) {
    byAd.set(a, [...(byAd.get(a) ?? []), b]);
    byAd.set(b, [...(byAd.get(b) ?? []), a]);
  }
  return [...parts.values()]
    .filter(({ length }) => length > 1)
    .flatMap((ads, n): LinkingAction[] => {
      const group = `network-${n + 1}`;
      return [
        ...spanning(ads, byAd).map(([a, b]): LinkingAction => {
          const [kind] = key.tracesOf(a, b).keys();
          return { type: 'edge.proposed', a, b, kind: kind as string };
        }),
        { type: 'group.named', group, name: group },
        ...ads.map((ad): LinkingAction => ({ type: 'ad.grouped', ad, group })),
      ];
    });
}

/** Edges of a spanning tree, breadth first from the first ad. */
function spanning(ads: readonly string[], linked: ReadonlyMap<string, readonly string[]>): [string, string][] {
  const seen = new Set(ads.slice(0, 1));
  const found: [string, string][] = [];
  for (const a of seen)
    for (const b of linked.get(a) ?? []) {
      if (seen.has(b)) continue;
      seen.add(b);
      found.push([a, b]);
    }
  return found;
}

/** Puts all ads into one network. */
export function linkEverything(table: Table): LinkingAction[] {
  const group = 'all';
  return [
    { type: 'group.named', group, name: group },
    ...keyOf(table).ads.map(({ ad }): LinkingAction => ({ type: 'ad.grouped', ad, group })),
  ];
}

/** Takes every shared trace for a link, without allowing for innocent reasons. */
export function linkEveryTrace(table: Table): LinkingAction[] {
  return sharedPairs(table).map(({ a, b, kind }) => ({ type: 'edge.proposed', a, b, kind }));
}

/** Percent chance of finding a link within one actor, and of linking two actors by a trace that they share. */
const HIT_PERCENT = 70;
const FALSE_ALARM_PERCENT = 5;

/** Finds 70 % of the links, and makes 5 % of the false ones. Deterministic for a market. */
export function linkHonestly(table: Table): LinkingAction[] {
  const rng = stream('honest linker', table.answers.truth.seed);
  return sharedPairs(table)
    .filter(({ same }) => rng.int(100) < (same ? HIT_PERCENT : FALSE_ALARM_PERCENT))
    .map(({ a, b, kind }) => ({ type: 'edge.proposed', a, b, kind }));
}

/** What the reference players do in an exercise of linking. */
export const LINKING_PLAYERS: PlayersOf<LinkingAction> = {
  oracle: linkAsOracle,
  'flag-all': linkEverything,
  'count-flags': linkEveryTrace,
  honest: linkHonestly,
  'half-diligent': (table) => everyOther(linkAsOracle(table)),
  'screenshot-only': linkAsOracle,
  'notify-first': linkAsOracle,
};
