import type { AuthorityTable } from '#evidence/law/model/authority.ts';
import { readSignedLetter } from '#evidence/letters/model/signed-letter.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { clockReading } from './clock-reading.ts';
import type { CourtGround } from './court-ground.ts';
import { COURT_QUESTIONS, type CourtQuestion } from './court-questions.ts';
import type { PlacedFault } from './plant-faults.ts';
import { type ErrorCode, questionsLeftOpen } from './typical-errors.ts';
import { unshownAnswer } from './unshown-answer.ts';

/** Whether and how a locker answers one of the ten questions. */
export interface CourtAnswer {
  readonly question: CourtQuestion;
  readonly isOpen: boolean;
  /** The faults that leave it open; empty if it is open because the locker does not show the answer. */
  readonly faults: readonly PlacedFault[];
  /** Why it is answered, or why it is open without any fault; undefined if faults leave it open. */
  readonly ground: CourtGround | undefined;
  /** A related matter that the ground does not cover, and the question that does. */
  readonly besides: CourtGround | undefined;
}

/** Always open: pages do not show which person is behind an account, and a locker holds only pages and letters. */
const BEYOND_PAGES: CourtQuestion = 'attribution';

/** Errors that are an act without an entry in the custody log. */
const ACTS_WITHOUT_ENTRY: readonly ErrorCode[] = ['E4', 'E8', 'E10'];

/**
 * The ten questions in order, each answered by the locker or left open, with the reason. A question is answered only if
 * what its ground says is in the locker. `law` says who may sign which letter.
 */
export function courtAnswers(locker: Locker, faults: readonly PlacedFault[], law: AuthorityTable): CourtAnswer[] {
  return COURT_QUESTIONS.map((question) => {
    const open = faults.filter(({ code }) => questionsLeftOpen(code).includes(question));
    const unshown = open.length > 0 ? undefined : unshownAnswer(question, locker, law);
    const isOpen = open.length > 0 || unshown !== undefined || question === BEYOND_PAGES;
    const ground = open.length > 0 ? undefined : (unshown ?? groundOf(locker, question));
    return { question, isOpen, faults: open, ground, besides: ground && besidesOf(question, faults) };
  });
}

/** For the question about order: acts without an entry, because the order of the entries says nothing about them. */
function besidesOf(question: CourtQuestion, faults: readonly PlacedFault[]): CourtGround | undefined {
  const untold = faults.filter(({ code }) => ACTS_WITHOUT_ENTRY.includes(code)).flatMap(({ items }) => items);
  return question === 'order' && untold.length > 0 ? { id: 'untold', params: { item: distinct(untold) } } : undefined;
}

function groundOf(locker: Locker, question: CourtQuestion): CourtGround {
  const { items, custody } = locker;
  const pages = items.length;
  const plain = (params: Readonly<Record<string, string | number>> = { pages }) => ({ id: question as string, params });
  const variant = (name: string, params: Readonly<Record<string, string | number>> = { pages }) => ({
    id: `${question}.${name}`,
    params,
  });
  if (question === 'lawful') {
    const params = { basis: distinct(items.map(({ facts }) => facts.legalBasis)) };
    const signers = locker.letters.flatMap(({ text }) => readSignedLetter(text)?.authority ?? []);
    return signers.length > 0 ? variant('letter', { ...params, signer: distinct(signers) }) : plain(params);
  }
  if (question === 'authentic') {
    const copies = items.filter(({ facts }) => facts.standing === 'copy').map(({ facts }) => facts.itemId);
    return copies.length > 0 ? variant('copy', { pages, item: distinct(copies) }) : plain();
  }
  if (question === 'complete') {
    const ads = new Set(custody.flatMap(({ action, reason }) => (action === 'child-material.checked' ? [reason] : [])));
    const pictures = items.filter(({ facts }) => facts.method !== 'native').map(({ facts }) => facts.itemId);
    const params = { pages, ads: ads.size };
    return pictures.length > 0 ? variant('picture', { ...params, item: distinct(pictures) }) : plain(params);
  }
  if (question === 'when') {
    const { seconds = 0, entry } = clockReading(locker) ?? {};
    return variant(seconds < 0 ? 'behind' : 'ahead', { seconds: Math.abs(seconds), entry: entry?.seq ?? 0 });
  }
  if (question === 'order') {
    const renewal = custody.findLast(({ action }) => action === 'renewal.noted');
    return renewal ? variant('renewal', { on: renewal.reason.replace('on ', '') }) : plain();
  }
  return plain();
}

const distinct = (texts: readonly string[]) => [...new Set(texts)].join(', ');
