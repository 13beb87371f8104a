import type { ClaimId } from '#market/platforms/model/claims.ts';
import type { Reporter, ReportRoute, TestCardId } from '#market/platforms/model/test-cards.ts';
import { answerDelay, isDown } from './delays.ts';
import {
  cardOf,
  copyOf,
  happens,
  lapses,
  type NextState,
  plan,
  platformOf,
  putOnline,
  record,
  repliesTo,
  setCopy,
} from './next-state.ts';
import { becomeKnown, mirrorLater, referLater, searchLater } from './platform-steps.ts';
import type { TestCopy } from './state.ts';

/** What a platform checks before it publishes a card, as the claim that a slip shows. */
const AT_POSTING: Readonly<Partial<Record<TestCardId, ClaimId>>> = {
  TC1: 'declared-age',
  TC2: 'document-age',
  TC3: 'declared-age',
  TC5: 'consent',
  TC6: 'document-reuse',
  TC13: 'image',
};

/** What a platform checks when a card comes back. */
const AT_RETURN: Readonly<Partial<Record<TestCardId, ClaimId>>> = {
  TC3: 'edit',
  TC4: 'repost',
  TC7: 'removal-returns',
};

const OF_REPORTER: Readonly<Partial<Record<Reporter, ClaimId>>> = {
  'person-shown': 'silent-person-shown',
  relative: 'silent-relative',
  police: 'silent-police',
  'trusted-flagger': 'silent-flagger',
  'non-user': 'silent-non-user',
};

/** Cards that are distressing to work with. */
export const HEAVY_CARDS: ReadonlySet<TestCardId> = new Set(['TC1', 'TC2', 'TC3']);

/** Puts a copy of a card on a platform. While the site is down nothing is posted, and the points are lost. */
export function placeCard(
  next: NextState,
  {
    site,
    card,
    account = 1,
    madeByProgram,
  }: {
    readonly site: string;
    readonly card: TestCardId;
    readonly account?: number | undefined;
    readonly madeByProgram?: true | undefined;
  },
): void {
  const number = next.copies.filter((copy) => copy.site === site && copy.card === card).length + 1;
  const id = `${site}-${card}-${number}`;
  const start = {
    id,
    site,
    card,
    copy: number,
    account,
    ...(madeByProgram ? { madeByProgram } : {}),
    version: 1,
    placedAt: next.hour,
    events: 0,
    watchedEvents: 0,
  } as const;
  if (isDown(platformOf(next.brief, site), next.hour)) {
    next.copies = [...next.copies, { ...start, status: 'withdrawn' }];
    record(next, id, 'site.down');
    return;
  }
  next.copies = [...next.copies, { ...start, status: 'blocked' }];
  const { declaredAge } = cardOf(card).fields;
  record(next, id, 'card.submitted', {
    account,
    ...(declaredAge === undefined ? {} : { declaredAge }),
    ...(madeByProgram ? { madeByProgram } : {}),
  });
  decideAtPosting(next, copyOf(next, id));
}

function decideAtPosting(next: NextState, copy: TestCopy): void {
  const platform = platformOf(next.brief, copy.site);
  if (copy.madeByProgram && platform.public.machineMadePictures === 'labelled' && platform.hidden.checksLabels) {
    record(next, copy.id, 'label.asked');
    return;
  }
  const claim = AT_POSTING[copy.card];
  const isPublished =
    copy.card === 'TC12' ? !lapses(next, copy, 'over-block') : claim === undefined || lapses(next, copy, claim);
  if (!isPublished) {
    record(next, copy.id, 'card.blocked');
    referLater(next, copy);
    return;
  }
  putOnline(next, copy.id);
  record(next, copy.id, 'card.published');
  mirrorLater(next, copy);
  if (cardOf(copy.card).plainAtPosting) searchLater(next, copy, 'posting');
}

