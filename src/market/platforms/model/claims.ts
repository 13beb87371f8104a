import type { FaultId } from './faults.ts';
import type { Reporter, TestCardId } from './test-cards.ts';

/** What can be said of a platform after a test, and the cards whose trials show it. One claim is one row of a profile. */
export interface ClaimRule {
  readonly fault: FaultId;
  readonly cards: readonly TestCardId[];
  /** The claim is about reports of this person alone. */
  readonly reporter?: Reporter;
}

const REFERRED: readonly TestCardId[] = ['TC1', 'TC2', 'TC3', 'TC8', 'TC13'];
const REPORTED: readonly TestCardId[] = ['TC3', 'TC4', 'TC7', 'TC8', 'TC9', 'TC10', 'TC11', 'TC14'];

/** The twenty claims, in the order in which tables show them. */
export const CLAIMS = {
  'declared-age': { fault: 'weak-age-check', cards: ['TC1', 'TC3'] },
  'document-age': { fault: 'weak-age-check', cards: ['TC2'] },
  edit: { fault: 'edit-leak', cards: ['TC3'] },
  repost: { fault: 'repost-leak', cards: ['TC4'] },
  consent: { fault: 'weak-consent-check', cards: ['TC5'] },
  'document-reuse': { fault: 'weak-consent-check', cards: ['TC6'] },
  image: { fault: 'known-image-leak', cards: ['TC13'] },
  'removal-returns': { fault: 'removal-not-permanent', cards: ['TC7'] },
  'silent-person-shown': { fault: 'report-unanswered', cards: ['TC7'], reporter: 'person-shown' },
  'silent-relative': { fault: 'report-unanswered', cards: ['TC8'], reporter: 'relative' },
  'silent-police': { fault: 'report-unanswered', cards: ['TC9'], reporter: 'police' },
  'silent-flagger': { fault: 'report-unanswered', cards: ['TC4', 'TC10'], reporter: 'trusted-flagger' },
  'silent-non-user': { fault: 'report-unanswered', cards: ['TC14'], reporter: 'non-user' },
  'route-closed': { fault: 'report-route-closed', cards: ['TC14'] },
  late: { fault: 'late', cards: REPORTED },
  'false-report-upheld': { fault: 'false-report-upheld', cards: ['TC11'] },
  'over-block': { fault: 'over-blocking', cards: ['TC12'] },
  'not-referred': { fault: 'not-referred', cards: REFERRED },
  'no-data': { fault: 'referred-without-data', cards: REFERRED },
  'not-kept': { fault: 'fields-not-kept', cards: ['TC9'] },
} as const satisfies Readonly<Record<string, ClaimRule>>;
export type ClaimId = keyof typeof CLAIMS;

export const CLAIM_IDS = Object.keys(CLAIMS) as [ClaimId, ...ClaimId[]];

/** The rule of a claim. */
export const claimRule = (claim: ClaimId): ClaimRule => CLAIMS[claim];

/** What the chance of a fault says of a platform; the limits are training values. */
export type Soundness = 'sound' | 'grey' | 'fault';

/** `chance` in per cent: up to 5 sound, from 20 on a fault, grey between. */
export const soundnessOf = (chance: number): Soundness => (chance >= 20 ? 'fault' : chance > 5 ? 'grey' : 'sound');
