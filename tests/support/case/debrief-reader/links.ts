import type { LinkingAction } from '#kinds/linking/model/play.ts';
import { placeOfTrace, readTraces, type ShownTraces, sharedTraces } from '#kinds/linking/model/shown-traces.ts';
import type { AdTruth } from '#market/ads/model/ground-truth.ts';
import type { Market } from '#market/ads/model/market.ts';
import { type ReadAttempt, type Readers, type Truth, truth } from './attempt.ts';

interface Link {
  readonly a: string;
  readonly b: string;
  readonly trace: string;
}

type Verdict = 'holds' | 'again' | 'reason' | 'stranger' | 'bridge';

/** One linking exercise of an attempt, read from its log. */
export class ReadLinks {
  readonly #attempt: ReadAttempt;
  readonly #withRecords: boolean;
  readonly #ads: ReadonlyMap<string, AdTruth>;
  /** Every link at the end, in the order of proposal. */
  readonly links: readonly Link[];
  /** The links between ads of the exercise that are judged, up to the budget. */
  readonly judged: readonly (Link & { readonly verdict: Verdict })[];
  readonly onBoard: readonly Link[];
  /** Sets of ads that belong together and can be known to. */
  readonly networks: readonly (readonly string[])[];
  readonly actors: readonly (readonly string[])[];
  /** Groups at the end: the named ones, and the sets that links form of the remaining ads. */
  readonly groups: readonly (readonly string[])[];