/** Sends a removed or blocked card once more: with another age, or from another account. */
export function bringBack(next: NextState, id: string): void {
  const before = copyOf(next, id);
  const { editedAge } = cardOf(before.card).fields;
  const copy = setCopy(next, id, { version: before.version + 1 });
  if (editedAge === undefined) record(next, id, 'card.reposted', { account: 2 });
  else record(next, id, 'card.edited', { account: before.account, declaredAge: editedAge });
  const claim = AT_RETURN[copy.card];
  if (claim === undefined || !lapses(next, copy, claim, `version ${copy.version}`)) {
    setCopy(next, id, { status: 'blocked' });
    record(next, id, 'card.blocked');
    return;
  }
  putOnline(next, id);
  record(next, id, 'card.published');
  searchLater(next, copy, `version ${copy.version}`);
}

/**
 * Takes down a card of the team, so that it stays online no longer than its question needs. The act does not reveal
 * whether it was still online.
 */
export function withdraw(next: NextState, id: string): void {
  const copy = copyOf(next, id);
  record(next, id, 'card.withdrawn', copy.status === 'online' ? { replies: repliesTo(next, copy) } : {});
  setCopy(next, id, { status: 'withdrawn' });
}

/** Sends a report, a notice or a request about a copy, and draws whether and when it is answered. */
export function report(
  next: NextState,
  id: string,
  reporter: Reporter,
  {
    route,
    account = 1,
    use = '',
  }: { route?: ReportRoute | undefined; account?: number | undefined; use?: string } = {},
): void {
  const copy = copyOf(next, id);
  const { hidden } = platformOf(next.brief, copy.site);
  record(next, id, 'report.sent', { reporter, account, ...(route ? { route } : {}) });
  if (route && hidden.traits.closedRoutes.includes(route) && lapses(next, copy, 'route-closed', route)) {
    record(next, id, 'report.refused', { reporter, route });
    return;
  }
  record(next, id, 'receipt.sent', { reporter, ...(route ? { route } : {}) });
  const isForm = reporter !== 'police' && reporter !== 'trusted-flagger';
  if (isForm && cardOf(copy.card).lawful) countUnfounded(next, copy.site, account);
  if (isForm && (next.unread[`${copy.site} ${account}`] ?? 0) > next.hour) return;
  const claim = OF_REPORTER[reporter];
  const name = `${reporter} ${route ?? ''} ${use}`;
  const isSilent = claim
    ? lapses(next, copy, claim, name)
    : !happens(next, `${id} answers ${name}`, hidden.answerRate[reporter === 'parent' ? 'parent' : 'member']);
  if (isSilent) return;
  const hour = next.hour + answerDelay(next, copy, name, reporter === 'trusted-flagger');
  plan(next, reporter === 'police' ? { step: 'record', hour, copy: id } : { step: 'answer', hour, copy: id, reporter });
}

/** After too many unfounded reports in a few days, a platform does not read this account for a while. */
function countUnfounded(next: NextState, site: string, account: number): void {
  const { unfounded, withinDays, unreadDays } = platformOf(next.brief, site).hidden.reportLimit;
  next.unfounded = [...next.unfounded, { site, account, hour: next.hour }];
  const recent = next.unfounded.filter(
    (one) => one.site === site && one.account === account && one.hour > next.hour - withinDays * 24,
  );
  if (recent.length >= unfounded) next.unread = { ...next.unread, [`${site} ${account}`]: next.hour + unreadDays * 24 };
}

/** The advertiser of a lawful card asks for it back. */
export function appeal(next: NextState, id: string): void {
  const copy = copyOf(next, id);
  record(next, id, 'appeal.sent');
  const { answerRate } = platformOf(next.brief, copy.site).hidden;
  if (happens(next, `${id} appeal`, answerRate.member))
    plan(next, { step: 'restore', hour: next.hour + answerDelay(next, copy, 'appeal', false), copy: id });
}

/** An order discloses the test: the moderators know its accounts from then on. */
export function orderPreservation(next: NextState, id: string): void {
  const { site } = copyOf(next, id);
  next.ordered = [...next.ordered, { site, hour: next.hour }];
  becomeKnown(next, site);
  report(next, id, 'police', { use: 'order' });
}
