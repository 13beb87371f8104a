import { InvariantError } from '#kernel/model/invariant.ts';
import { sumOf } from '#kernel/model/sum-of.ts';
import type { Market } from '#market/ads/model/market.ts';
import { BANDS } from '#market/signs/model/bands.ts';
import type { Catalogue } from '#market/signs/model/catalogue.ts';
import { isControlled } from './answer-of.ts';
import { countsOfColumns, type GroupNames, groupColumns, groupNames } from './bias-groups.ts';
import type { AdKey } from './derive-key.ts';
import { baselinePoints, type Harm, USUAL_HARM } from './points.ts';
import { stretchesOf, stretchesOfAd, type TextStretch } from './stretch.ts';

/** Kinds of labels as numbers. */
export const LABEL = { sign: 0, trap: 1, cue: 2 } as const;

/** Costs and nearest acceptable bands are looked up by ad and band. */
export const BAND_COUNT = BANDS.length;

/** One bit per label of an ad. */
const MAX_LABELS = 31;

/** The key of an exercise as columns: built once, so that any number of attempts can be scored fast. */
export interface KeyColumns {
  /** Ads that are judged: all but the withheld ones. */
  readonly ads: number;
  /** Index of each judged ad by its id, and number of each indicator. */
  readonly placeOf: ReadonlyMap<string, number>;
  readonly signOf: ReadonlyMap<string, number>;
  readonly stretchOf: readonly ((at: string) => TextStretch)[];
  readonly controlled: Uint8Array;
  readonly knowable: Uint8Array;
  /** By ad and band: the nearest acceptable band, and the cost of the band. */
  readonly nearest: Uint8Array;
  readonly cost: Uint8Array;
  /** Labels of an ad are those from `labelStart[ad]` up to, but not including, `labelStart[ad + 1]`. */
  readonly labelStart: Uint32Array;
  readonly labelFrom: Uint32Array;
  readonly labelTo: Uint32Array;
  readonly labelSign: Uint16Array;
  readonly labelKind: Uint8Array;
  /** 1 for a sign of a knowable controlled ad. */
  readonly labelWanted: Uint8Array;
  readonly counts: {
    readonly knowable: number;
    readonly controlled: number;
    /** Knowable controlled ads. */
    readonly sought: number;
    readonly wanted: number;
    readonly cues: number;
  };
  /**
   * Baseline, the best constant answer: the cost of its flags, and the points of its certainty if it leaves alone, or
   * flags, every knowable ad.
   */
  readonly baseline: { readonly cost: number; readonly leaving: number; readonly flagging: number };
  /** Number of each ad's persona: the ads of one actor with the same labels. */
  readonly personas: Uint32Array;
  readonly groups: readonly Uint16Array[];
  readonly groupSizes: readonly Float64Array[];
  readonly groupNames: readonly GroupNames[];
}

/**
 * Converts a key to columns. The texts of the ads determine the positions of their sentences, and the groups that a
 * bias could be about.
 */
export function packKey(
  key: readonly AdKey[],
  catalogue: Catalogue,
  market: Pick<Market, 'ads'>,
  harm: Harm = USUAL_HARM,
): KeyColumns {
  const judged = key.filter((ad) => !ad.possibleMinor);
  const ads = new Map(market.ads.map((ad) => [ad.id, ad]));
  const stretchOf = judged.map(({ ad: id }) => {
    const ad = ads.get(id);
    return ad ? stretchesOfAd(ad) : stretchesOf([]);
  });
  const signOf = new Map([...catalogue.keys()].map((id, n) => [id, n]));
  const labels = packLabels(judged, signOf, stretchOf);
  const bands = packBands(judged, harm);
  const fields = judged.map(({ ad }) => ads.get(ad)?.versions.at(-1)?.fields ?? {});
  const groups = groupColumns(fields);
  return {
    ads: judged.length,
    placeOf: new Map(judged.map(({ ad }, n) => [ad, n])),
    signOf,
    stretchOf,
    ...bands,
    ...labels,
    counts: {
      knowable: sumOf(bands.knowable),
      controlled: sumOf(bands.controlled),
      sought: soughtIn(bands),
      wanted: sumOf(labels.labelWanted),
      cues: labels.labelKind.filter((kind) => kind === LABEL.cue).length,
    },
    baseline: baselineOf(bands),
    personas: personasOf(judged),
    groups,
    groupNames: groupNames(fields),
    groupSizes: groups.map((column) => countsOfColumns(column, bands.controlled)),
  };
}

function personasOf(judged: readonly AdKey[]): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(judged, ({ actor, groups: { language, origin, gender } }) => {
    const name = JSON.stringify([actor, language, origin, gender]);
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}

function packBands(judged: readonly AdKey[], { miss, falseFlag }: Harm) {
  const controlled = Uint8Array.from(judged, (ad) => Number(isControlled(ad)));
  const knowable = Uint8Array.from(judged, (ad) => Number(!ad.notKnowable));
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
      const harm = isControlled(ad) ? miss : isFlag ? falseFlag : 0;
      cost[n * BAND_COUNT + band] = isFine ? 0 : harm;
    }
  });
  return { controlled, knowable, nearest, cost };
}

const soughtIn = ({ controlled, knowable }: Pick<KeyColumns, 'controlled' | 'knowable'>) =>
  controlled.reduce((count, one, ad) => count + one * (knowable[ad] as number), 0);

/** Baseline: the best play that gives the same answer for every ad. */
function baselineOf(bands: ReturnType<typeof packBands>): KeyColumns['baseline'] {
  const costs = BANDS.map((_, band) => sumOf(bands.cost.filter((__, place) => place % BAND_COUNT === band)));
  const controlled = soughtIn(bands);
  const others = sumOf(bands.knowable) - controlled;
  return {
    cost: Math.min(...costs),
    leaving: baselinePoints(others, controlled),
    flagging: baselinePoints(controlled, others),
  };
}

function packLabels(
  judged: readonly AdKey[],
  signOf: ReadonlyMap<string, number>,
  stretchOf: readonly ((at: string) => TextStretch)[],
) {
  const all = judged.flatMap((ad, n) => ad.labels.map((label) => ({ ad, n, label })));
  const labelStart = new Uint32Array(judged.length + 1);
  judged.forEach((ad, n) => {
    if (ad.labels.length > MAX_LABELS)
      throw new InvariantError(`Ad ${ad.ad} has ${ad.labels.length} labels. Plant at most ${MAX_LABELS}.`);
    labelStart[n + 1] = (labelStart[n] as number) + ad.labels.length;
  });
  const stretches = all.map(({ n, label }) => (stretchOf[n] as (at: string) => TextStretch)(label.at));
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

/** Number of an indicator that is not in the catalogue: no mark can have it. */
const NO_SIGN = 65_535;
