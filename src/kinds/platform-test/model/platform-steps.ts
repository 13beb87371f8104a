import type { Reporter } from '#market/platforms/model/test-cards.ts';
import { INJECTS, type InjectId } from './injects.ts';
import {
  around,
  cardOf,
  copyOf,
  drawsOf,
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
import type { PlannedStep, TestCopy } from './state.ts';

/** Approximate hours between an action of a platform and its referral to the authority. */
const REFERRAL_HOURS = 2;

/** Hours that a reposted or edited card is online at least before the platform finds it by itself. */
const MIN_BEFORE_FOUND = 2;

const DEFAULT_SHARE = 60;
const DEFAULT_DAYS = 30;

/** Applies a step of a platform. The draft is at the hour of the step. */
export function takeStep(draft: NextState, step: PlannedStep): void {
  if (step.step === 'inject') comeIn(draft, step.inject);
  else if (step.step === 'reply')
    draft.replies = draft.replies.map((reply) => (reply.site === step.site ? { ...reply, cameAt: draft.hour } : reply));
  else takeStepOn(draft, copyOf(draft, step.copy), step);
}

function takeStepOn(draft: NextState, copy: TestCopy, step: Exclude<PlannedStep, { step: 'inject' | 'reply' }>): void {
  switch (step.step) {
    case 'find':
      if (copy.status === 'online') takeDown(draft, copy);
      return;
    case 'refer':
      record(draft, copy.id, 'referral.received', { withData: !lapses(draft, copy, 'no-data') });
      return;
    case 'copy':
      if (copy.status === 'online') setCopy(draft, copy.id, { mirroredAt: draft.hour });
      return;
    case 'restore':
      if (copy.status !== 'removed' && copy.status !== 'blocked') return;
      putOnline(draft, copy.id);
      record(draft, copy.id, 'card.restored', { answer: 'restored', reasoned: isReasoned(draft, copy) });
      return;
    case 'record':
      keepRecord(draft, copy);
      return;
    case 'answer':
      answerReport(draft, copy, step.reporter as Reporter);
  }
}

function answerReport(draft: NextState, copy: TestCopy, reporter: Reporter): void {
  const { lawful } = cardOf(copy.card);
  const reasoned = isReasoned(draft, copy);
  if (copy.status !== 'online') {
    record(draft, copy.id, 'report.answered', { reporter, answer: 'already-gone', reasoned });
    return;
  }
  const removes = lawful ? copy.card === 'TC11' && lapses(draft, copy, 'false-report-upheld') : true;
  if (removes) takeDown(draft, copy);
  record(draft, copy.id, 'report.answered', { reporter, answer: removes ? 'removed' : 'kept', reasoned });
}

/** Honest platforms give a reason with each answer, others with some. */
function isReasoned(draft: NextState, copy: TestCopy): boolean {
  const { interview } = platformOf(draft.brief, copy.site).hidden;
  return interview.decides === 'honest' || happens(draft, `${copy.id} reason ${copy.events}`, 40);
}

/** A platform removes a card, and tells the authority if it has to and does not fail to. */
export function takeDown(draft: NextState, copy: TestCopy): void {
  record(draft, copy.id, 'card.removed', { replies: repliesTo(draft, copy), seen: 'watched' });
  setCopy(draft, copy.id, { status: 'removed' });
  referLater(draft, copy);
}

/** A copy is told to the authority once, however often it is blocked or removed. */
export function referLater(draft: NextState, copy: TestCopy): void {
  if (!cardOf(copy.card).refer || lapses(draft, copy, 'not-referred')) return;
  const isTold =
    draft.events.some(({ type, id }) => type === 'referral.received' && id.startsWith(`${copy.id}-`)) ||
    draft.open.some((step) => step.step === 'refer' && step.copy === copy.id);
  if (!isTold)
    plan(draft, {
      step: 'refer',
      hour: draft.hour + around(draft, `${copy.id} referral`, REFERRAL_HOURS),
      copy: copy.id,
    });
}

/** A forbidden card is online: the platform may find it by itself. */
export function searchLater(draft: NextState, copy: TestCopy, use: string): void {
  const { ownSearch, hoursToAct } = platformOf(draft.brief, copy.site).hidden.traits;
  if (!happens(draft, `${copy.id} search ${use}`, ownSearch)) return;
  const hours = Math.max(MIN_BEFORE_FOUND, around(draft, `${copy.id} found ${use}`, hoursToAct));
  plan(draft, { step: 'find', hour: draft.hour + hours, copy: copy.id });
}

/** A mirror may copy what is online. */
export function mirrorLater(draft: NextState, copy: TestCopy): void {
  const mirror = draft.brief.mirrors.find(({ mirrorOf }) => mirrorOf === copy.site);
  if (mirror && happens(draft, `${copy.id} mirror`, mirror.copies.share))
    plan(draft, { step: 'copy', hour: draft.hour + mirror.copies.hours, copy: copy.id });
}

function keepRecord(draft: NextState, copy: TestCopy): void {
  const { asked = [], askedDays = 0 } = cardOf(copy.card).fields;
  const { preservationKept, preservationDays } = platformOf(draft.brief, copy.site).hidden.traits;
  const falls = lapses(draft, copy, 'not-kept');
  const stated = preservationKept < 100 || preservationDays < askedDays;
  const share = falls ? (stated ? preservationKept : DEFAULT_SHARE) : 100;
  const days = falls ? (stated ? preservationDays : DEFAULT_DAYS) : askedDays;
  record(draft, copy.id, 'record.kept', { fields: asked.slice(0, Math.round((asked.length * share) / 100)), days });
  record(draft, copy.id, 'report.answered', { reporter: 'police', answer: 'record', reasoned: true });
}

/** Adds an event from outside, unless its precondition does not hold. */
function comeIn(draft: NextState, id: InjectId): void {
  const site = siteOf(draft, id);
  if (site === undefined && id !== 'busy-week' && id !== 'journalist') return;
  draft.injects = [...draft.injects, { id, hour: INJECTS[id].hour, ...(site === undefined ? {} : { site }) }];
  if (id === 'recognised' && site !== undefined) becomeKnown(draft, site);
}

/**
 * The platform that an event is about: the largest one, or the one where a false report of the team hit a lawful ad.
 */
function siteOf(draft: NextState, id: InjectId): string | undefined {
  const bySize = [...draft.brief.platforms].sort((a, b) => b.share - a.share);
  if (id === 'possible-minor') {
    const placed = bySize.filter((platform) => draft.copies.some((copy) => copy.site === platform.id));
    return placed[drawsOf(draft, 'possible minor').int(Math.max(1, placed.length))]?.id;
  }
  if (id === 'lawyer' || id === 'recognised') return bySize[0]?.id;
  // A platform whose terms require a label, so that a team can test whether they are applied.
  if (id === 'one-look') return bySize.findLast((platform) => platform.public.machineMadePictures === 'labelled')?.id;
  if (id === 'sellers-harmed')
    return draft.copies.find((copy) => copy.card === 'TC11' && (copy.status === 'removed' || hasLost(draft, copy)))
      ?.site;
  return undefined;
}

const hasLost = (draft: NextState, copy: TestCopy) =>
  draft.events.some(({ id, type }) => type === 'card.removed' && id.startsWith(`${copy.id}-`));

/** The moderators of a platform learn the accounts of the test, and with them all sites that they moderate. */
export function becomeKnown(draft: NextState, site: string): void {
  const platform = platformOf(draft.brief, site);
  const { moderators, noticeEffect } = platform.hidden;
  const moderated = draft.brief.platforms.filter(({ hidden }) => hidden.moderators === moderators).map(({ id }) => id);
  const seen = draft.copies.filter((copy) => moderated.includes(copy.site)).map(({ account }) => account);
  const accounts = [...new Set([1, ...(draft.known[moderators]?.accounts ?? []), ...seen])];
  draft.known = { ...draft.known, [moderators]: { until: draft.hour + noticeEffect.days * 24, accounts } };
}
