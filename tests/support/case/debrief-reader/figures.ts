import { shuffle, stream } from '#kernel/model/rng.ts';
import { normalQuantile } from '#kernel/model/statistics/signal-detection.ts';
import { bandOf } from '#market/signs/model/bands.ts';
import { posterior } from '#market/signs/model/weigh-evidence.ts';
import { isSought, type ReadAttempt, type Readers, type Sharpness, type Truth, truth } from './attempt.ts';
import { workbenchOf } from './bench.ts';
import { findsOf, type ReadFinds } from './finds.ts';

/** Counts of flags over all ads that can be judged. */
interface Flags {
  readonly hits: number;
  readonly sought: number;
  readonly falseFlags: number;
  readonly others: number;
}

function flagsBy({ open }: ReadFinds, isFlagged: (ad: ReadFinds['open'][number]) => boolean): Flags {
  const flagged = open.filter(isFlagged);
  const sought = open.filter(isSought).length;
  const hits = flagged.filter(isSought).length;
  return { hits, sought, falseFlags: flagged.length - hits, others: open.length - sought };
}

const flagsIn = (finds: ReadFinds) => flagsBy(finds, (ad) => finds.isFlagged(ad));

/** Flags of the ideal observer of the market: it knows the weights of all signs and not the truth. */
const idealFlags = (finds: ReadFinds) =>
  flagsBy(finds, (ad) => {
    const { attempt } = finds;
    const band = bandOf(posterior(attempt.ratioOf(ad), attempt.answers.prevalence));
    return band === 'prioritise' || band === 'urgent';
  });

/** d' and c, with the correction that keeps them finite for a perfect score. */
function sharpness({ hits, sought, falseFlags, others }: Flags): { readonly d: number; readonly c: number } {
  const [hit, wrong] = [(hits + 0.5) / (sought + 1), (falseFlags + 0.5) / (others + 1)].map(normalQuantile) as [
    number,
    number,
  ];
  return { d: hit - wrong, c: -(hit + wrong) / 2 };
}

const ofFinds = (say: (finds: ReadFinds) => readonly Truth[]) => (attempt: ReadAttempt) =>
  attempt.exercises('detection').flatMap((id) => say(findsOf(attempt, id)));

const ofFlags = (say: (flags: Flags) => readonly Truth[]) => ofFinds((finds) => say(flagsIn(finds)));

const anyFlag = ({ hits, falseFlags }: Flags) => hits + falseFlags > 0;
const bothSorts = ({ sought, others }: Flags) => sought > 0 && others > 0;

/** Whether no ad, every ad or some were flagged; undefined if nothing was judged, or only one class of ads exists. */
function flaggedIn(finds: ReadFinds): 'none' | 'every' | 'some' | undefined {
  const flags = flagsIn(finds);
  const isJudged = finds.open.some(({ ad }) => finds.judged.has(ad));
  if (!isJudged || !bothSorts(flags)) return undefined;
  if (finds.flagged.length === 0) return 'none';
  return finds.flagged.length === finds.open.length ? 'every' : 'some';
}

/** d' and c of an exercise; undefined if its flags do not distinguish any ads. */
export function sharpnessIn(finds: ReadFinds): Sharpness | undefined {
  if (flaggedIn(finds) !== 'some') return undefined;
  return { ...sharpness(flagsIn(finds)), ideal: sharpness(idealFlags(finds)).d };
}

const told = (holds: (d: number, ideal: number, c: number) => boolean) =>
  ofFinds((finds) => {
    const sharp = sharpnessIn(finds);
    return truth(sharp !== undefined && holds(sharp.d, sharp.ideal, sharp.c));
  });

const LABELS = ['languages', 'origin', 'gender'] as const;

/** What the page of an ad says of its person; of several languages the first one counts. */
const stated = ({ attempt }: ReadFinds, ad: string | undefined, label: (typeof LABELS)[number]) =>
  attempt
    .ad(ad ?? '')
    ?.versions.at(-1)
    ?.fields[label]?.split(', ')[0];

/**
 * Every group of at least five among the ads that are not sought: its flags, and the distance of its share from the
 * mean.
 */
function groupsIn(finds: ReadFinds) {
  const others = finds.open.filter((ad) => !isSought(ad));
  const flagsOn = (ads: typeof others) => ads.filter((ad) => finds.isFlagged(ad)).length;
  const all = flagsOn(others) / others.length;
  return LABELS.flatMap((label) => {
    const groups = Map.groupBy(others, ({ ad }) => stated(finds, ad, label));
    return [...groups].flatMap(([group, ads]) => {
      if (group === undefined || ads.length < 5) return [];
      const n = flagsOn(ads);
      return [{ label, group, n, of: ads.length, gap: Math.abs(n / ads.length - all) }];
    });
  });
}

