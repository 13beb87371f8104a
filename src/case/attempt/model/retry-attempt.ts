import { InvariantError } from '#kernel/model/invariant.ts';
import { type AttemptEvent, type AttemptHeader, type AttemptLog, recordEvent } from './attempt-log.ts';

/** Header fields that a retry does not take over. */
export interface RetryStart {
  readonly id: string;
  readonly wall: string;
}

/**
 * A new attempt that continues another one just before one of its events: the same steps at the same case and wall
 * times, chained anew under a header that names the original attempt. Removing that mark from the header breaks the
 * chain.
 */
export function retryAttempt(log: AttemptLog, from: number, { id, wall }: RetryStart): AttemptLog {
  if (!log.events.some(({ seq }) => seq === from))
    throw new InvariantError(`Attempt ${log.header.id} has no event ${from}. Retry from an event of its log.`);
  const header: AttemptHeader = { ...log.header, id, retry: { of: log.header.id, from }, wall };
  const events: AttemptEvent[] = [];
  for (const { seq, prev: _prev, hash: _hash, at, wall: then, ...step } of log.events) {
    if (seq < from) events.push(recordEvent({ header, events }, step, at, then));
  }
  return { header, events };
}

/**
 * The decision at which a retry began, counted from 1, as the path of the attempt shows them; undefined for a first
 * attempt.
 */
export function retryStep({ header, events }: AttemptLog): number | undefined {
  if (!header.retry) return undefined;
  const { from } = header.retry;
  return events.filter(({ type, seq }) => type === 'decision.made' && seq < from).length + 1;
}
