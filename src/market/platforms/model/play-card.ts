import type { CardRun } from './card-run.ts';
import type { FaultId } from './faults.ts';
import type { Deed } from './moderation-event.ts';
import { isAnswered, type PlatformFaults } from './platform.ts';
import type { ReportRoute, TestCardId } from './test-cards.ts';

type Reason = Deed['reason'];

/** A check that the platform should make by itself, and the fault if it does not. */
interface Gate {
  holds(run: CardRun): boolean;
  readonly fault: FaultId;
  readonly reasons: readonly [held: Reason, leaked: Reason];
}

const DECLARED_AGE: Gate = {
  holds: ({ platform }) => platform.ageCheck >= 1,
  fault: 'weak-age-check',
  reasons: ['declared-age-read', 'declared-age-not-read'],
};

/** Checks before publication. The required level of the ladder is a training value. */
const AT_POSTING: Readonly<Partial<Record<TestCardId, Gate>>> = {
  TC1: DECLARED_AGE,
  TC2: {
    holds: ({ platform }) => platform.ageCheck >= 2,
    fault: 'weak-age-check',
    reasons: ['document-age-compared', 'document-age-not-compared'],
  },
  TC3: DECLARED_AGE,
  TC5: {
    holds: ({ platform }) => platform.consentCheck >= 2,
    fault: 'weak-consent-check',
    reasons: ['consent-asked-for', 'consent-not-asked-for'],
  },
  TC6: {
    holds: ({ platform }) => platform.consentCheck >= 3,
    fault: 'weak-consent-check',
    reasons: ['document-compared-with-person', 'document-not-compared-with-person'],
  },
  TC13: {
    holds: (run) => !run.happens(run.platform.knownImageLeak),
    fault: 'known-image-leak',
    reasons: ['picture-compared-with-list', 'picture-not-compared-with-list'],
  },
};

/** Checks when a removed card is reposted. */
const AT_REPOST: Readonly<Partial<Record<TestCardId, Gate>>> = {
  TC3: {
    holds: ({ platform }) => !platform.editLeak,
    fault: 'edit-leak',
    reasons: ['edit-reviewed', 'edit-not-reviewed'],
  },
  TC4: {
    holds: (run) => !run.happens(run.platform.repostLeak),
    fault: 'repost-leak',
    reasons: ['repost-recognised', 'repost-not-recognised'],
  },
  TC7: {
    holds: ({ platform }) => platform.permanentRemoval,
    fault: 'removal-not-permanent',
    reasons: ['request-kept-on-file', 'request-not-kept-on-file'],
  },
};

const CLOSED_ROUTE: Readonly<Record<ReportRoute, Reason>> = {
  'no-account': 'route-needs-account',
  'other-language': 'route-in-one-language',
  'screen-reader': 'route-without-screen-reader',
};

const UNANSWERED: Readonly<Record<PlatformFaults['answers'], Reason>> = {
  anyone: 'nothing-within-the-test',
  members: 'answers-members-only',
  parents: 'answers-parents-only',
  nobody: 'answers-nobody',
};

/** Approximate hours before the team's next step. */
const NEXT_STEP_HOURS = 6;

/** Approximate hours between an action of the platform and its referral to the authority. */
const REFERRAL_HOURS = 1;

/** Plays one copy of a card from posting to the last event; at the end it is offline. */
export function playCard(run: CardRun): void {
  const { card } = run;
  const { declaredAge } = card.fields;
  run.record('card.submitted', { account: 1, ...(declaredAge === undefined ? {} : { declaredAge }) });
  const gate = AT_POSTING[card.id];
  if (gate) passGate(run, gate);
  else if (card.id === 'TC12') postLawful(run);
  else {
    run.record('card.published');
    reportCard(run);
  }
  if (run.isOnline()) {
    run.pass(run.around(NEXT_STEP_HOURS));
    run.record('card.withdrawn');
  }
}

function passGate(run: CardRun, gate: Gate): void {
  if (gate.holds(run)) {
    run.judge({ did: 'blocked', reason: gate.reasons[0], evidence: [run.record('card.blocked')] });
    referToAuthority(run);
    repostCard(run);
  } else if (run.card.reporter) {
    // The card that tests the edit has to be flagged first: if the platform does not, a parent reports it, since a
    // platform that answers at all answers parents.
    const published = run.record('card.published');
    run.judge({ did: 'published', reason: gate.reasons[1], fault: gate.fault, evidence: [published] });
    reportCard(run);
  } else stayOnline(run, gate);
}

/** The card stays online until the platform finds it or the team withdraws it. */
function stayOnline(run: CardRun, { fault, reasons }: Gate): void {
  const published = run.record('card.published');
  const found = Math.max(1, run.around(run.platform.hoursToAct));
  const isFound = run.happens(run.platform.ownSearch) && found < run.observed;
  const hours = isFound ? found : run.observed;
  run.pass(hours);
  const end = run.record(isFound ? 'card.removed' : 'card.withdrawn');
  const did = isFound ? 'found-later' : 'left-online';
  run.judge({ did, reason: reasons[1], fault, hours, evidence: [published, end] });
  if (isFound) referToAuthority(run);
}