const GAP_DEALS = 600;
const deals = new WeakMap<ReadFinds, readonly number[]>();

/**
 * Gaps where the labels of each person are given to another one among those who are not sought, from the smallest on. A
 * person is who has an actor and its labels in the truth.
 */
function gapsByChance(finds: ReadFinds): readonly number[] {
  const known = deals.get(finds);
  if (known) return known;
  const others = finds.open.filter((ad) => !isSought(ad));
  const persons = [...Map.groupBy(others, ({ actor, groups }) => `${actor} ${JSON.stringify(groups)}`).values()];
  const ads = persons.map(({ length }) => length);
  const flags = persons.map((own) => own.filter((ad) => finds.isFlagged(ad)).length);
  const all = flags.reduce((sum, n) => sum + n, 0) / others.length;
  const columns = LABELS.map((label) => {
    const shown = persons.map(([first]) => stated(finds, first?.ad, label));
    const values = [...new Set(shown)].filter((value) => value !== undefined);
    return { numbers: shown.map((value) => (value === undefined ? -1 : values.indexOf(value))), count: values.length };
  });
  const rng = stream('reader', 'deals');
  const order = persons.map((_, n) => n);
  const gaps = Array.from({ length: GAP_DEALS }, () => {
    shuffle(order, rng);
    const found = columns.map(({ numbers, count }) => {
      const [of, n] = [new Array<number>(count).fill(0), new Array<number>(count).fill(0)];
      for (const [at, from] of order.entries()) {
        const group = numbers[from] ?? -1;
        if (group < 0) continue;
        of[group] = (of[group] ?? 0) + (ads[at] ?? 0);
        n[group] = (n[group] ?? 0) + (flags[at] ?? 0);
      }
      return Math.max(0, ...of.map((size, group) => (size < 5 ? 0 : Math.abs((n[group] ?? 0) / size - all))));
    });
    return Math.max(...found);
  }).sort((one, other) => one - other);
  deals.set(finds, gaps);
  return gaps;
}

/** Whether chance makes the gap; undefined where other draws may say otherwise: between 90 and 99 in 100. */
function isByChance(finds: ReadFinds): boolean | undefined {
  const gap = Math.max(0, ...groupsIn(finds).map((group) => group.gap));
  const gaps = gapsByChance(finds);
  const [low, high] = [0.9, 0.99].map((share) => gaps[Math.floor(share * GAP_DEALS)] ?? 0) as [number, number];
  return gap < low - 1e-9 ? true : gap > high + 1e-9 ? false : undefined;
}

const pointsIn = (finds: ReadFinds) => Math.round(Math.max(0, ...groupsIn(finds).map(({ gap }) => gap)) * 100);
const comparesGroups = (finds: ReadFinds) => flagsIn(finds).falseFlags > 0 && finds.flagged.length < finds.open.length;

/** The group with the largest distance, under its label; in a tie any of them may be named. */
const apartBy = (wanted: (typeof LABELS)[number]) =>
  ofFinds((finds) => {
    const points = pointsIn(finds);
    if (!comparesGroups(finds) || points <= 5) return [];
    const byChance = isByChance(finds);
    if (byChance === true) return [];
    const groups = groupsIn(finds);
    const most = Math.max(...groups.map(({ gap }) => gap));
    const farthest = groups.filter(({ gap }) => most - gap < 1e-9);
    const { falseFlags: flags, others } = flagsIn(finds);
    return farthest
      .filter(({ label }) => label === wanted)
      .map(({ group, n, of }) => ({
        params: { points, group, n, of, flags, others },
        ...((farthest.length > 1 || byChance === undefined) && { optional: true as const }),
      }));
  });

/** For each certainty, the range of the share of right answers in which it earns most (domain.md, 9). */
const LIMITS = { 1: [0, 2 / 3], 2: [2 / 3, 0.8], 3: [0.8, 1] } as const;
type Step = keyof typeof LIMITS;
const MIN_ANSWERS = 8;

/** Answers of one certainty on knowable ads; undefined if they are too few. */
function answersOf(finds: ReadFinds, step: Step): { readonly n: number; readonly of: number } | undefined {
  const given = finds.open.filter(
    (ad) => finds.judged.get(ad.ad)?.certainty === step && !finds.attempt.isUnknowable(ad),
  );
  const n = given.filter((ad) => finds.isFlagged(ad) === isSought(ad)).length;
  return given.length < MIN_ANSWERS ? undefined : { n, of: given.length };
}

