import {
  type AttemptEvent,
  type AttemptHeader,
  type AttemptLog,
  firstBrokenEvent,
} from '#case/attempt/model/attempt-log.ts';
import { type AttemptState, createReplay, ImpossibleEventError } from '#case/attempt/model/replay-attempt.ts';
import { parseAttemptLog } from '#case/attempt/model/schemas.ts';
import { createLookUp } from '#case/attempt/model/unknown-names.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { InvariantError } from '#kernel/model/invariant.ts';

/** Maximum events of an attempt that a team hands over; the longest attempt at a shipped case has a tenth of them. */
const MAX_ATTEMPT_EVENTS = 5_000;

export type SentAttemptFault = 'other-attempt' | 'impossible-attempt' | 'too-long' | 'no-attempt';

/** An attempt that the case allows, with the state that it leads to. */
export interface CheckedAttempt {
  readonly log: AttemptLog;
  readonly attempt: AttemptState;
}

/** Checks attempts at one case: what is accepted can be replayed and scored. */
export interface AttemptChecker {
  /** The state of an attempt that has been checked. */
  stateAfter(log: AttemptLog): AttemptState;
  /** The attempt with these events after its own. `before` has been checked. */
  extend(
    before: AttemptLog | undefined,
    header: AttemptHeader | undefined,
    events: readonly AttemptEvent[],
  ): { readonly ok: true; readonly value: CheckedAttempt } | { readonly ok: false; readonly fault: SentAttemptFault };
}

/** Number of attempts whose state is cached, so that a few more events need no full replay. */
const KEPT = 64;

export function createAttemptChecker(
  { scenario, market, choices }: PublicPart,
  kinds: Pick<Kinds, 'plays' | 'tells' | 'reads'>,
): AttemptChecker {
  const material = { scenario, market, kinds };
  const unknownName = createLookUp({ scenario, market, choices }, kinds);
  const kept = new Map<string, { readonly hash: string; readonly attempt: AttemptState }>();

  function stateAfter({ header, events }: AttemptLog): AttemptState {
    const known = kept.get(header.id);
    if (known && known.hash === events.at(-1)?.hash) return known.attempt;
    const replay = createReplay(material, header.role);
    return events.reduce(replay.advance, replay.start());
  }

  /** Caches the state of an attempt, and drops the least recently used one. */
  function keep(id: string, hash: string, attempt: AttemptState): void {
    kept.delete(id);
    kept.set(id, { hash, attempt });
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  }

  const isOfCase = ({ scenario: id, scenarioHash, marketId, generatorVersion }: AttemptHeader) =>
    id === scenario.id &&
    scenarioHash === scenario.hash &&
    marketId === market.marketId &&
    generatorVersion === market.generatorVersion;

  return {
    stateAfter(log) {
      const attempt = stateAfter(log);
      keep(log.header.id, log.events.at(-1)?.hash ?? '', attempt);
      return attempt;
    },
    extend(before, header, events) {
      const first = before?.header ?? header;
      if (!first) return { ok: false, fault: 'no-attempt' };
      if (!isOfCase(first) || (header && header.id !== first.id)) return { ok: false, fault: 'other-attempt' };
      const own = before?.events ?? [];
      if (own.length + events.length > MAX_ATTEMPT_EVENTS) return { ok: false, fault: 'too-long' };
      // An event that was sent before has to be the same; a different one belongs to another attempt.
      const repeated = events.filter(({ seq }) => seq <= own.length);
      if (repeated.some(({ seq, hash }) => own[seq - 1]?.hash !== hash)) return { ok: false, fault: 'other-attempt' };
      const fresh = events.filter(({ seq }) => seq > own.length);
      const parsed = parseAttemptLog({ header: first, events: fresh }, kinds);
      if (!parsed.ok) return { ok: false, fault: 'impossible-attempt' };
      const log: AttemptLog = { header: first, events: [...own, ...parsed.log.events] };
      if (firstBrokenEvent(log, own.length) !== undefined) return { ok: false, fault: 'impossible-attempt' };
      try {
        const replay = createReplay(material, first.role);
        let attempt = stateAfter({ header: first, events: own });
        for (const event of parsed.log.events) {
          if (event.type === 'exercise.acted' && unknownName(event.state, event.action))
            return { ok: false, fault: 'impossible-attempt' };
          attempt = replay.advance(attempt, event);
        }
        keep(first.id, log.events.at(-1)?.hash ?? '', attempt);
        return { ok: true, value: { log, attempt } };
      } catch (error) {
        if (error instanceof ImpossibleEventError || error instanceof InvariantError)
          return { ok: false, fault: 'impossible-attempt' };
        throw error;
      }
    },
  };
}
