import * as z from 'zod/mini';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import { fromKinds } from '#case/exercise/model/registry.ts';
import { ROLES } from '#case/language/model/role.ts';
import { parseShape } from '#kernel/model/parse-shape.ts';
import type { AttemptLog } from './attempt-log.ts';

const text = z.string().check(z.minLength(1), z.maxLength(20_000));
/** An act of any kind of exercise; replaying the log checks that it fits the kind of its state. */
const actionOfAnyKind = (reads: Kinds['reads']) => z.union(reads.entries().map(([, { action }]) => action));
const place = { seq: z.int().check(z.positive()), at: text, wall: text, prev: text, hash: text, state: text };

const logSchema = (reads: Kinds['reads']) =>
  z.strictObject({
    header: z.strictObject({
      schema: z.literal('attempt/1'),
      id: text,
      scenario: text,
      scenarioHash: text,
      marketId: text,
      generatorVersion: z.int().check(z.positive()),
      locale: text,
      role: z.optional(z.enum(ROLES)),
      retry: z.optional(z.strictObject({ of: text, from: z.int().check(z.positive()) })),
      wall: text,
    }),
    events: z.array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('scene.continued'), ...place }),
        z.strictObject({ type: z.literal('decision.made'), option: text, ...place }),
        z.strictObject({ type: z.literal('exercise.acted'), action: actionOfAnyKind(reads), ...place }),
        z.strictObject({ type: z.literal('exercise.committed'), ...place }),
        z.strictObject({ type: z.literal('timer.elapsed'), ...place }),
        z.strictObject({ type: z.literal('timer.extended'), ...place }),
        z.strictObject({ type: z.literal('hint.taken'), hint: z.int().check(z.nonnegative()), ...place }),
      ]),
    ),
  });

/** Maximum events of a log, far above any real attempt. A longer log is refused before its events are parsed. */
const MAX_EVENTS = 50_000;

/**
 * Shape of a saved attempt. Replaying decides whether its content is possible; a retry contains all events that it took
 * over.
 */
const attemptLogSchema = fromKinds((reads: Kinds['reads']) =>
  logSchema(reads).check(
    z.refine(({ header, events }) => header.retry === undefined || events.length >= header.retry.from - 1, {
      message: 'a retry holds every event before the one that it began at',
      path: ['header', 'retry', 'from'],
    }),
  ),
);

/** Parses a saved attempt; a failure gives the reason as a short text for the log file. */
export function parseAttemptLog(
  value: unknown,
  { reads }: Pick<Kinds, 'reads'>,
): { readonly ok: true; readonly log: AttemptLog } | { readonly ok: false; readonly said: string } {
  const events = (value as { readonly events?: unknown } | null | undefined)?.events;
  if (Array.isArray(events) && events.length > MAX_EVENTS)
    return { ok: false, said: `events: an attempt has at most ${MAX_EVENTS} of them` };
  const parsed = parseShape(attemptLogSchema(reads), value);
  if (!parsed.success)
    return {
      ok: false,
      said: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    };
  return { ok: true, log: parsed.data as unknown as AttemptLog };
}