const off = (step: Step, which: 'over' | 'under') =>
  ofFinds((finds) => {
    const answers = answersOf(finds, step);
    const limit = LIMITS[step][which === 'over' ? 0 : 1];
    if (!answers) return [];
    const share = answers.n / answers.of;
    return truth(which === 'over' ? share < limit : share > limit, {
      params: { ...answers, limit: Math.round(limit * 100) },
    });
  });

function isOff(finds: ReadFinds, step: Step): boolean {
  const { n = 0, of = 1 } = answersOf(finds, step) ?? {};
  const [from, to] = LIMITS[step];
  return n / of < from || (step < 3 && n / of > to);
}

/** Points for right and wrong answers by certainty, as the task announces them. */
const POINTS = { 1: [1, 0], 2: [2, -2], 3: [3, -6] } as const;
const EACH: readonly Step[] = [1, 2, 3];

/** Baseline: mean points per ad of the best constant certainty, if all ads are flagged, or none. */
function baselineOf(finds: ReadFinds, areFlagged: boolean): number {
  const ads = finds.open.filter((ad) => !finds.attempt.isUnknowable(ad));
  const right = ads.filter((ad) => isSought(ad) === areFlagged).length;
  const sums = EACH.map((step) => right * POINTS[step][0] + (ads.length - right) * POINTS[step][1]);
  return Math.max(...sums) / Math.max(1, ads.length);
}

function printed(value: number): string {
  const digits = String(Number(Math.abs(value).toFixed(2)));
  return value < 0 && digits !== '0' ? `−${digits}` : digits;
}

const beyondBaseline = (given: number, flags: number, left: number, finds: ReadFinds) => {
  const par = flags * baselineOf(finds, true) + left * baselineOf(finds, false);
  // A tie is rounded up, whatever the last bits of the sum; the third number follows from the two that stand before it.
  const shown = Math.round((par + 1e-9) * 100) / 100;
  return { given: printed(given), par: printed(shown), beyond: printed(given - shown) };
};

/** The sum of the points for certainty, or (`isBest`) that of a reader who is sure and right throughout. */
const certaintySum = (isBest: boolean) =>
  ofFinds((finds) => {
    const knowable = finds.open.filter((ad) => !finds.attempt.isUnknowable(ad));
    const sought = knowable.filter(isSought).length;
    if (isBest) return [{ params: beyondBaseline(3 * knowable.length, sought, knowable.length - sought, finds) }];
    const judged = knowable.filter(({ ad }) => finds.judged.has(ad));
    const flags = judged.filter((ad) => finds.isFlagged(ad)).length;
    const given = judged.reduce((sum, ad) => {
      const step = finds.judged.get(ad.ad)?.certainty ?? 1;
      return sum + POINTS[step][finds.isFlagged(ad) === isSought(ad) ? 0 : 1];
    }, 0);
    return [{ params: beyondBaseline(given, flags, judged.length - flags, finds) }];
  });

/** A certainty within its range, if another one is not; if all are, one sentence covers all of them. */
const well = (step: Step) =>
  ofFinds((finds) => {
    const answers = answersOf(finds, step);
    const isMixed = EACH.some((other) => answersOf(finds, other) !== undefined && isOff(finds, other));
    return answers && isMixed && !isOff(finds, step) ? [{ params: { ...answers } }] : [];
  });

/** A certainty with too few answers, if another one has enough. */
const few = (step: Step) =>
  ofFinds((finds) =>
    truth(answersOf(finds, step) === undefined && EACH.some((other) => answersOf(finds, other) !== undefined)),
  );

/** Minimum difference between two rounds that counts as a change, in units of d' and of c. */
const MIN_CHANGE = 0.3;
const wayOf = (difference: number) => (difference > MIN_CHANGE ? 'up' : difference < -MIN_CHANGE ? 'down' : 'level');

/** Compares the distance to the ideal observer, because markets differ. A lower c means that ads are flagged sooner. */
const changed = (sharpness: 'up' | 'level' | 'down', readiness: 'up' | 'level' | 'down') =>
  ofFinds((finds) => {
    const [then, now] = [finds.attempt.before, sharpnessIn(finds)];
    if (!then || !now) return [];
    const isSharper = wayOf(now.d - now.ideal - (then.d - then.ideal)) === sharpness;
    return truth(isSharper && wayOf(then.c - now.c) === readiness);
  });

