import type { MapNote, MappingAction } from '#kinds/mapping/model/play.ts';
import { isSought, type ReadAttempt, type Readers, type Truth, truth } from './attempt.ts';

/** Register entry of one site. */
interface Entry {
  owner: string;
  noted: string;
  estimate: number | undefined;
}

/** Number of places of a ranking that count. */
const COUNTED_PLACES = 5;
/** Minimum share of the sought ads that makes a site pressing. */
const PRESSING = 0.1;
/** Maximum relative error of a close estimate. */
const CLOSE = 0.1;

/** One mapping exercise of an attempt, read from its log. */
export class ReadMap {
  readonly attempt: ReadAttempt;
  readonly acts: readonly MappingAction[];
  readonly register: ReadonlyMap<string, Entry>;
  readonly ranking: readonly { readonly site: string; readonly reason: string }[];
  readonly marked: readonly string[];
  readonly notes: ReadonlySet<MapNote>;
  readonly copies: ReadonlySet<string>;
  /** Number of sought ads by site, without copies; below, their total. */
  readonly sought: ReadonlyMap<string, number>;
  readonly allSought: number;
  readonly coding: { readonly signs: readonly string[]; readonly sample: number } | undefined;

  constructor(attempt: ReadAttempt, id: string) {
    this.attempt = attempt;
    this.acts = attempt.actsAt<MappingAction>(id).map(({ action }) => action);
    const { register, ranking } = registerAfter(this.acts);
    this.register = register;
    this.ranking = ranking;
    this.marked = markedAfter(this.acts, attempt);
    this.notes = notesAfter(this.acts);
    const { ads } = attempt.answers.truth;
    this.copies = new Set(ads.filter(({ copied }) => copied).map(({ ad }) => ad));
    const originals = ads.filter((ad) => isSought(ad) && !ad.copied);
    this.sought = countBy(originals.map(({ ad }) => attempt.ad(ad)?.site ?? ''));
    this.allSought = originals.length;
    this.coding = attempt.brief(id).coding as ReadMap['coding'];
  }

  get sites() {
    return this.attempt.market.sites;
  }

  volumeOf(site: string): number {
    return this.attempt.market.ads.filter((ad) => ad.site === site).length;
  }

  isPressing(site: string): boolean {
    return (this.sought.get(site) ?? 0) / Math.max(1, this.allSought) >= PRESSING;
  }

