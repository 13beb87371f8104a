import type { TestCardId } from './test-cards.ts';

const REFERRED: readonly TestCardId[] = ['TC1', 'TC2', 'TC3', 'TC8', 'TC13'];
const REPORTED: readonly TestCardId[] = ['TC3', 'TC4', 'TC7', 'TC8', 'TC9', 'TC10', 'TC11', 'TC14'];

/** Faults of a simulated platform, and the test cards that can show each. */
export const FAULTS = {
  'weak-age-check': ['TC1', 'TC2', 'TC3'],
  'weak-consent-check': ['TC5', 'TC6'],
  'edit-leak': ['TC3'],
  'repost-leak': ['TC4'],
  'known-image-leak': ['TC13'],
  'removal-not-permanent': ['TC7'],
  'report-unanswered': REPORTED,
  'report-route-closed': ['TC14'],
  late: REPORTED,
  'false-report-upheld': ['TC11'],
  'over-blocking': ['TC12'],
  'not-referred': REFERRED,
  'referred-without-data': REFERRED,
  'fields-not-kept': ['TC9'],
  'kept-too-short': ['TC9'],
} as const satisfies Readonly<Record<string, readonly TestCardId[]>>;
export type FaultId = keyof typeof FAULTS;

export const FAULT_IDS = Object.keys(FAULTS) as [FaultId, ...FaultId[]];

/** True if that card can show that fault. */
export const canShow = (fault: FaultId, card: TestCardId): boolean =>
  (FAULTS[fault] as readonly TestCardId[]).includes(card);
