import type { Figure, Finding, ScorePart } from '#core/exercise/exercise-kind.ts';

/** How often a sign was found, missed, and named where it is not. */
export interface SignReading {
  readonly hits: number;
  readonly misses: number;
  readonly falseFlags: number;
  readonly traps: number;
}

/** What stays of one round of finding in this browser: how sharply it was read, and sign by sign. Nothing of the ads. */
export interface Reading {
  readonly schema: 'reading/1';
  /** The attempt and its exercise; the same round read twice is one reading. */
  readonly id: string;
  /** Wall time, as an ISO text. */
  readonly wall: string;
  /** What was read, in words. */
  readonly title: string;
  readonly marketId: string;
  readonly dPrime?: number;
  readonly criterion?: number;
  /** d' of the ideal observer of the same market. */
  readonly idealDPrime?: number;
  readonly signs: Readonly<Record<string, SignReading>>;
}

const NOTHING: SignReading = { hits: 0, misses: 0, falseFlags: 0, traps: 0 };

/** Links and codes name signs too, and are no marks of a round of finding. */
const ELSEWHERE = /^(?:ad|code):/;

/** Counts the marks of each sign, and the signs missed. What is said of an ad as a whole, and protective cues, are of no sign. */
export function countSigns(findings: readonly Finding[]): Record<string, SignReading> {
  const signs: Record<string, SignReading> = {};
  const place = { hit: 'hits', miss: 'misses', falseFlag: 'falseFlags', trap: 'traps' } as const;
  for (const { kind, indicator, at } of findings) {
    if (indicator === undefined || kind === 'cue' || kind === 'notKnowable') continue;
    if (ELSEWHERE.test(at.locator ?? '')) continue;
    const before = signs[indicator] ?? NOTHING;
    signs[indicator] = { ...before, [place[kind]]: before[place[kind]] + 1 };
  }
  return signs;
}

/** Where no ad or every ad was flagged, d' and c are artefacts of their formula: nothing was told apart. */
export function isOneSided(figures: readonly Figure[]): boolean {
  const flagged = figures.find(({ id }) => id === 'flagged')?.count;
  return flagged !== undefined && (flagged[0] === 0 || flagged[0] === flagged[1]);
}

/** The reading that a scored round leaves; how sharp it was is left out where nothing was told apart. */
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
