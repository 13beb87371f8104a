import type { ActionContext } from '#case/exercise/model/exercise-kind.ts';
import type { KindPlay } from '#case/exercise/model/kind-play.ts';
import type { Letter, LetterKind } from '#evidence/letters/model/letter.ts';
import type { SentLetters } from '#evidence/letters/model/sent-letters.ts';
import type { Instant } from '#kernel/model/instant.ts';

/** Contents of the desk. Answers are not stored: they follow from the letters and the case. */
export interface RequestsResponse extends SentLetters {
  /** Last draft of each kind of letter, so that a reload loses nothing. */
  readonly drafts: Readonly<Partial<Record<LetterKind, Letter>>>;
  /** Letters whose answer was filed with its time. */
  readonly filed: readonly string[];
}

/** The actions of the kind, as the log keeps them. */
export type RequestsAction =
  | { readonly type: 'letter.drafted'; readonly letter: Letter }
  | { readonly type: 'letter.sent'; readonly letter: Letter }
  | { readonly type: 'renewal.noted'; readonly of: string; readonly on: Instant }
  | { readonly type: 'letter.renewed'; readonly of: string; readonly days: number }
  | { readonly type: 'answer.filed'; readonly of: string }
  | { readonly type: 'answer.awaited'; readonly minutes: number };

/** The longest wait for an answer at the desk, in minutes: a week. A later answer comes after the case. */
export const MAX_WAIT_MINUTES = 7 * 24 * 60;

/** Minutes per action at the desk, with two exceptions: a draft takes no time, and waiting takes its own. */
export const MINUTES_PER_ACTION = 10;

export const playRequests: KindPlay<{ response: RequestsResponse; action: RequestsAction }> = {
  kind: 'requests',
  showsAds: true,
  empty: { drafts: {}, letters: [], diary: [], renewals: [], filed: [] },
  minutes: minutesOf,
  reduce,
  doesActs: ['request'],
};

function minutesOf(action: RequestsAction): number {
  if (action.type === 'letter.drafted') return 0;
  return action.type === 'answer.awaited' ? action.minutes : MINUTES_PER_ACTION;
}

function reduce(response: RequestsResponse, action: RequestsAction, { at, seq }: ActionContext): RequestsResponse {
  const isSent = (of: string) => response.letters.some(({ id }) => id === of);
  switch (action.type) {
    case 'letter.drafted':
      return { ...response, drafts: { ...response.drafts, [action.letter.kind]: action.letter } };
    case 'letter.sent': {
      const { [action.letter.kind]: sent, ...drafts } = response.drafts;
      const id = `L-${String(response.letters.length + 1).padStart(2, '0')}`;
      return { ...response, drafts, letters: [...response.letters, { id, letter: action.letter, sentAt: at, seq }] };
    }
    case 'renewal.noted': {
      if (!isSent(action.of)) return response;
      const others = response.diary.filter(({ of }) => of !== action.of);
      return { ...response, diary: [...others, { of: action.of, on: action.on, notedAt: at }] };
    }
    case 'letter.renewed': {
      if (!isSent(action.of)) return response;
      return { ...response, renewals: [...response.renewals, { of: action.of, days: action.days, at }] };
    }
    case 'answer.filed': {
      const isNew = isSent(action.of) && !response.filed.includes(action.of);
      return isNew ? { ...response, filed: [...response.filed, action.of] } : response;
    }
    default:
      return response;
  }
}
