import type { AnsweredBand, Certainty, NextStep } from '#kinds/detection/model/play.ts';
import { NEXT_STEPS } from '#kinds/detection/model/play.ts';
import { FACETS, type Facet, type ListFilter, ORDERS } from '#market/search/screens/market-rows.ts';
import { BANDS } from '#market/signs/model/bands.ts';
import type { MarkPlace } from './mark-place.ts';

/** A judgement that is not committed yet. */
export interface UncommittedJudgement {
  readonly band?: AnsweredBand;
  readonly certainty?: Certainty;
  readonly next?: NextStep | undefined;
}

/** What stands open on the workspace and is in no log: a reload brings it back. */
export interface WorkspaceDraft {
  readonly openId?: string | undefined;
  /** The place for which a sign is being named: a sentence, a field, an earlier line, a comment, or words of the text. */
  readonly openAt?: MarkPlace | undefined;
  readonly judgements: Readonly<Record<string, UncommittedJudgement>>;
  readonly filter: ListFilter;
}

export const EMPTY_FILTER: ListFilter = { query: '', chosen: {}, order: 'posted' };

const PLACE = /^(?:s\d+|f:[a-z]+|v\d+:s\d+|c\d+|t:\d+-\d+)$/;

/** Reads a draft as far as it can be read; what another version of the workspace wrote is left out, piece by piece. */
export function readWorkspaceDraft(value: unknown): WorkspaceDraft {
  const { openId, openAt, judgements, filter } = recordOf(value);
  return {
    ...(typeof openId === 'string' && { openId }),
    ...(typeof openAt === 'string' && PLACE.test(openAt) && { openAt: openAt as MarkPlace }),
    judgements: Object.fromEntries(
      Object.entries(recordOf(judgements)).map(([ad, judgement]) => [ad, readJudgement(recordOf(judgement))]),
    ),
    filter: readFilter(recordOf(filter)),
  };
}

function readJudgement({ band, certainty, next }: Readonly<Record<string, unknown>>): UncommittedJudgement {
  const known = {
    band: ([...BANDS, 'unknown'] as const).find((one) => one === band),
    certainty: ([1, 2, 3] as const).find((one) => one === certainty),
    next: NEXT_STEPS.find((one) => one === next),
  };
  return {
    ...(known.band && { band: known.band }),
    ...(known.certainty && { certainty: known.certainty }),
    ...(known.next && { next: known.next }),
  };
}

function readFilter({ query, chosen, order }: Readonly<Record<string, unknown>>): ListFilter {
  const facets = Object.entries(recordOf(chosen)).filter(
    (entry): entry is [Facet, string] => FACETS.includes(entry[0] as Facet) && typeof entry[1] === 'string',
  );
  return {
    query: typeof query === 'string' ? query : '',
    chosen: Object.fromEntries(facets),
    order: ORDERS.find((one) => one === order) ?? 'posted',
  };
}

const recordOf = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