  placeOf(site: string): number {
    return this.ranking.findIndex((ranked) => ranked.site === site) + 1;
  }
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Register and ranking at the end. Statements about an unregistered site are ignored. */
function registerAfter(acts: readonly MappingAction[]): Pick<ReadMap, 'register' | 'ranking'> {
  const register = new Map<string, Entry>();
  let ranking: { readonly site: string; readonly reason: string }[] = [];
  for (const act of acts) {
    if (act.type === 'site.registered' && !register.has(act.site))
      register.set(act.site, { owner: '', noted: '', estimate: undefined });
    const entry = 'site' in act ? register.get(act.site) : undefined;
    if (!entry || !('site' in act)) continue;
    const others = ranking.filter(({ site }) => site !== act.site);
    if (act.type === 'owner.linked') entry.owner = act.owner;
    if (act.type === 'mirror.noted') entry.noted = act.of === act.site ? '' : act.of;
    if (act.type === 'volume.estimated') entry.estimate = act.volume;
    if (act.type === 'site.ranked') ranking = others.toSpliced(act.place, 0, { site: act.site, reason: act.reason });
    if (act.type === 'site.unranked') ranking = others;
    if (act.type === 'site.removed') {
      register.delete(act.site);
      ranking = others;
    }
  }
  return { register, ranking };
}

function markedAfter(acts: readonly MappingAction[], attempt: ReadAttempt): string[] {
  const marked = new Set<string>();
  for (const act of acts) {
    if (act.type === 'duplicate.marked' && attempt.ad(act.ad)) marked.add(act.ad);
    if (act.type === 'duplicate.unmarked') marked.delete(act.ad);
  }
  return [...marked];
}

function notesAfter(acts: readonly MappingAction[]): Set<MapNote> {
  const notes = new Set<MapNote>();
  for (const act of acts)
    if (act.type === 'note.written') {
      notes.delete(act.about);
      if (act.text !== '') notes.add(act.about);
    }
  return notes;
}

type Site = {
  readonly site: string;
  readonly entry: Entry | undefined;
  readonly mirrorOf: string;
  readonly volume: number;
};

/** The same sentence for each site of which it is true. */
const ofSites =
  (isOf: (site: Site, map: ReadMap) => boolean, more: (site: Site, map: ReadMap) => Truth['params'] = () => ({})) =>
  (map: ReadMap) =>
    map.sites
      .map(
        ({ id, mirrorOf = '' }): Site => ({
          site: id,
          entry: map.register.get(id),
          mirrorOf,
          volume: map.volumeOf(id),
        }),
      )
      .filter((site) => isOf(site, map))
      .map((site): Truth => ({ params: { site: site.site, ...more(site, map) } }));

const isClose = ({ entry, volume }: Site) => Math.abs((entry?.estimate ?? 0) - volume) <= CLOSE * volume;
const volumes = ({ entry, volume }: Site) => ({ count: entry?.estimate ?? 0, of: volume });

/** Pairs of sites with known owners: their true relation, and the one on the map. */
const ofOwners =
  (isOf: (isOne: boolean, own: string, its: string) => boolean) =>
  ({ sites, attempt, register }: ReadMap) =>
    sites.flatMap(({ id: site }, n) =>
      sites.slice(n + 1).flatMap(({ id: other }) => {
        const { owners = {} } = attempt.answers;
        const [one, two] = [owners[site], owners[other]];
        if (one === undefined || two === undefined) return [];
        const [own, its] = [register.get(site)?.owner ?? '', register.get(other)?.owner ?? ''];
        return truth(isOf(one === two, own, its), { params: { site, other } });
      }),
    );

/** Sentences about a mapping exercise, except those about its codes. */
export const MAP_READERS: Readers<ReadMap> = {
  'map.sites': ({ sites, register }) => {
    const n = sites.filter(({ id }) => register.has(id)).length;
    return truth(sites.length > 0, { params: { n, of: sites.length } });
  },
  'map.site.found': ofSites(({ entry }) => entry !== undefined),
  'map.site.missing': ofSites(({ entry }) => entry === undefined),
  'map.volume.close': ofSites((site) => site.entry?.estimate !== undefined && isClose(site), volumes),
  'map.volume.off': ofSites((site) => site.entry?.estimate !== undefined && !isClose(site), volumes),
  'map.volume.missing': ofSites(({ entry }) => entry !== undefined && entry.estimate === undefined),
  'map.mirror.found': ofSites(({ entry, mirrorOf }) => mirrorOf !== '' && entry?.noted === mirrorOf),
  'map.mirror.missing': ofSites(
    ({ entry, mirrorOf }) => mirrorOf !== '' && entry?.noted === '',
    ({ mirrorOf }) => ({ of: mirrorOf }),
  ),
  'map.mirror.other': ofSites(
    ({ entry, mirrorOf }) => mirrorOf !== '' && entry !== undefined && entry.noted !== '' && entry.noted !== mirrorOf,
    ({ entry, mirrorOf }) => ({ of: mirrorOf, noted: entry?.noted ?? '' }),
  ),
  'map.mirror.none': ofSites(
    ({ entry, mirrorOf }) => mirrorOf === '' && entry !== undefined && entry.noted !== '',
    ({ entry }) => ({ noted: entry?.noted ?? '' }),
  ),
  'map.rank.missing': ofSites(
    ({ site }, map) => map.isPressing(site) && map.placeOf(site) === 0,
    ({ site }, map) => ({ count: map.sought.get(site) ?? 0, of: map.allSought }),
  ),
  'map.rank.behind': ofSites(
    ({ site }, map) => map.isPressing(site) && map.placeOf(site) > COUNTED_PLACES,
    ({ site }, map) => ({ place: map.placeOf(site), counted: COUNTED_PLACES }),
  ),
  'map.rank.none': ({ ranking }) => truth(ranking.length === 0),
  'map.owner.found': ofOwners((isOne, own, its) => isOne && own !== '' && own === its),
  'map.owner.open': ofOwners((isOne, own, its) => isOne && (own === '' || its === '')),
  'map.owner.apart': ofOwners((isOne, own, its) => isOne && own !== '' && its !== '' && own !== its),
  'map.owner.wrong': ofOwners((isOne, own, its) => !isOne && own !== '' && own === its),
  'map.copies': ({ copies, marked }) => {
    const n = marked.filter((ad) => copies.has(ad)).length;
    return truth(copies.size > 0, { params: { n, of: copies.size } });
  },
  'map.copies.nothing': ({ copies }) => truth(copies.size === 0),
  'map.original': ({ copies, marked }) => {
    const ads = marked.filter((ad) => !copies.has(ad));
    return truth(ads.length > 0, { params: { count: ads.length, ads: ads.join(', ') } });
  },
  'map.reason.none': ({ ranking }) =>
    ranking.filter(({ reason }) => reason.trim() === '').map(({ site }) => ({ params: { site } })),
  'map.notes': ({ notes }) => [{ params: { n: notes.size, of: 4 } }],
};
