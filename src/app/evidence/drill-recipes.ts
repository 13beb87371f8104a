import type { DrillLockerId } from '#core/evidence/tamper/draw-drill.ts';
import type { MarketProfileId } from '#core/indicators/schemas.ts';
import type { Instant } from '#core/kernel/instant.ts';

/** Recipe of a clean locker for the tamper drill. */
export interface DrillRecipe {
  readonly profile: MarketProfileId;
  /** Time of the first act at the bench. */
  readonly begins: Instant;
  readonly person: { readonly actor: string; readonly role: string };
  readonly legalBasis: string;
  readonly purpose: string;
  readonly scope: string;
  readonly tool: string;
  readonly workstation: string;
  /** Offset of the workstation's clock from UTC: positive if ahead, negative if behind. */
  readonly offsetSeconds: number;
  /** Number of captured ads, each of another account; or the ads themselves. */
  readonly ads: number | readonly string[];
  /** Seconds between acts, repeated cyclically. */
  readonly pace: readonly number[];
  /** `asked`: a preservation request is sent and its renewal date noted. `renewed`: it is also renewed. */
  readonly letter?: 'asked' | 'renewed';
  /** The site redirects the last ad to its mirror. */
  readonly sentOn?: true;
  /** The last ad is captured again after the site has removed it. */
  readonly gone?: true;
}

/** Five benches with good practice that differ in everything else. */
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
