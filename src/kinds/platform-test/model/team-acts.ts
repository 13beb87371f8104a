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
  draft: NextState,
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
  const number = draft.copies.filter((copy) => copy.site === site && copy.card === card).length + 1;
  const id = `${site}-${card}-${number}`;
  const start = {
    id,
    site,
    card,
    copy: number,
    account,
    ...(madeByProgram ? { madeByProgram } : {}),
    version: 1,
    placedAt: draft.hour,
    events: 0,
    watchedEvents: 0,
  } as const;
  if (isDown(platformOf(draft.brief, site), draft.hour)) {
    draft.copies = [...draft.copies, { ...start, status: 'withdrawn' }];
    record(draft, id, 'site.down');
    return;
  }
  draft.copies = [...draft.copies, { ...start, status: 'blocked' }];
  const { declaredAge } = cardOf(card).fields;
  record(draft, id, 'card.submitted', {
    account,
    ...(declaredAge === undefined ? {} : { declaredAge }),
    ...(madeByProgram ? { madeByProgram } : {}),
  });
  decideAtPosting(draft, copyOf(draft, id));
}

function decideAtPosting(draft: NextState, copy: TestCopy): void {
  const platform = platformOf(draft.brief, copy.site);
  if (copy.madeByProgram && platform.public.machineMadePictures === 'labelled' && platform.hidden.checksLabels) {
    record(draft, copy.id, 'label.asked');
    return;
  }
  const claim = AT_POSTING[copy.card];
  const isPublished =
    copy.card === 'TC12' ? !lapses(draft, copy, 'over-block') : claim === undefined || lapses(draft, copy, claim);
  if (!isPublished) {
    record(draft, copy.id, 'card.blocked');
    referLater(draft, copy);
    return;
  }
  putOnline(draft, copy.id);
  record(draft, copy.id, 'card.published');
  mirrorLater(draft, copy);
  if (cardOf(copy.card).plainAtPosting) searchLater(draft, copy, 'posting');
}

/** Sends a removed or blocked card once more: with another age, or from another account. */
export function bringBack(draft: NextState, id: string): void {
  const before = copyOf(draft, id);
  const { editedAge } = cardOf(before.card).fields;
  const copy = setCopy(draft, id, { version: before.version + 1 });
  if (editedAge === undefined) record(draft, id, 'card.reposted', { account: 2 });
  else record(draft, id, 'card.edited', { account: before.account, declaredAge: editedAge });
  const claim = AT_RETURN[copy.card];
  if (claim === undefined || !lapses(draft, copy, claim, `version ${copy.version}`)) {
    setCopy(draft, id, { status: 'blocked' });
    record(draft, id, 'card.blocked');
    return;
  }
  putOnline(draft, id);
  record(draft, id, 'card.published');
  searchLater(draft, copy, `version ${copy.version}`);
}

/**
 * Takes down a card of the team, so that it stays online no longer than its question needs. The act does not reveal
 * whether it was still online.
 */
export function withdraw(draft: NextState, id: string): void {
  const copy = copyOf(draft, id);
  record(draft, id, 'card.withdrawn', copy.status === 'online' ? { replies: repliesTo(draft, copy) } : {});
  setCopy(draft, id, { status: 'withdrawn' });
}

/** Sends a report, a notice or a request about a copy, and draws whether and when it is answered. */
export function report(
  draft: NextState,
  id: string,
  reporter: Reporter,
  {
    route,
    account = 1,
    use = '',
  }: { route?: ReportRoute | undefined; account?: number | undefined; use?: string } = {},
): void {
  const copy = copyOf(draft, id);
  const { hidden } = platformOf(draft.brief, copy.site);
  record(draft, id, 'report.sent', { reporter, account, ...(route ? { route } : {}) });
  if (route && hidden.traits.closedRoutes.includes(route) && lapses(draft, copy, 'route-closed', route)) {
    record(draft, id, 'report.refused', { reporter, route });
    return;
  }
  record(draft, id, 'receipt.sent', { reporter, ...(route ? { route } : {}) });
  const isForm = reporter !== 'police' && reporter !== 'trusted-flagger';
  if (isForm && cardOf(copy.card).lawful) countUnfounded(draft, copy.site, account);
  if (isForm && (draft.unread[`${copy.site} ${account}`] ?? 0) > draft.hour) return;
  const claim = OF_REPORTER[reporter];
  const name = `${reporter} ${route ?? ''} ${use}`;
  const isSilent = claim
    ? lapses(draft, copy, claim, name)
    : !happens(draft, `${id} answers ${name}`, hidden.answerRate[reporter === 'parent' ? 'parent' : 'member']);
  if (isSilent) return;
  const hour = draft.hour + answerDelay(draft, copy, name, reporter === 'trusted-flagger');
  plan(
    draft,
    reporter === 'police' ? { step: 'record', hour, copy: id } : { step: 'answer', hour, copy: id, reporter },
  );
}

/** After too many unfounded reports in a few days, a platform does not read this account for a while. */
function countUnfounded(draft: NextState, site: string, account: number): void {
  const { unfounded, withinDays, unreadDays } = platformOf(draft.brief, site).hidden.reportLimit;
  draft.unfounded = [...draft.unfounded, { site, account, hour: draft.hour }];
  const recent = draft.unfounded.filter(
    (one) => one.site === site && one.account === account && one.hour > draft.hour - withinDays * 24,
  );
  if (recent.length >= unfounded)
    draft.unread = { ...draft.unread, [`${site} ${account}`]: draft.hour + unreadDays * 24 };
}

/** The advertiser of a lawful card asks for it back. */
export function appeal(draft: NextState, id: string): void {
  const copy = copyOf(draft, id);
  record(draft, id, 'appeal.sent');
  const { answerRate } = platformOf(draft.brief, copy.site).hidden;
  if (happens(draft, `${id} appeal`, answerRate.member))
    plan(draft, { step: 'restore', hour: draft.hour + answerDelay(draft, copy, 'appeal', false), copy: id });
}

/** An order discloses the test: the moderators know its accounts from then on. */
export function orderPreservation(draft: NextState, id: string): void {
  const { site } = copyOf(draft, id);
  draft.ordered = [...draft.ordered, { site, hour: draft.hour }];
  becomeKnown(draft, site);
  report(draft, id, 'police', { use: 'order' });
}