  constructor(attempt: ReadAttempt, id: string) {
    this.#attempt = attempt;
    const { ads, budget, records } = attempt.brief(id) as {
      readonly ads?: readonly string[];
      readonly budget?: number;
      readonly records?: boolean;
    };
    this.#withRecords = records ?? false;
    const board = attempt.answers.truth.ads.filter(
      ({ ad, possibleMinor }) => !possibleMinor && (ads === undefined || ads.includes(ad)),
    );
    this.#ads = new Map(board.map((one) => [one.ad, one]));
    const acts = attempt.actsAt<LinkingAction>(id).map(({ action }) => action);
    this.links = linksAfter(acts);
    this.onBoard = this.links.filter(({ a, b }) => this.#ads.has(a) && this.#ads.has(b));
    this.judged = this.#judge(this.onBoard.slice(0, budget ?? this.onBoard.length));
    this.actors = [...Map.groupBy(board, ({ actor }) => actor).values()].map((own) => own.map(({ ad }) => ad));
    this.networks = this.actors.flatMap((own) => this.partsOf(own)).filter(({ length }) => length > 1);
    const named = namedAfter(acts);
    const loose = [...this.#ads.keys()].filter((ad) => !named.some((group) => group.includes(ad)));
    const joins = (a: string, b: string) => this.links.some((link) => isBetween(link, a, b));
    this.groups = [
      ...named.map((group) => group.filter((ad) => this.#ads.has(ad))),
      ...joinedSets(loose, joins),
    ].filter(({ length }) => length > 0);
  }

  /** The sets of these ads, all of one actor, that are connected by traces. */
  partsOf(own: readonly string[]): string[][] {
    return joinedSets(own, (a, b) => this.#shared(a, b).size > 0);
  }

  #shared(a: string, b: string) {
    const [one, other] = [a, b].map((ad) => shownBy(this.#attempt, ad, this.#withRecords));
    return one && other ? sharedTraces(one, other) : new Map();
  }

  #judge(links: readonly Link[]): ReadLinks['judged'] {
    const held: Link[] = [];
    return links.map((link) => {
      const isShared = placeOfTrace(this.#shared(link.a, link.b), link.trace) !== undefined;
      if (!this.isOneActor(link)) return { ...link, verdict: isShared ? 'bridge' : 'stranger' };
      if (!isShared) return { ...link, verdict: 'reason' };
      const [first = []] = joinedSets([link.a, ...this.#ads.keys()], (a, b) =>
        held.some((one) => isBetween(one, a, b)),
      );
      held.push(link);
      return { ...link, verdict: first.includes(link.b) ? 'again' : 'holds' };
    });
  }

  isOneActor({ a, b }: Link): boolean {
    return this.actorOf(a) === this.actorOf(b);
  }

  actorOf(ad: string): string | undefined {
    return this.#ads.get(ad)?.actor;
  }

  /** True for an ad that is neither controlled nor a fraud. */
  isLawful(ad: string): boolean {
    const control = this.#ads.get(ad)?.control;
    return control === 'none' || control === 'thirdParty';
  }
}

const isBetween = (link: Link, a: string, b: string) =>
  (link.a === a && link.b === b) || (link.a === b && link.b === a);

function linksAfter(acts: readonly LinkingAction[]): Link[] {
  const standing = new Map<string, Link>();
  for (const act of acts) {
    if (act.type !== 'edge.proposed' && act.type !== 'edge.withdrawn') continue;
    const [a, b] = act.a < act.b ? [act.a, act.b] : [act.b, act.a];
    const name = JSON.stringify([a, b, act.kind]);
    if (act.type === 'edge.withdrawn') standing.delete(name);
    else if (a !== b && !standing.has(name)) standing.set(name, { a, b, trace: act.kind });
  }
  return [...standing.values()];
}

function namedAfter(acts: readonly LinkingAction[]): string[][] {
  const groups = new Map<string, Set<string>>();
  const leave = (ad: string) => {
    for (const group of groups.values()) group.delete(ad);
  };
  for (const act of acts) {
    if (act.type === 'group.named' && !groups.has(act.group)) groups.set(act.group, new Set());
    if (act.type === 'group.dissolved') groups.delete(act.group);
    if (act.type === 'ad.ungrouped') leave(act.ad);
    if (act.type === 'ad.grouped' && groups.has(act.group)) {
      leave(act.ad);
      groups.get(act.group)?.add(act.ad);
    }
  }
  return [...groups.values()].map((group) => [...group]);
}

/** Connected components of `things` under `joins`, the one of the first thing first. */
function joinedSets(things: readonly string[], joins: (a: string, b: string) => boolean): string[][] {
  const left = new Set(things);
  const sets: string[][] = [];
  for (const thing of things) {
    if (!left.delete(thing)) continue;
    const set = [thing];
    for (const one of set)
      for (const other of left)
        if (joins(one, other)) {
          left.delete(other);
          set.push(other);
        }
    sets.push(set);
  }
  return sets;
}

const traces = new WeakMap<Market, Map<string, ShownTraces>>();

function shownBy({ market }: ReadAttempt, id: string, withRecords: boolean): ShownTraces | undefined {
  const known = traces.get(market) ?? new Map<string, ShownTraces>();
  traces.set(market, known);
  const name = `${id} ${withRecords}`;
  const ad = market.ads.find((one) => one.id === id);
  const shown = known.get(name) ?? (ad && readTraces(ad, withRecords));
  if (shown) known.set(name, shown);
  return shown;
}

const ofLinks = (isOf: (link: ReadLinks['judged'][number], links: ReadLinks) => boolean) => (links: ReadLinks) =>
  links.judged.filter((link) => isOf(link, links)).map(({ a, b, trace }): Truth => ({ params: { a, b, trace } }));

const listed = (ads: readonly string[]) => ads.join(', ');

/** The largest number of ads of a set that are in one group. */
const togetherIn = ({ groups }: ReadLinks, ads: readonly string[]) =>
  Math.max(...groups.map((group) => ads.filter((ad) => group.includes(ad)).length));

const ofNetworks = (say: (ads: readonly string[], together: number) => readonly Truth[]) => (links: ReadLinks) =>
  links.networks.flatMap((ads) => say(ads, togetherIn(links, ads)));

const ofGroups =
  (say: (ads: readonly string[], actors: number, lawful: number) => readonly Truth[]) => (links: ReadLinks) =>
    links.groups.flatMap((ads) => {
      const actors = new Set(ads.map((ad) => links.actorOf(ad)));
      const lawful = new Set(ads.filter((ad) => links.isLawful(ad)).map((ad) => links.actorOf(ad)));
      return actors.size > 1 ? say(ads, actors.size, lawful.size) : [];
    });

/** Sentences about a linking exercise. */
export const LINK_READERS: Readers<ReadLinks> = {
  'link.none': ({ links }) => truth(links.length === 0),
  'link.count': ({ judged }) => {
    const n = judged.filter(({ verdict }) => verdict === 'holds' || verdict === 'again').length;
    return truth(judged.length > 0, { params: { n, of: judged.length } });
  },
  'link.over': ({ onBoard, judged }) => {
    const count = onBoard.length - judged.length;
    return truth(count > 0, { params: { count } });
  },
  'link.off-board': ({ links, onBoard }) => {
    const count = links.length - onBoard.length;
    return truth(count > 0, { params: { count } });
  },
  'link.holds': ofLinks(({ verdict }) => verdict === 'holds'),
  'link.again': ofLinks(({ verdict }) => verdict === 'again'),
  'link.reason': ofLinks(({ verdict }) => verdict === 'reason'),
  'link.stranger': ofLinks(({ verdict }) => verdict === 'stranger'),
  'link.bridge': ofLinks(({ verdict }) => verdict === 'bridge'),
  'link.lawful': ofLinks((link, links) => !links.isOneActor(link) && links.isLawful(link.a) && links.isLawful(link.b)),
  'network.nothing': ({ networks }) => truth(networks.length === 0),
  'network.count': (links) => {
    const n = links.networks.filter((ads) => togetherIn(links, ads) === ads.length).length;
    return truth(links.networks.length > 0, { params: { n, of: links.networks.length } });
  },
  'network.whole': ofNetworks((ads, together) =>
    truth(together === ads.length, { params: { count: ads.length, ads: listed(ads) } }),
  ),
  'network.torn': ofNetworks((ads, together) =>
    truth(together > 1 && together < ads.length, { params: { n: together, of: ads.length, ads: listed(ads) } }),
  ),
  'network.apart': ofNetworks((ads, together) =>
    truth(together === 1, { params: { count: ads.length, ads: listed(ads) } }),
  ),
  'network.mixed': ofGroups((ads, actors) => [{ params: { actors, count: ads.length, ads: listed(ads) } }]),
  'network.lawful': ofGroups((ads, _, lawful) =>
    truth(lawful > 1, { params: { lawful, count: ads.length, ads: listed(ads) } }),
  ),
  'network.unjoined': (links) =>
    links.actors.flatMap((ads) => {
      const parts = links.partsOf(ads).length;
      return truth(parts > 1, { params: { parts, count: ads.length, ads: listed(ads) } });
    }),
};
