import type { DrillLockerId } from '#core/evidence/tamper/draw-drill.ts';
import type { MarketProfileId } from '#core/indicators/schemas.ts';
import type { Instant } from '#core/kernel/instant.ts';

/** How one of the lockers of the tamper drill comes about. */
export interface DrillRecipe {
  readonly profile: MarketProfileId;
  /** When somebody sits down at the bench. */
  readonly begins: Instant;
  readonly person: { readonly actor: string; readonly role: string };
  readonly legalBasis: string;
  readonly purpose: string;
  readonly scope: string;
  readonly tool: string;
  readonly workstation: string;
  /** How far the clock of the workstation is ahead of UTC; below zero where it is behind. */
  readonly offsetSeconds: number;
  /** Ads that are captured, each of another account. */
  readonly ads: number;
  /** Seconds between one act and the next, over and over. */
  readonly pace: readonly number[];
  /** A letter goes out that asks to keep data, with its day of renewal; or it was renewed too, when the day came. */
  readonly letter?: 'asked' | 'renewed';
  /** The site sends on to its mirror when the last ad is asked for. */
  readonly sentOn?: true;
  /** The last ad is asked for once more after the site took it down. */
  readonly gone?: true;
}

/** Five benches that have little in common but good practice. */
export const DRILL_RECIPES: Readonly<Record<DrillLockerId, DrillRecipe>> = {
  '1': {
    profile: 'BUY',
    begins: '2031-05-06T08:00:00Z',
    person: { actor: 'Analyst 4', role: 'analyst' },
    legalBasis: 'order on file 31/118',
    purpose: 'to keep what stands on these pages',
    scope: 'the ads named here',
    tool: 'Checkathon capture bench',
    workstation: 'case room',
    offsetSeconds: 37,
    ads: 4,
    pace: [61, 84, 72, 118, 66],
    letter: 'asked',
  },
  '2': {
    profile: 'PRO',
    begins: '2031-09-17T13:20:00Z',
    person: { actor: 'Officer 21', role: 'capturing officer' },
    legalBasis: 'authority of the prosecutor, file 7',
    purpose: 'to record pages that a caller named',
    scope: 'three ads and what surrounds them',
    tool: 'Checkathon capture bench',
    workstation: 'room 2, second desk',
    offsetSeconds: -214,
    ads: 3,
    pace: [95, 70, 133, 81],
    sentOn: true,
  },
  '3': {
    profile: 'JOB',
    begins: '2032-02-03T06:45:00Z',
    person: { actor: 'Inspector 9', role: 'labour inspector' },
    legalBasis: 'inspection order of 2 February',
    purpose: 'to keep job offers before the employer is visited',
    scope: 'five offers, each of another account',
    tool: 'Checkathon training workstation',
    workstation: 'inspection office',
    offsetSeconds: 6,
    ads: 5,
    pace: [120, 75, 62],
    letter: 'renewed',
  },
  '4': {
    profile: 'SOC',
    begins: '2031-11-28T21:10:00Z',
    person: { actor: 'Clerk 2', role: 'evidence clerk' },
    legalBasis: 'order of the court, 27 November',
    purpose: 'to keep posts that a help service reported',
    scope: 'the five posts on the list of the court',
    tool: 'Checkathon capture bench',
    workstation: 'registry',
    offsetSeconds: -83,
    ads: 5,
    pace: [64, 91, 77, 102, 68, 85, 110],
    gone: true,
  },
  '5': {
    profile: 'TPC',
    begins: '2032-06-14T10:05:00Z',
    person: { actor: 'Analyst 30', role: 'desk analyst' },
    legalBasis: 'request of another State, taken up on 12 June',
    purpose: 'to keep pages for a request of another State',
    scope: 'the ads that the request names',
    tool: 'Checkathon capture bench',
    workstation: 'desk of the central authority',
    offsetSeconds: 412,
    ads: 6,
    pace: [88, 63, 140, 79],
  },
};
