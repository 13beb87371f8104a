import { canShow, FAULT_IDS, type FaultId } from './faults.ts';
import {
  firstOf,
  hasEvent,
  hoursBetween,
  isBlockedAtPosting,
  isLeak,
  isTakenDown,
  type ObservedCase,
} from './observed-case.ts';

/** How each fault shows in the log of a case. Every fault can be found from the log alone. */
const SHOWS: Readonly<Record<FaultId, (seen: ObservedCase) => boolean>> = {
  'weak-age-check': (seen) => !isBlockedAtPosting(seen),
  'weak-consent-check': (seen) => !isBlockedAtPosting(seen),
  'known-image-leak': (seen) => !isBlockedAtPosting(seen),
  'edit-leak': isLeak,
  'repost-leak': isLeak,
  'removal-not-permanent': isLeak,
  'report-unanswered': (seen) =>
    hasEvent(seen, 'report.sent') && !hasEvent(seen, 'report.answered') && !hasEvent(seen, 'report.refused'),
  'report-route-closed': (seen) => hasEvent(seen, 'report.refused'),
  late: isLate,
  'false-report-upheld': isTakenDown,
  'over-blocking': isTakenDown,
  'not-referred': (seen) => isTakenDown(seen) && !hasEvent(seen, 'referral.received'),
  'referred-without-data': (seen) => firstOf(seen, 'referral.received')?.withData === false,
  'fields-not-kept': (seen) => {
    const kept = firstOf(seen, 'record.kept');
    return kept !== undefined && (kept.fields?.length ?? 0) < (seen.card.fields.asked?.length ?? 0);
  },
  'kept-too-short': (seen) => {
    const kept = firstOf(seen, 'record.kept');
    return kept !== undefined && (kept.days ?? 0) < (seen.card.fields.askedDays ?? 0);
  },
};

/** The faults that the log of one case shows, independent of the truth. */
export function shownFaults(seen: ObservedCase): FaultId[] {
  return FAULT_IDS.filter((fault) => canShow(fault, seen.card.id) && SHOWS[fault](seen));
}

function isLate(seen: ObservedCase): boolean {
  const sent = firstOf(seen, 'report.sent');
  const answer = firstOf(seen, 'report.answered');
  return sent !== undefined && answer !== undefined && hoursBetween(sent.at, answer.at) > seen.card.dueHours;
}
