import * as z from 'zod/mini';
import type { KindReads } from '#case/exercise/model/kind-reads.ts';
import { LetterSchema } from '#evidence/letters/model/schemas.ts';
import { CONTEXTS, COPIES, EXTENTS, NOTE_PLACES, OUTCOMES, SESSIONS, SHORTCUTS } from './care-actions.ts';

const text = z.string().check(z.maxLength(20_000));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const person = { actor: text, role: text };

function act<Type extends string, Fields extends z.core.$ZodShape>(type: Type, fields: Fields) {
  return z.strictObject({ type: z.literal(type), ...fields, ...person });
}

/** Schema of the actions of this kind in a saved log; see `PreservationAction`. */
export const PreservationActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('authority.noted'), legalBasis: text, ...person }),
  z.strictObject({ type: z.literal('clock.checked'), offsetSeconds: z.number(), ...person }),
  z.strictObject({ type: z.literal('child-material.checked'), ad: text, ...person }),
  z.strictObject({
    type: z.literal('page.captured'),
    ad: text,
    status: z.int(),
    bytes: z.int(),
    sha256,
    ...person,
  }),
  z.strictObject({
    type: z.literal('record.written'),
    item: text,
    url: text,
    time: text,
    identifiers: z.array(text),
    finalUrl: z.optional(text),
    standing: z.optional(z.enum(['source', 'copy'])),
    ...person,
  }),
  z.strictObject({ type: z.literal('hash.verified'), item: text, sha256, ...person }),
  z.strictObject({ type: z.literal('copy.sealed'), item: text, ...person }),
  act('plan.noted', { purpose: text, scope: text, tool: text, workstation: text }),
  act('session.opened', { account: z.enum(SESSIONS) }),
  act('finding.noted', { ad: text, path: text }),
  act('closed-card.reported', { ad: text, to: text }),
  act('look.captured', { ad: text, extent: z.enum(EXTENTS), bytes: z.int(), sha256, tool: text }),
  act('context.captured', { ad: text, of: z.enum(CONTEXTS), bytes: z.int(), sha256 }),
  act('timestamp.requested', { sha256 }),
  act('copy.opened', { item: text, copy: z.enum(COPIES), purpose: text }),
  act('bystander.redacted', { item: text, what: text }),
  act('note.written', { item: text, on: z.enum(NOTE_PLACES), text }),
  act('item.renamed', { item: text, name: text, logged: z.boolean() }),
  act('item.handed-over', { item: text, to: text, purpose: text }),
  act('item.deleted', { item: text, purpose: text }),
  act('shortcut.taken', { shortcut: z.enum(SHORTCUTS), item: z.optional(text) }),
  act('request.entered', { letter: LetterSchema }),
  act('renewal.noted', { on: text }),
  act('request.renewed', { days: z.int().check(z.nonnegative()) }),
  act('answer.entered', { outcome: z.enum(OUTCOMES), says: text }),
  act('safety.checked', { by: text }),
  act('notice.entered', { platform: text }),
  act('retention.set', { until: text, access: text }),
  act('disclosure.noted', { pointsAway: z.array(text), failures: text }),
]);

/** Brief of this kind: the clock offset of the workstation. The ads that belong in the locker are in the key. */
export const PreservationBriefSchema = z.strictObject({
  clockOffsetSeconds: z.optional(z.int().check(z.gte(-86_400), z.lte(86_400))),
});

export type PreservationBrief = z.output<typeof PreservationBriefSchema>;

/** The schemas of this kind for outside data. */
export const PRESERVATION_READS: KindReads = {
  brief: PreservationBriefSchema,
  action: PreservationActionSchema,
};