/** Sentences about the figures of an attempt and about changes since the last measurable round. */
export const FIGURE_READERS: Readers<ReadAttempt> = {
  'figure.sensitivity.all': ofFlags(({ hits, sought }) =>
    truth(sought > 0 && hits === sought, { params: { of: sought } }),
  ),
  'figure.sensitivity.missed': ofFlags(({ hits, sought }) =>
    truth(hits < sought, { params: { count: sought - hits, of: sought } }),
  ),
  'figure.specificity.all': ofFlags(({ falseFlags, others }) =>
    truth(others > 0 && falseFlags === 0, { params: { of: others } }),
  ),
  'figure.specificity.flagged': ofFlags(({ falseFlags, others }) =>
    truth(falseFlags > 0, { params: { count: falseFlags, of: others } }),
  ),
  'figure.ppv.all': ofFlags((flags) => truth(bothSorts(flags) && anyFlag(flags) && flags.falseFlags === 0)),
  'figure.ppv.none': ofFlags((flags) => truth(bothSorts(flags) && anyFlag(flags) && flags.hits === 0)),
  'figure.ppv.falls': ofFlags((flags) => truth(bothSorts(flags) && flags.hits > 0 && flags.falseFlags > 0)),
  'figure.dprime.none-flagged': ofFinds((finds) => truth(flaggedIn(finds) === 'none')),
  'figure.dprime.every-flagged': ofFinds((finds) => truth(flaggedIn(finds) === 'every')),
  'figure.dprime.reversed': told((d) => d <= -0.3),
  'figure.dprime.chance': told((d) => d > -0.3 && d < 0.3),
  'figure.dprime.near': told((d, ideal) => d >= 0.3 && d >= 0.85 * ideal),
  'figure.dprime.far': told((d, ideal) => d >= 0.3 && d < 0.85 * ideal),
  'figure.criterion.ready': told((_, __, c) => c < -0.5),
  'figure.criterion.middle': told((_, __, c) => c >= -0.5 && c <= 0.5),
  'figure.criterion.slow': told((_, __, c) => c > 0.5),
  'figure.bias-gap.none': ofFlags(({ falseFlags, others }) => truth(others > 0 && falseFlags === 0)),
  'figure.bias-gap.every': ofFinds(({ flagged, open }) =>
    truth(flagged.length === open.length && open.some((ad) => !isSought(ad))),
  ),
  'figure.bias-gap.even': ofFinds((finds) => {
    const points = pointsIn(finds);
    return truth(comparesGroups(finds) && points <= 5, { params: { points } });
  }),
  'figure.bias-gap.chance': ofFinds((finds) => {
    const points = pointsIn(finds);
    if (!comparesGroups(finds) || points <= 5) return [];
    const byChance = isByChance(finds);
    if (byChance === false) return [];
    return [{ params: { points }, ...(byChance === undefined && { optional: true as const }) }];
  }),
  'figure.bias-gap.uneven.languages': apartBy('languages'),
  'figure.bias-gap.uneven.origin': apartBy('origin'),
  'figure.bias-gap.uneven.gender': apartBy('gender'),
  'figure.captured.count': (attempt) =>
    attempt.exercises('preservation').flatMap((id) => {
      const { wanted, captures } = workbenchOf(attempt, id);
      const n = wanted.filter((ad) => captures.some((capture) => capture.ad === ad)).length;
      return truth(wanted.length > 0, { params: { n, of: wanted.length } });
    }),
  'figure.certainty-par.sum': certaintySum(false),
  'figure.certainty-most-par.sum': certaintySum(true),
  'calibration.over.2': off(2, 'over'),
  'calibration.over.3': off(3, 'over'),
  'calibration.under.1': off(1, 'under'),
  'calibration.under.2': off(2, 'under'),
  'calibration.fit.1': well(1),
  'calibration.fit.2': well(2),
  'calibration.fit.3': well(3),
  'calibration.few.1': few(1),
  'calibration.few.2': few(2),
  'calibration.few.3': few(3),
  'calibration.fits': ofFinds((finds) => {
    const steps = ([1, 2, 3] as const).filter((step) => answersOf(finds, step) !== undefined);
    return truth(steps.length > 0 && steps.every((step) => !isOff(finds, step)), { params: { count: steps.length } });
  }),
  'flags.at-six': ofFlags((flags) => {
    const [hit, wrong] = [flags.hits / flags.sought, flags.falseFlags / flags.others];
    const right = (hit * 0.06) / (hit * 0.06 + wrong * 0.94);
    return truth(bothSorts(flags) && anyFlag(flags), { params: { n: Math.round(right * 100) } });
  }),
  'change.sharper.readier': changed('up', 'up'),
  'change.sharper.same': changed('up', 'level'),
  'change.sharper.slower': changed('up', 'down'),
  'change.same.readier': changed('level', 'up'),
  'change.same.same': changed('level', 'level'),
  'change.same.slower': changed('level', 'down'),
  'change.duller.readier': changed('down', 'up'),
  'change.duller.same': changed('down', 'level'),
  'change.duller.slower': changed('down', 'down'),
};
