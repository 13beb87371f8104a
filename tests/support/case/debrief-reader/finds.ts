import type { DetectionAction, Judgement } from '#kinds/detection/model/play.ts';
import type { AdTruth } from '#market/ads/model/ground-truth.ts';
import { isSought, type ReadAttempt, type Readers, truth } from './attempt.ts';
import { weighMarks } from './finds-marks.ts';

/**
 * From this likelihood ratio the page of an ad that is not controlled looks like that of a controlled one (domain.md,
 * 1).
 */
const LOOKS_ALIKE = 5;
const USUAL_HARM = { miss: 5, falseFlag: 1 };

const read = new WeakMap<ReadAttempt, Map<string, ReadFinds>>();

/** One detection exercise of an attempt; read once. */
export function findsOf(attempt: ReadAttempt, id: string): ReadFinds {
  const known = read.get(attempt) ?? new Map<string, ReadFinds>();
  read.set(attempt, known);
  const finds = known.get(id) ?? new ReadFinds(attempt, id);
  known.set(id, finds);
  return finds;
}

/** One detection exercise of an attempt, read from its log. */
export class ReadFinds {
  readonly attempt: ReadAttempt;
  readonly judged: ReadonlyMap<string, Judgement>;
  readonly handed: ReadonlySet<string>;
  /** Withheld cards whose address was noted. */
  readonly noted: ReadonlySet<string>;
  /** `open`: ads that can be judged, in the order of the market; `closed`: withheld cards. */
  readonly open: readonly AdTruth[];
  readonly closed: readonly AdTruth[];
  readonly harm: { readonly miss: number; readonly falseFlag: number };
  readonly marks: ReturnType<typeof weighMarks>;
  /** Target of the search: ads of networks, or deceptive offers of recruiters. */
  readonly sought: 'controlled' | 'deceptive';

  constructor(attempt: ReadAttempt, id: string) {
    this.attempt = attempt;
    const acts = attempt.actsAt<DetectionAction>(id).map(({ action }) => action);
    this.judged = new Map(acts.flatMap((act) => (act.type === 'ad.judged' ? [[act.ad, act] as const] : [])));
    this.handed = new Set(acts.flatMap((act) => (act.type === 'card.escalated' ? [act.ad] : [])));
    this.noted = new Set(acts.flatMap((act) => (act.type === 'card.logged' ? [act.ad] : [])));
    const { ads } = attempt.answers.truth;
    this.open = ads.filter(({ possibleMinor }) => !possibleMinor);
    this.closed = ads.filter(({ possibleMinor }) => possibleMinor);
    this.harm = (attempt.brief(id).harm as typeof USUAL_HARM | undefined) ?? USUAL_HARM;
    this.marks = weighMarks(attempt, acts, this.open);
    this.sought = ads.some(({ control }) => control === 'deceptive') ? 'deceptive' : 'controlled';
  }

  band(ad: AdTruth) {
    return this.judged.get(ad.ad)?.band;
  }

  /** True if an ad was flagged. A flag asks others to act on a person. */
  isFlagged(ad: AdTruth): boolean {
    const band = this.band(ad);
    return band === 'prioritise' || band === 'urgent';
  }

  get flagged(): AdTruth[] {
    return this.open.filter((ad) => this.isFlagged(ad));
  }

  /** Flagged ads that are not sought and do not look like sought ones either. */
  get withoutCause(): AdTruth[] {
    return this.flagged.filter((ad) => !isSought(ad) && !this.looksAlike(ad));
  }

  /** Flagged ads that only look like sought ones: the page supports `prioritise`, but not `urgent`. */
  flaggedAlike(band: 'prioritise' | 'urgent'): AdTruth[] {
    return this.flagged.filter((ad) => !isSought(ad) && this.looksAlike(ad) && this.band(ad) === band);
  }

  looksAlike(ad: AdTruth): boolean {
    return this.attempt.ratioOf(ad) >= LOOKS_ALIKE;
  }

  /** All flags that the key does not accept. */
  get notAccepted(): AdTruth[] {
    return [...this.withoutCause, ...this.flaggedAlike('urgent')];
  }

  /** Knowable controlled ads without a flag. */
  get overlooked(): AdTruth[] {
    return this.open.filter((ad) => isSought(ad) && !this.attempt.isUnknowable(ad) && !this.isFlagged(ad));
  }
}

