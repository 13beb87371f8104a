import type { KindPlay } from '#case/exercise/model/kind-play.ts';
import type { Band } from '#market/signs/model/bands.ts';

/** A triage band; `unknown` means "more information needed", see `countedBand`. */
export type AnsweredBand = Band | 'unknown';

/** Certainty of a judgement: 1 unsure, 2 fairly sure, 3 sure. */
export type Certainty = 1 | 2 | 3;

/** Next steps for an ad. The first two only gather information; the others contact someone. */
export const NEXT_STEPS = [
  'check-links',
  'ask-records',
  'keep',
  'preserve',
  'welfare-contact',
  'inform-specialised-police',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];
const CHECKS: ReadonlySet<NextStep> = new Set(['check-links', 'ask-records']);

export interface Mark {
  readonly ad: string;
  /** A sentence (`s1`), a field (`f:phone`) or a free mark in the text (`t:12-48`, see `freeMark`). */
  readonly at: string;
  readonly indicator: string;
}

export interface Judgement {
  readonly band: AnsweredBand;
  readonly certainty: Certainty;
  /** Left out if the exercise does not ask for it. */
  readonly next?: NextStep;
}

export interface DetectionResponse {
  readonly opened: readonly string[];
  readonly marks: readonly Mark[];
  readonly judgements: Readonly<Record<string, Judgement>>;
  /** Withheld cards escalated to child protection and the specialised police. */
  readonly escalated: readonly string[];
  /** Withheld cards whose address was only noted. */
  readonly logged: readonly string[];
  /** Ads to be examined first, the most urgent first. */
  readonly queue: readonly string[];
}

/** The actions of the kind, as the log keeps them. */
export type DetectionAction =
  | { readonly type: 'ad.opened'; readonly ad: string }
  | { readonly type: 'ad.marked'; readonly ad: string; readonly at: string; readonly indicator: string }
  | { readonly type: 'ad.unmarked'; readonly ad: string; readonly at: string; readonly indicator: string }
  | ({ readonly type: 'ad.judged'; readonly ad: string } & Judgement)
  /** Places an ad at a position of the queue, counted from 0, or moves it there; beyond the end it comes last. */
  | { readonly type: 'queue.placed'; readonly ad: string; readonly place: number }
  | { readonly type: 'queue.removed'; readonly ad: string }
  | { readonly type: 'card.escalated'; readonly ad: string }
  | { readonly type: 'card.logged'; readonly ad: string };

export const playDetection: KindPlay<{ response: DetectionResponse; action: DetectionAction }> = {
  kind: 'detection',
  showsAds: true,
  empty: { opened: [], marks: [], judgements: {}, escalated: [], logged: [], queue: [] },
  minutes: () => 0.5,
  reduce,
  explainedAtOnce: true,
};

function reduce(response: DetectionResponse, action: DetectionAction): DetectionResponse {
  switch (action.type) {
    case 'ad.opened':
      return response.opened.includes(action.ad) ? response : { ...response, opened: [...response.opened, action.ad] };
    case 'ad.marked': {
      const { ad, at, indicator } = action;
      const known = response.marks.some((mark) => isSame(mark, action));
      return known ? response : { ...response, marks: [...response.marks, { ad, at, indicator }] };
    }
    case 'ad.unmarked':
      return { ...response, marks: response.marks.filter((mark) => !isSame(mark, action)) };
    case 'ad.judged': {
      const { ad, band, certainty, next } = action;
      const judgement = { band, certainty, ...(next !== undefined && { next }) };
      return { ...response, judgements: { ...response.judgements, [ad]: judgement } };
    }
    case 'queue.placed': {
      const others = response.queue.filter((ad) => ad !== action.ad);
      return { ...response, queue: others.toSpliced(Math.max(0, action.place), 0, action.ad) };
    }
    case 'queue.removed':
      return { ...response, queue: response.queue.filter((ad) => ad !== action.ad) };
    case 'card.escalated':
      return response.escalated.includes(action.ad)
        ? response
        : { ...response, escalated: [...response.escalated, action.ad] };
    case 'card.logged':
      return response.logged.includes(action.ad) ? response : { ...response, logged: [...response.logged, action.ad] };
    default:
      return response;
  }
}

const isSame = (a: Mark, b: Mark) => a.ad === b.ad && a.at === b.at && a.indicator === b.indicator;

/**
 * The band that an answer counts as. "More information needed" counts as `check` if the next step gathers information
 * or is left open. If the next step does not, or already contacts someone, it counts as `none`.
 */
export function countedBand({ band, next }: Pick<Judgement, 'band' | 'next'>): Band {
  if (band !== 'unknown') return band;
  return next === undefined || CHECKS.has(next) ? 'check' : 'none';
}

/** True for `prioritise` and above, which ask others to act on a person. */
export function isFlag(answer: AnsweredBand): boolean {
  return answer === 'prioritise' || answer === 'urgent';
}
