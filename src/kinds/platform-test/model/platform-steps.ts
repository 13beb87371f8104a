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

/** Applies a step of a platform. The next state is at the hour of the step. */
export function takeStep(next: NextState, step: PlannedStep): void {
  if (step.step === 'inject') comeIn(next, step.inject);
  else if (step.step === 'reply')
    next.replies = next.replies.map((reply) => (reply.site === step.site ? { ...reply, cameAt: next.hour } : reply));
  else takeStepOn(next, copyOf(next, step.copy), step);
}

function takeStepOn(next: NextState, copy: TestCopy, step: Exclude<PlannedStep, { step: 'inject' | 'reply' }>): void {
  switch (step.step) {
    case 'find':
      if (copy.status === 'online') takeDown(next, copy);
      return;
    case 'refer':
      record(next, copy.id, 'referral.received', { withData: !lapses(next, copy, 'no-data') });
      return;
    case 'copy':
      if (copy.status === 'online') setCopy(next, copy.id, { mirroredAt: next.hour });
      return;
    case 'restore':
      if (copy.status !== 'removed' && copy.status !== 'blocked') return;
      putOnline(next, copy.id);
      record(next, copy.id, 'card.restored', { answer: 'restored', reasoned: isReasoned(next, copy) });
      return;
    case 'record':
      keepRecord(next, copy);
      return;
    case 'answer':
      answerReport(next, copy, step.reporter as Reporter);
  }
}

function answerReport(next: NextState, copy: TestCopy, reporter: Reporter): void {
  const { lawful } = cardOf(copy.card);
  const reasoned = isReasoned(next, copy);
  if (copy.status !== 'online') {
    record(next, copy.id, 'report.answered', { reporter, answer: 'already-gone', reasoned });
    return;
  }
  const removes = lawful ? copy.card === 'TC11' && lapses(next, copy, 'false-report-upheld') : true;
  if (removes) takeDown(next, copy);
  record(next, copy.id, 'report.answered', { reporter, answer: removes ? 'removed' : 'kept', reasoned });
}

/** Honest platforms give a reason with each answer, others with some. */
function isReasoned(next: NextState, copy: TestCopy): boolean {
  const { interview } = platformOf(next.brief, copy.site).hidden;
  return interview.decides === 'honest' || happens(next, `${copy.id} reason ${copy.events}`, 40);
}

/** A platform removes a card, and tells the authority if it has to and does not fail to. */
export function takeDown(next: NextState, copy: TestCopy): void {
  record(next, copy.id, 'card.removed', { replies: repliesTo(next, copy), seen: 'watched' });
  setCopy(next, copy.id, { status: 'removed' });
  referLater(next, copy);
}

/** A copy is told to the authority once, however often it is blocked or removed. */
export function referLater(next: NextState, copy: TestCopy): void {
  if (!cardOf(copy.card).refer || lapses(next, copy, 'not-referred')) return;
  const isTold =
    next.events.some(({ type, id }) => type === 'referral.received' && id.startsWith(`${copy.id}-`)) ||
    next.open.some((step) => step.step === 'refer' && step.copy === copy.id);
  if (!isTold)
    plan(next, {
      step: 'refer',
      hour: next.hour + around(next, `${copy.id} referral`, REFERRAL_HOURS),
      copy: copy.id,
    });
}

/** A forbidden card is online: the platform may find it by itself. */
export function searchLater(next: NextState, copy: TestCopy, use: string): void {
  const { ownSearch, hoursToAct } = platformOf(next.brief, copy.site).hidden.traits;
  if (!happens(next, `${copy.id} search ${use}`, ownSearch)) return;
  const hours = Math.max(MIN_BEFORE_FOUND, around(next, `${copy.id} found ${use}`, hoursToAct));
  plan(next, { step: 'find', hour: next.hour + hours, copy: copy.id });
}

/** A mirror may copy what is online. */
export function mirrorLater(next: NextState, copy: TestCopy): void {
  const mirror = next.brief.mirrors.find(({ mirrorOf }) => mirrorOf === copy.site);
  if (mirror && happens(next, `${copy.id} mirror`, mirror.copies.share))
    plan(next, { step: 'copy', hour: next.hour + mirror.copies.hours, copy: copy.id });
}

function keepRecord(next: NextState, copy: TestCopy): void {
  const { asked = [], askedDays = 0 } = cardOf(copy.card).fields;
  const { preservationKept, preservationDays } = platformOf(next.brief, copy.site).hidden.traits;
  const falls = lapses(next, copy, 'not-kept');
  const stated = preservationKept < 100 || preservationDays < askedDays;
  const share = falls ? (stated ? preservationKept : DEFAULT_SHARE) : 100;
  const days = falls ? (stated ? preservationDays : DEFAULT_DAYS) : askedDays;
  record(next, copy.id, 'record.kept', { fields: asked.slice(0, Math.round((asked.length * share) / 100)), days });
  record(next, copy.id, 'report.answered', { reporter: 'police', answer: 'record', reasoned: true });
}

/** Adds an event from outside, unless its precondition does not hold. */
function comeIn(next: NextState, id: InjectId): void {
  const site = siteOf(next, id);
  if (site === undefined && id !== 'busy-week' && id !== 'journalist') return;
  next.injects = [...next.injects, { id, hour: INJECTS[id].hour, ...(site === undefined ? {} : { site }) }];
  if (id === 'recognised' && site !== undefined) becomeKnown(next, site);
}

/**
 * The platform that an event is about: the largest one, or the one where a false report of the team hit a lawful ad.
 */
function siteOf(next: NextState, id: InjectId): string | undefined {
  const bySize = [...next.brief.platforms].sort((a, b) => b.share - a.share);
  if (id === 'possible-minor') {
    const placed = bySize.filter((platform) => next.copies.some((copy) => copy.site === platform.id));
    return placed[drawsOf(next, 'possible minor').int(Math.max(1, placed.length))]?.id;
  }
  if (id === 'lawyer' || id === 'recognised') return bySize[0]?.id;
  // A platform whose terms require a label, so that a team can test whether they are applied.
  if (id === 'one-look') return bySize.findLast((platform) => platform.public.machineMadePictures === 'labelled')?.id;
  if (id === 'sellers-harmed')
    return next.copies.find((copy) => copy.card === 'TC11' && (copy.status === 'removed' || hasLost(next, copy)))?.site;
  return undefined;
}

const hasLost = (next: NextState, copy: TestCopy) =>
  next.events.some(({ id, type }) => type === 'card.removed' && id.startsWith(`${copy.id}-`));

/** The moderators of a platform learn the accounts of the test, and with them all sites that they moderate. */
export function becomeKnown(next: NextState, site: string): void {
  const platform = platformOf(next.brief, site);
  const { moderators, noticeEffect } = platform.hidden;
  const moderated = next.brief.platforms.filter(({ hidden }) => hidden.moderators === moderators).map(({ id }) => id);
  const seen = next.copies.filter((copy) => moderated.includes(copy.site)).map(({ account }) => account);
  const accounts = [...new Set([1, ...(next.known[moderators]?.accounts ?? []), ...seen])];
  next.known = { ...next.known, [moderators]: { until: next.hour + noticeEffect.days * 24, accounts } };
}
