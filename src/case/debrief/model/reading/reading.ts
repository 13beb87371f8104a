import type { Figure, Finding, ScorePart } from '#case/exercise/model/exercise-kind.ts';

/** How often a sign was found, missed, and named where it is not. */
export interface SignReading {
  readonly hits: number;
  readonly misses: number;
  readonly falseFlags: number;
  readonly traps: number;
}

/**
 * Result of one detection round that this browser keeps: sharpness, and counts by sign. It contains nothing about the
 * ads.
 */
export interface Reading {
  readonly schema: 'reading/1';
  /** Attempt and exercise; the same round recorded twice is one reading. */
  readonly id: string;
  /** Wall time in ISO format. */
  readonly wall: string;
  /** Title of the case and exercise. */
  readonly title: string;
  readonly marketId: string;
  readonly dPrime?: number;
  readonly criterion?: number;
  /** d' of the ideal observer of the same market. */
  readonly idealDPrime?: number;
  readonly signs: Readonly<Record<string, SignReading>>;
}

const NOTHING: SignReading = { hits: 0, misses: 0, falseFlags: 0, traps: 0 };

/** Findings about links and codes name signs too, but are not marks of a detection round. */
const ELSEWHERE = /^(?:ad|code):/;

/**
 * Counts the marks of each sign, and the missed signs. Findings about an ad as a whole, and protective cues, are
 * ignored.
 */
export function countSigns(findings: readonly Finding[]): Record<string, SignReading> {
  const signs: Record<string, SignReading> = {};
  const place = { hit: 'hits', miss: 'misses', falseFlag: 'falseFlags', trap: 'traps' } as const;
  for (const { kind, indicator, at } of findings) {
    if (indicator === undefined || kind === 'cue' || kind === 'notKnowable' || kind === 'fact') continue;
    if (ELSEWHERE.test(at.locator ?? '')) continue;
    const before = signs[indicator] ?? NOTHING;
    signs[indicator] = { ...before, [place[kind]]: before[place[kind]] + 1 };
  }
  return signs;
}

/** The side on which all ads were left: `none` or `every` ad was flagged; undefined if only some were. */
export function sideOf(figures: readonly Figure[]): 'none' | 'every' | undefined {
  const [flagged, of] = figures.find(({ id }) => id === 'flagged')?.count ?? [];
  if (flagged === 0) return 'none';
  return flagged !== undefined && flagged === of ? 'every' : undefined;
}

/** If no ad or every ad was flagged, d' and c are artefacts of their formula: nothing was distinguished. */
export const isOneSided = (figures: readonly Figure[]): boolean => sideOf(figures) !== undefined;

/** Figures that compare flags on two kinds of ads, or groups of persons with each other. */
const COMPARING: ReadonlySet<string> = new Set(['dprime', 'criterion', 'youden', 'matthews', 'bias-gap']);

/**
 * True for a figure whose value is an artefact: no ad or every ad was flagged; or it is the gap between groups, and no
 * uncontrolled ad was flagged.
 */
export function saysNothing({ id }: Figure, figures: readonly Figure[]): boolean {
  const [left, others] = figures.find((figure) => figure.id === 'specificity')?.count ?? [];
  const isNobodyFlagged = left !== undefined && left === others;
  return (COMPARING.has(id) && isOneSided(figures)) || (id === 'bias-gap' && isNobodyFlagged);
}

/** The reading of a scored round; sharpness is left out if nothing was distinguished. */
export function readingOf(
  { figures, findings }: Pick<ScorePart, 'figures' | 'findings'>,
  round: Pick<Reading, 'id' | 'wall' | 'title' | 'marketId'>,
): Reading {
  const figure = (id: string) => (isOneSided(figures) ? undefined : figures.find((one) => one.id === id));
  const [dPrime, criterion] = [figure('dprime'), figure('criterion')];
  return {
    schema: 'reading/1',
    ...round,
    ...(dPrime && { dPrime: dPrime.value }),
    ...(criterion && { criterion: criterion.value }),
    ...(dPrime?.ideal !== undefined && { idealDPrime: dPrime.ideal }),
    signs: countSigns(findings),
  };
}
