import type { ClaimId } from '#market/platforms/model/claims.ts';
import type { Reporter, TestCardId } from '#market/platforms/model/test-cards.ts';
import { cardOf } from './next-state.ts';
import type { TestView } from './visible.ts';

/** Hours after which an empty inbox counts as no answer. A training value. */
export const ANSWER_PERIOD = 240;

/** Hours after a card was taken down in which the authority has to be told. A training value. */
export const REFERRAL_PERIOD = 72;

/** Reminders after which one unanswered request of the police counts as a pattern. */
export const REMINDERS = 2;

/** One observation of a claim on one copy: what a count of k of n is made of. */
export interface Trial {
  readonly claim: ClaimId;
  readonly site: string;
  readonly card: TestCardId;
  readonly copy: string;
  /** The hour from which the team can see it. */
  readonly hour: number;
  readonly failed: boolean;
  /** Separates trials that must not be counted together, such as two routes. */
  readonly variant?: string;
  /** Hours that it took, if the claim is about time. */
  readonly hours?: number;
  /** True if one failure is enough, because the request was repeated. */
  readonly insisted?: boolean;
}

type Seen = TestView['events'][number];

const SILENT: Readonly<Partial<Record<Reporter, ClaimId>>> = {
  'person-shown': 'silent-person-shown',
  relative: 'silent-relative',
  police: 'silent-police',
  'trusted-flagger': 'silent-flagger',
  'non-user': 'silent-non-user',
};

const AT_POSTING: Readonly<Partial<Record<TestCardId, ClaimId>>> = {
  TC1: 'declared-age',
  TC2: 'document-age',
  TC3: 'declared-age',
  TC5: 'consent',
  TC6: 'document-reuse',
  TC12: 'over-block',
  TC13: 'image',
};

const AT_RETURN: Readonly<Partial<Record<TestCardId, ClaimId>>> = {
  TC3: 'edit',
  TC4: 'repost',
  TC7: 'removal-returns',
};

/** All trials that a team can count, from what it can see alone; earliest first. */
export function trialsIn(view: Pick<TestView, 'events' | 'hour'>): Trial[] {
  const byCopy = new Map<string, Seen[]>();
  for (const event of view.events) {
    const id = `${event.site}-${event.card}-${event.copy}`;
    const own = byCopy.get(id);
    if (own) own.push(event);
    else byCopy.set(id, [event]);
  }
  return [...byCopy].flatMap(([copy, events]) => trialsOf(copy, events, view)).sort((a, b) => a.hour - b.hour);
}

function trialsOf(copy: string, events: readonly Seen[], view: Pick<TestView, 'hour'>): Trial[] {
  const first = events[0];
  if (!first) return [];
  const { site, card } = first;
  const trial = (claim: ClaimId, hour: number, failed: boolean, more: Partial<Trial> = {}): Trial => ({
    claim,
    site,
    card,
    copy,
    hour,
    failed,
    ...more,
  });
  return [
    ...atPosting(),
    ...events.filter(({ type }) => type === 'report.sent').flatMap(ofReport),
    ...ofReferral(),
    ...events
      .filter(({ type }) => type === 'record.kept')
      .map(({ hour, fields = [], days = 0 }) => {
        const { asked = [], askedDays = 0 } = cardOf(card).fields;
        return trial('not-kept', hour, fields.length < asked.length || days < askedDays);
      }),
  ];

  /** What the platform did with the card when it was sent, and when it came back. */
  function atPosting(): Trial[] {
    return events.flatMap((event, n) => {
      if (event.type !== 'card.submitted' && event.type !== 'card.edited' && event.type !== 'card.reposted') return [];
      const claim = (event.type === 'card.submitted' ? AT_POSTING : AT_RETURN)[card];
      const decision = events.slice(n + 1).find(({ type }) => type === 'card.published' || type === 'card.blocked');
      // A card without the label that terms ask for is no trial of how lawful cards are treated.
      if (!claim || !decision || (claim === 'over-block' && event.madeByProgram)) return [];
      const isBlocked = decision.type === 'card.blocked';
      return [trial(claim, decision.hour, claim === 'over-block' ? isBlocked : !isBlocked)];
    });
  }

  /** Who asked, whether somebody answered, and when. */
  function ofReport(report: Seen): Trial[] {
    const { reporter = 'member', route, hour: sent } = report;
    const after = events.slice(events.indexOf(report) + 1);
    const refused = after.find(
      (event) => event.type === 'report.refused' && event.hour === sent && event.route === route,
    );
    if (refused) return [trial('route-closed', sent, true, { variant: route ?? '' })];
    const open = route ? [trial('route-closed', sent, false, { variant: route })] : [];
    const claim = SILENT[reporter];
    const answer = after.find((event) => event.type === 'report.answered' && event.reporter === reporter);
    if (!answer) {
      const reminders = events.filter(({ type }) => type === 'record.reminded').length;
      const until = sent + ANSWER_PERIOD;
      if (view.hour < until || !claim || route) return open;
      return [...open, trial(claim, until, true, reminders >= REMINDERS ? { insisted: true } : {})];
    }
    const hours = answer.hour - sent;
    const due = cardOf(card).dueHours || 24;
    const answered = claim && !route ? [trial(claim, answer.hour, false)] : [];
    const upheld = card === 'TC11' ? [trial('false-report-upheld', answer.hour, answer.answer === 'removed')] : [];
    return [...open, ...answered, ...upheld, trial('late', answer.hour, hours > due, { hours })];
  }

  /** Whether the authority was told of a card that was taken down, from the inbox of the authority alone. */
  function ofReferral(): Trial[] {
    if (!cardOf(card).refer) return [];
    const told = events.find(({ type }) => type === 'referral.received');
    if (told) return [trial('not-referred', told.hour, false), trial('no-data', told.hour, told.withData !== true)];
    const down = events.find(
      ({ type, answer }) => type === 'card.blocked' || type === 'card.removed' || answer === 'removed',
    );
    const until = (down?.hour ?? view.hour) + REFERRAL_PERIOD;
    return down && view.hour >= until ? [trial('not-referred', until, true)] : [];
  }
}