function mostMissed(missed: ReadonlyMap<string, number>): [string, number][] {
  const most = Math.max(0, ...missed.values());
  return [...missed].filter(([, count]) => count === most);
}

const listed = (ads: readonly AdTruth[]) =>
  truth(ads.length > 0, { params: { count: ads.length, ads: ads.map(({ ad }) => ad).join(', ') } });

/** The same sentence for ads of networks and for deceptive offers of recruiters. */
const ofBoth = (id: string, read: (finds: ReadFinds) => ReturnType<typeof truth>): Readers<ReadFinds> => ({
  [id]: (finds) => (finds.sought === 'controlled' ? read(finds) : []),
  [`${id}.deceptive`]: (finds) => (finds.sought === 'deceptive' ? read(finds) : []),
});

/** Sentences about a detection exercise. */
export const FIND_READERS: Readers<ReadFinds> = {
  'find.judged.all': ({ open, judged }) =>
    truth(open.length > 0 && open.every(({ ad }) => judged.has(ad)), { params: { of: open.length } }),
  'find.judged.some': ({ open, judged }) => {
    const n = open.filter(({ ad }) => judged.has(ad)).length;
    return truth(n < open.length, { params: { n, of: open.length } });
  },
  'find.withheld': ({ open, closed }) =>
    truth(closed.length > 0, { params: { count: closed.length, of: open.length } }),
  'find.flagged.none': ({ flagged }) => truth(flagged.length === 0),
  // If nothing was flagged, another sentence says so, without a share.
  ...ofBoth('find.hits', ({ open, flagged, attempt }) => {
    const sought = open.filter(isSought);
    const blind = sought.filter((ad) => attempt.isUnknowable(ad));
    const [n, found] = [sought, blind].map((ads) => ads.filter((ad) => flagged.includes(ad)).length) as [
      number,
      number,
    ];
    const params = { n, of: sought.length, blind: blind.length, found };
    return truth(sought.length > 0 && flagged.length > 0, { params });
  }),
  'find.nothing': ({ open, closed }) => truth(![...open, ...closed].some(isSought)),
  ...ofBoth('find.false.none', ({ flagged }) => truth(flagged.length > 0 && flagged.every(isSought))),
  ...ofBoth('find.false', ({ withoutCause }) => listed(withoutCause)),
  ...ofBoth('find.too-high', (finds) => listed(finds.flaggedAlike('urgent'))),
  ...ofBoth('find.alike', (finds) => listed(finds.flaggedAlike('prioritise'))),
  ...ofBoth('find.missed', ({ overlooked, judged }) => listed(overlooked.filter(({ ad }) => judged.has(ad)))),
  ...ofBoth('find.left-out', ({ overlooked, judged }) => listed(overlooked.filter(({ ad }) => !judged.has(ad)))),
  ...ofBoth('find.unknowable', ({ open, attempt }) => listed(open.filter((ad) => attempt.isUnknowable(ad)))),
  'find.harm': ({ overlooked, notAccepted, harm: { miss, falseFlag }, open }) => {
    const [misses, flags] = [overlooked.length, notAccepted.length];
    const params = { misses, miss, flags, flag: falseFlag, cost: misses * miss + flags * falseFlag };
    return truth(open.some(isSought), { params });
  },
  'find.withheld.handed': ({ closed, handed }) => listed(closed.filter(({ ad }) => handed.has(ad))),
  'find.withheld.open': ({ closed, handed }) => listed(closed.filter(({ ad }) => !handed.has(ad))),
  'find.withheld.noted': ({ closed, handed, noted }) =>
    listed(closed.filter(({ ad }) => noted.has(ad) && !handed.has(ad))),
  'find.marks.none': ({ marks: { set } }) => truth(set === 0),
  'find.marks': ({ marks: { set, right, wrong, half, traps, cues, again } }) =>
    truth(set > 0, { params: { given: set, right, wrong, half, traps, cues, again } }),
  'find.most-missed': ({ marks: { missed } }) => {
    const signs = mostMissed(missed);
    return signs.length === 1 ? signs.map(([sign, count]) => ({ params: { sign, count } })) : [];
  },
  // In a tie all signs that were missed most often are named.
  'find.most-missed.several': ({ marks: { missed } }) => {
    const signs = mostMissed(missed);
    const [first] = signs;
    if (!first || signs.length === 1) return [];
    return [{ params: { signs: signs.map(([sign]) => sign).join(', '), count: first[1] } }];
  },
};
