import type { Locker } from '../locker.ts';
import { COURT_QUESTIONS, type CourtQuestion } from './court-questions.ts';
import type { PlacedFault } from './plant-faults.ts';
import { questionsLeftOpen } from './typical-errors.ts';

/** What a locker says to one of the ten questions. */
export interface CourtAnswer {
  readonly question: CourtQuestion;
  readonly isOpen: boolean;
  /** The faults that leave it open; none where no locker of pages can answer it. */
  readonly faults: readonly PlacedFault[];
  /** Why it is answered, or why no fault is needed to leave it open: the name of a sentence and what stands in it. */
  readonly ground: { readonly id: string; readonly params: Readonly<Record<string, string | number>> } | undefined;
}

/** No page shows which person is behind an account, and a locker holds pages and letters only. */
const BEYOND_PAGES: CourtQuestion = 'attribution';

/** The ten questions in their order, each answered by the locker or left open, with what decides it. */
export function courtAnswers(locker: Locker, faults: readonly PlacedFault[]): CourtAnswer[] {
  return COURT_QUESTIONS.map((question) => {
    const open = faults.filter(({ code }) => questionsLeftOpen(code).includes(question));
    const isOpen = open.length > 0 || question === BEYOND_PAGES;
    return { question, isOpen, faults: open, ground: open.length > 0 ? undefined : groundOf(locker, question) };
  });
}

function groundOf(locker: Locker, question: CourtQuestion): NonNullable<CourtAnswer['ground']> {
  const { items, custody } = locker;
  const pages = items.length;
  const plain = (params: Readonly<Record<string, string | number>> = { pages }) => ({ id: question as string, params });
  const variant = (name: string, params: Readonly<Record<string, string | number>> = { pages }) => ({
    id: `${question}.${name}`,
    params,
  });
  if (question === 'lawful') return plain({ basis: distinct(items.map(({ facts }) => facts.legalBasis)) });
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
    const seconds = (items[0]?.facts.clockCheck?.offsetMs ?? 0) / 1000;
    return variant(seconds < 0 ? 'behind' : 'ahead', { seconds: Math.abs(seconds) });
  }
  if (question === 'order') {
    const renewal = custody.findLast(({ action }) => action === 'renewal.noted');
    return renewal ? variant('renewal', { on: renewal.reason.replace('on ', '') }) : plain();
  }
  return plain();
}

const distinct = (texts: readonly string[]) => [...new Set(texts)].join(', ');