/** A report, a notice or a request about an online card, and its consequences. */
function reportCard(run: CardRun): void {
  const { card, copy, platform } = run;
  const { reporter = 'member' } = card;
  const route = card.routes?.[copy - 1];
  run.pass(run.around(NEXT_STEP_HOURS));
  const sent = run.record('report.sent', { reporter, ...(route ? { route } : {}) });
  if (route && platform.closedRoutes.includes(route)) {
    const evidence = [sent, run.record('report.refused')];
    run.judge({ did: 'refused-report', reason: CLOSED_ROUTE[route], fault: 'report-route-closed', evidence });
    return;
  }
  const hours = run.around(platform.hoursToAct);
  const answers = isAnswered(platform.answers, reporter);
  if (!answers || hours > run.patience) {
    run.pass(run.patience);
    const evidence = [sent, run.record('card.withdrawn')];
    const reason = answers ? 'nothing-within-the-test' : UNANSWERED[platform.answers];
    run.judge({ did: 'gave-no-answer', reason, fault: 'report-unanswered', evidence });
    return;
  }
  run.pass(hours);
  const removed = card.lawful ? [] : [run.record('card.removed')];
  const upheld = card.id === 'TC11' && platform.upholdsFalseReports ? [run.record('card.removed')] : [];
  const evidence = [sent, ...removed, ...upheld, run.record('report.answered')];
  const did = removed.length > 0 ? 'removed' : 'answered';
  if (hours > card.dueHours) run.judge({ did, reason: 'slower-than-due', fault: 'late', hours, evidence });
  else run.judge({ did, reason: 'looked-at-in-time', hours, evidence });
  if (card.id === 'TC11') judgeFalseReport(run, upheld, evidence);
  if (card.id === 'TC9') keepRecord(run);
  referToAuthority(run);
  repostCard(run);
}

/** A removed card is reposted, edited or from another account. */
function repostCard(run: CardRun): void {
  const { card } = run;
  const gate = AT_REPOST[card.id];
  if (!gate) return;
  run.pass(run.around(NEXT_STEP_HOURS));
  const { editedAge } = card.fields;
  if (editedAge === undefined) run.record('card.reposted', { account: 2 });
  else run.record('card.edited', { account: 1, declaredAge: editedAge });
  if (!gate.holds(run)) stayOnline(run, gate);
  else run.judge({ did: 'kept-off', reason: gate.reasons[0], evidence: [run.record('card.blocked')] });
}

function postLawful(run: CardRun): void {
  if (run.happens(run.platform.overBlocking)) {
    const evidence = [run.record('card.blocked')];
    run.judge({ did: 'blocked-lawful', reason: 'blocked-without-ground', fault: 'over-blocking', evidence });
    appeal(run);
    return;
  }
  run.judge({ did: 'published', reason: 'nothing-against-it', evidence: [run.record('card.published')] });
  run.pass(run.around(run.observed / 2));
}

function judgeFalseReport(run: CardRun, upheld: readonly string[], evidence: readonly string[]): void {
  if (upheld.length === 0) {
    run.judge({ did: 'published', reason: 'looked-at-before-acting', evidence });
    return;
  }
  run.judge({ did: 'removed-lawful', reason: 'acted-without-a-look', fault: 'false-report-upheld', evidence: upheld });
  appeal(run);
}

/** The advertiser of a lawful card, a member, appeals. */
function appeal(run: CardRun): void {
  run.pass(run.around(NEXT_STEP_HOURS));
  run.record('appeal.sent');
  const hours = run.around(run.platform.hoursToAct);
  if (!isAnswered(run.platform.answers, 'member') || hours > run.observed) return;
  run.pass(hours);
  run.record('card.restored');
}

/** Refers the card to the authority, if that is required and the platform does so. */
function referToAuthority(run: CardRun): void {
  const { card, platform, last } = run;
  if (!card.refer) return;
  if (platform.referral === 'never') {
    run.judge({ did: 'told-no-one', reason: 'authority-not-told', fault: 'not-referred', evidence: [last] });
    return;
  }
  run.pass(run.around(REFERRAL_HOURS));
  const withData = platform.referral === 'with-data';
  const evidence = [run.record('referral.received', { withData })];
  if (withData) run.judge({ did: 'referred', reason: 'authority-told', evidence });
  else run.judge({ did: 'referred', reason: 'authority-told-without-data', fault: 'referred-without-data', evidence });
}

/** Preserves the first of the requested fields, as many as the platform's share allows, for the platform's days. */
function keepRecord(run: CardRun): void {
  const { platform, card } = run;
  const { asked = [], askedDays = 0 } = card.fields;
  const fields = asked.slice(0, Math.round((asked.length * platform.preservationKept) / 100));
  const days = platform.preservationDays;
  const evidence = [run.record('record.kept', { fields, days })];
  if (fields.length === asked.length) run.judge({ did: 'kept-record', reason: 'all-fields-kept', evidence });
  else run.judge({ did: 'kept-record', reason: 'some-fields-kept', fault: 'fields-not-kept', evidence });
  if (days < askedDays)
    run.judge({ did: 'kept-record', reason: 'kept-shorter-than-asked', fault: 'kept-too-short', evidence });
}
