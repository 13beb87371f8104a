import { BANDS } from '#core/indicators/bands.ts';
import type { Catalogue } from '#core/indicators/catalogue.ts';
import { InvariantError } from '#core/kernel/invariant.ts';
import type { Market } from '#core/market/market.ts';
import { isControlled } from './answer-of.ts';
import { countsOfColumns, groupColumns } from './bias-groups.ts';
import type { AdKey } from './derive-key.ts';
import { CERTAINTY_POINTS, COST_OF_FALSE_FLAG, COST_OF_MISS } from './points.ts';
import { type Stretch, stretchesOf } from './stretch.ts';

/** Kinds of labels as numbers. */
export const LABEL = { sign: 0, trap: 1, cue: 2 } as const;

/** What a band costs, and whether it is right, is looked up by ad and band. */
export const BAND_COUNT = BANDS.length;

/** One bit per label of an ad. */
const MOST_LABELS = 31;

/** The key of an exercise as columns: made once, and then any number of attempts are gone through fast. */
export interface KeyColumns {
  /** Ads that are judged: all but the withheld ones. */
  readonly ads: number;
  /** Number of each judged ad by its id, and of each indicator. */
  readonly placeOf: ReadonlyMap<string, number>;
  readonly signOf: ReadonlyMap<string, number>;
  readonly stretchOf: readonly ((at: string) => Stretch)[];
  readonly controlled: Uint8Array;
  readonly knowable: Uint8Array;
  readonly ideal: Uint8Array;
  /** One bit per acceptable band. */
  readonly acceptable: Uint8Array;
  /** By ad and band: the acceptable band that lies nearest, and what the band costs. */
  readonly nearest: Uint8Array;
  readonly cost: Uint8Array;
  /** Labels of an ad are those from `labelStart[ad]` to, but not including, `labelStart[ad + 1]`. */
  readonly labelStart: Uint32Array;
  readonly labelFrom: Uint32Array;
  readonly labelTo: Uint32Array;
  readonly labelSign: Uint16Array;
  readonly labelKind: Uint8Array;
  /** 1 for a sign of a controlled ad that can be known. */
  readonly labelWanted: Uint8Array;
  readonly counts: {
    readonly knowable: number;
    readonly controlled: number;
    readonly wanted: number;
    readonly cues: number;
  };
  /** What the best play reaches that looks at nothing. */
  readonly blind: { readonly cost: number; readonly points: number };
  readonly groups: readonly Uint16Array[];
  readonly groupSizes: readonly Float64Array[];
}

/** Puts a key in columns. What the ads look like decides where their sentences lie, and which groups a bias could be about. */
export function packKey(key: readonly AdKey[], catalogue: Catalogue, market: Pick<Market, 'ads'>): KeyColumns {
  const judged = key.filter((ad) => !ad.possibleMinor);
  const standing = new Map(market.ads.map((ad) => [ad.id, ad.versions.at(-1)]));
  const stretchOf = judged.map(({ ad }) => stretchesOf(standing.get(ad)?.sentences ?? []));
  const signOf = new Map([...catalogue.keys()].map((id, n) => [id, n]));
  const labels = packLabels(judged, signOf, stretchOf);
  const bands = packBands(judged);
  const groups = groupColumns(judged.map(({ ad }) => standing.get(ad)?.fields ?? {}));
  return {
    ads: judged.length,
    placeOf: new Map(judged.map(({ ad }, n) => [ad, n])),
    signOf,
    stretchOf,
    ...bands,
    ...labels,
    counts: {
      knowable: sum(bands.knowable),
      controlled: sum(bands.controlled),
      wanted: sum(labels.labelWanted),
      cues: labels.labelKind.filter((kind) => kind === LABEL.cue).length,
    },
    blind: blindPlay(bands),
    groups,
    groupSizes: groups.map((column) => countsOfColumns(column, bands.controlled)),
  };
}

function packBands(judged: readonly AdKey[]) {
  const controlled = Uint8Array.from(judged, (ad) => Number(isControlled(ad)));
  const knowable = Uint8Array.from(judged, (ad) => Number(!ad.notKnowable));
  const ideal = Uint8Array.from(judged, (ad) => BANDS.indexOf(ad.idealBand));
  const acceptable = Uint8Array.from(judged, (ad) =>
    ad.acceptable.reduce((bits, band) => bits | (1 << BANDS.indexOf(band)), 0),
  );
  const nearest = new Uint8Array(judged.length * BAND_COUNT);
  const cost = new Uint8Array(judged.length * BAND_COUNT);
  judged.forEach((ad, n) => {
    for (let band = 0; band < BAND_COUNT; band++) {
      const places = ad.acceptable.map((one) => BANDS.indexOf(one));
      nearest[n * BAND_COUNT + band] = places.reduce((best, one) =>
        Math.abs(one - band) < Math.abs(best - band) ? one : best,
      );
      const isFine = ad.notKnowable || places.includes(band);
      const isFlag = band >= BANDS.indexOf('prioritise');
      const harm = isControlled(ad) ? COST_OF_MISS : isFlag ? COST_OF_FALSE_FLAG : 0;
      cost[n * BAND_COUNT + band] = isFine ? 0 : harm;
    }
  });
  return { controlled, knowable, ideal, acceptable, nearest, cost };
}

/** The same band and certainty for every ad: the best of these looks at nothing. */
function blindPlay({ cost, acceptable, knowable }: ReturnType<typeof packBands>): KeyColumns['blind'] {
  const all = sum(knowable);
  const plays = BANDS.map((_, band) => {
    const right = acceptable.filter((bits, ad) => knowable[ad] === 1 && ((bits >>> band) & 1) === 1).length;
    return {
      cost: sum(cost.filter((__, place) => place % BAND_COUNT === band)),
      points: Math.max(...Object.values(CERTAINTY_POINTS).map(([yes, no]) => right * yes + (all - right) * no)),
    };
  });
  return {
    cost: Math.min(...plays.map((play) => play.cost)),
    points: Math.max(...plays.map((play) => play.points)),
  };
}

function packLabels(
  judged: readonly AdKey[],
  signOf: ReadonlyMap<string, number>,
  stretchOf: readonly ((at: string) => Stretch)[],
) {
  const all = judged.flatMap((ad, n) => ad.labels.map((label) => ({ ad, n, label })));
  const labelStart = new Uint32Array(judged.length + 1);
  judged.forEach((ad, n) => {
    if (ad.labels.length > MOST_LABELS)
      throw new InvariantError(`Ad ${ad.ad} has ${ad.labels.length} labels. Plant at most ${MOST_LABELS}.`);
    labelStart[n + 1] = (labelStart[n] as number) + ad.labels.length;
  });
  const stretches = all.map(({ n, label }) => (stretchOf[n] as (at: string) => Stretch)(label.at));
  return {
    labelStart,
    labelFrom: Uint32Array.from(stretches, ({ from }) => from),
    labelTo: Uint32Array.from(stretches, ({ to }) => to),
    labelSign: Uint16Array.from(all, ({ label }) => signOf.get(label.indicator) ?? NO_SIGN),
    labelKind: Uint8Array.from(all, ({ label }) => LABEL[label.kind]),
    labelWanted: Uint8Array.from(all, ({ ad, label }) =>
      Number(label.kind === 'sign' && isControlled(ad) && !ad.notKnowable),
    ),
  };
}

/** The number of an indicator that the catalogue does not know: no mark can have it. */
const NO_SIGN = 65_535;

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let n = 0; n < values.length; n++) total += values[n] as number;
  return total;
}
