import { isInstant, toEpoch } from '#core/kernel/instant.ts';
import type { ItemFacts } from './evidence-item.ts';

/** What a record can lack; each is said in the report and by the verifier, and none is filled by the machine. */
export const RECORD_GAPS = [
  'no-url',
  'other-url',
  'no-standing',
  'no-time',
  'time-without-zone',
  'other-time',
  'no-clock-check',
  'no-operator',
  'no-tool',
  'not-native',
  'no-identifiers',
  'no-legal-basis',
  'no-child-check',
  'logged-in',
] as const;
export type RecordGap = (typeof RECORD_GAPS)[number];

/** Two seconds of tolerance on a written time. */
const TIME_TOLERANCE_SECONDS = 2;
export const NOT_LOGGED_IN = 'not logged in';

type GapFacts = Omit<ItemFacts, 'caseId' | 'headers'>;

/**
 * What keeps a record from being complete. `servedAt` is the time at which the page was sent, as the capture itself has it.
 * @see SWGDE 21-F-001 and the Berkeley Protocol: address, time with checked clock, operator, tool, identifiers, authority.
 */
export function recordGaps(facts: GapFacts, servedAt: string): RecordGap[] {
  const { capturedAtUtc: time, identifiers } = facts;
  const gaps: Record<RecordGap, boolean> = {
    'no-url': facts.url === '',
    'other-url': facts.url !== '' && facts.url !== facts.finalUrl && !facts.redirects.includes(facts.url),
    'no-standing': facts.redirects.length > 0 && facts.standing === undefined,
    'no-time': time === '',
    'time-without-zone': time !== '' && !isInstant(time),
    'other-time': isInstant(time) && Math.abs(toEpoch(time) - toEpoch(servedAt)) > TIME_TOLERANCE_SECONDS,
    'no-clock-check': facts.clockCheck === null,
    'no-operator': facts.operator === '',
    'no-tool': facts.tool.name === '' || facts.tool.version === '',
    'not-native': facts.method !== 'native',
    'no-identifiers': Object.values(identifiers).every((values) => values.length === 0),
    'no-legal-basis': facts.legalBasis === '',
    'no-child-check': !facts.childMaterialCheck.checked,
    'logged-in': facts.loginState !== NOT_LOGGED_IN,
  };
  return RECORD_GAPS.filter((gap) => gaps[gap]);
}
