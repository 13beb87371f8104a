import type { Reporter } from '#market/platforms/model/test-cards.ts';
import { FORM_REPORTERS, type Objection, REASON_LETTERS } from './actions.ts';
import type { PlatformTestState } from './state.ts';

type UnfitReason = 'reason-too-short' | 'reason-too-long';

/** Why an objection cannot be raised: each role does so once, against what the team did or wrote, and with a reason. */
export function refusalOfObjection(
  state: PlatformTestState,
  objection: Objection,
): 'already-done' | 'nothing-to-answer' | UnfitReason | undefined {
  if (state.objections.some(({ role }) => role === objection.role)) return 'already-done';
  return isDone(state, objection) ? unfitReason(objection.reason) : 'nothing-to-answer';
}

/** Why a reason cannot be accepted. Its argument is not checked; personal data is reported where it is typed. */
function unfitReason(reason: string): UnfitReason | undefined {
  const letters = reason.trim().length;
  if (letters < REASON_LETTERS.least) return 'reason-too-short';
  return letters > REASON_LETTERS.most ? 'reason-too-long' : undefined;
}

/** True if the team wrote the finding, or did the act on the site, to which a role objects. */
function isDone({ findings, events, copies, reads }: PlatformTestState, { site, about }: Objection): boolean {
  if ('claim' in about) return findings.some((one) => one.site === site && one.claim === about.claim);
  const reported = (...reporters: readonly Reporter[]) =>
    events.some(
      (event) => event.site === site && event.type === 'report.sent' && reporters.includes(event.reporter ?? 'member'),
    );
  switch (about.act) {
    case 'card.placed':
      return copies.some((copy) => copy.site === site);
    case 'report.sent':
      return reported(...FORM_REPORTERS);
    case 'notice.sent':
      return reported('trusted-flagger');
    case 'record.asked':
      return reported('police');
    case 'interview.held':
      return reads.some((read) => read.site === site && read.what === 'interview');
  }
}
