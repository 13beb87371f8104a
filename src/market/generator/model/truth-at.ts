import { CONTROL_OF } from '#market/ads/model/actor-types.ts';
import { FAMILIES, type SharedTrace, WITHHELD_SIGNS } from '#market/ads/model/families.ts';
import type { AdTruth, Label, LedgerLabel } from '#market/ads/model/ground-truth.ts';
import { TRACE_LOCATORS } from '#market/ads/model/trace-locators.ts';
import { bandOf } from '#market/signs/model/bands.ts';
import type { Ratios } from '#market/signs/model/weigh-evidence.ts';
import { readShare } from './_internal/hypotheses.ts';
import { adId } from './ad-ids.ts';
import { bitOf } from './drawn-bits.ts';
import { type DrawnMarket, familyAt, toneAt, typeAt } from './drawn-market.ts';
import { type Reach, readMarketIdeally } from './ideal-reader.ts';
import { FLAG } from './market-columns.ts';

/** Indexes of all ads that share one trace, by the number of the group. */
export type Sharers = ReadonlyMap<number, readonly number[]>;

/** Steps that follow from a band, the most careful first; acting alone is never one of them. */
const NEXT: Readonly<Record<AdTruth['band'], readonly string[]>> = {
  none: ['keep'],
  check: ['check-links'],
  prioritise: ['preserve', 'check-links', 'welfare-contact'],
  urgent: ['preserve', 'welfare-contact', 'inform-specialised-police'],
  escalate: ['tell-child-protection', 'log-address'],
};

/** Sharers of every trace among the ads at these indexes. Group numbers are unique over all traces. */
export function sharersIn(drawn: DrawnMarket, places: Iterable<number>): Sharers {
  const sharers = new Map<number, number[]>();
  const traces = Object.values(drawn.columns.groups);
  for (const at of places) {
    for (const groups of traces) {
      const group = groups[at] as number;
      if (group === 0) continue;
      const members = sharers.get(group);
      if (members) members.push(at);
      else sharers.set(group, [at]);
    }
  }
  return sharers;
}

/** The likelihood ratios of the market's profile. */
export function ratiosOf({ order }: Pick<DrawnMarket, 'order'>): Ratios {
  return new Map(Object.entries(order.weights.weights[order.profile.id] ?? {}));
}

/**
 * The truth about the ad at a place: its labels with their locations, computed while its text is joined and never
 * searched for afterwards, and the conclusions of ideal readers, who know how the market was drawn but not the truth.
 */
export function truthAt(drawn: DrawnMarket, at: number, sharers: Sharers): AdTruth {
  const { columns, order } = drawn;
  const { profile, lexicon } = order;
  const type = typeAt(columns, at);
  const withheld = columns.withheld[at] as number;
  const labels = withheld > 0 ? withheldLabels(drawn, withheld) : labelsOf(drawn, at, sharers);
  const story = withheld > 0 ? undefined : drawn.story(at);
  const lookAlikes = withheld > 0 ? [] : drawn.likes(at);
  const band = withheld > 0 ? 'escalate' : bandOf(readMarketIdeally(drawn, 'records')[at] as number);
  return {
    ad: adId(drawn, at),
    actor: actorId(drawn, columns.actor[at] as number),
    control: CONTROL_OF[type],
    labels,
    ...(story && { post: story }),
    ...(lookAlikes.length > 0 && { lookAlikes }),
    possibleMinor: withheld > 0,
    groups: {
      language: profile.languages[columns.language[at] as number] as string,
      origin: lexicon.origins[columns.origin[at] as number] as string,
      gender: lexicon.genders[columns.gender[at] as number] as string,
    },
    ledger: ledgerLabel(drawn, at),
    ratio: ratioAt(drawn, at, 'records'),
    pageRatio: ratioAt(drawn, at, 'pages'),
    band,
    next: NEXT[band],
    ...(((columns.flags[at] as number) & FLAG.mirrored) !== 0 && { copied: true }),
  };
}

/** Posteriors are told apart between these bounds; beyond them only the side counts. */
const MIN_POSTERIOR = 1e-5;

/** What the evidence within reach is worth to an ideal reader, rounded to four digits. */
function ratioAt(drawn: DrawnMarket, at: number, reach: Reach): number {
  const share = readShare(drawn.order) / 100;
  const posterior = readMarketIdeally(drawn, reach)[at] as number;
  const bounded = Math.min(1 - MIN_POSTERIOR, Math.max(MIN_POSTERIOR, posterior));
  return Number(((bounded / (1 - bounded)) * ((1 - share) / share)).toPrecision(4));
}

/** Id of an actor in the truth: its number, permuted over the market, so that it tells no order of drawing. */
export const actorId = ({ keys, size }: Pick<DrawnMarket, 'keys' | 'size'>, actor: number) =>
  `actor-${keys.permutation('actors', size).at(actor) + 1}`;

function withheldLabels({ order }: DrawnMarket, withheld: number): Label[] {
  const indicator = WITHHELD_SIGNS[withheld - 1] as string;
  return [{ indicator, kind: 'sign', at: 's2', peers: [], why: order.lexicon.why.withheld ?? '' }];
}

function labelsOf(drawn: DrawnMarket, at: number, sharers: Sharers): Label[] {
  const { columns, order } = drawn;
  const plan = FAMILIES[familyAt(columns, at)];
  const why = order.lexicon.why[typeAt(columns, at)] ?? '';
  const labels = drawn.said(at).map((one): Label => ({ ...one, peers: [], why }));
  const shown = columns.shown[at] as number;
  plan.shown.forEach((one, bit) => {
    if (((shown >>> bit) & 1) === 0) return;
    const kind = order.catalogue.get(one.id)?.kind ?? 'sign';
    if (one.in === 'field') labels.push({ indicator: one.id, kind, at: `f:${one.field}`, peers: [], why });
    else if (one.in === 'record') labels.push({ indicator: one.id, kind, at: `r:${one.record}`, peers: [], why });
    else
      labels.push({
        indicator: one.id,
        kind,
        at: TRACE_LOCATORS[one.trace],
        peers: peersOf(drawn, at, one.trace, sharers),
        why,
      });
  });
  return labels;
}

/** Ads of other personas that share the trace. */
function peersOf(drawn: DrawnMarket, at: number, trace: SharedTrace, sharers: Sharers): string[] {
  const { persona, groups } = drawn.columns;
  const members = sharers.get(groups[trace][at] as number) ?? [];
  return members.filter((other) => persona[other] !== persona[at]).map((other) => adId(drawn, other));
}

/** What the ledger of the ad shows, as one label. */
function ledgerLabel(drawn: DrawnMarket, at: number): LedgerLabel {
  if (bitOf(drawn, at, 'earnings-swept')) return 'swept';
  const type = typeAt(drawn.columns, at);
  if (type === 'scammer') return 'deposits';
  if (toneAt(drawn, at)) return 'partly-collected';
  if (type === 'agency') return 'receipts';
  return bitOf(drawn, at, 'own-payout') ? 'own-payout' : 'ordinary';
}
