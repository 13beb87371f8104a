import type { AttemptEvent, AttemptHeader, AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { canonicalJson } from '#kernel/model/canonical-json.ts';
import { chained } from '#kernel/model/hash-chain.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';

interface Forgery {
  readonly what: string;
  readonly text: string;
}

type Loose = Readonly<Record<string, unknown>>;

/** The log with other events or another header, and a chain that fits them: a forger can compute it as we do. */
export function rechained(
  { header, events }: AttemptLog,
  change: (event: Loose) => Loose,
  other: Loose = {},
): AttemptLog {
  const changed = { ...header, ...other } as unknown as AttemptHeader;
  const start = sha256Hex(canonicalJson({ ...changed }));
  const forged: AttemptEvent[] = [];
  for (const { seq: _seq, prev: _prev, hash: _hash, ...body } of events)
    forged.push(chained(change(body), forged.at(-1), start) as unknown as AttemptEvent);
  return { header: changed, events: forged };
}

/** Attempts that never took place, each whole, chain and all, made from one that did. Its acts have to mark ads. */
export function forgedAttempts(log: AttemptLog): readonly Forgery[] {
  const acted = (type: string, part: Loose) => (event: Loose) => {
    const action = event.action as Loose | undefined;
    return action?.type === type ? { ...event, action: { ...action, ...part } } : event;
  };
  const same = (event: Loose) => event;
  const once = (part: Loose) => {
    let isDone = false;
    return (event: Loose) => {
      if (isDone) return event;
      isDone = true;
      return { ...event, ...part };
    };
  };
  const header = (part: Loose) => rechained(log, same, part);
  const of = (what: string, forged: unknown): Forgery => ({ what, text: JSON.stringify(forged) });
  return [
    ...[-1, 0, 99, 1.5, 2 ** 60].map((generatorVersion) =>
      of(`generator ${generatorVersion}`, header({ generatorVersion })),
    ),
    of('another text of the case', header({ scenarioHash: 'f'.repeat(64) })),
    of('another market', header({ marketId: 'f'.repeat(16) })),
    of('another case', header({ scenario: 'no-such-case' })),
    of('a case of the language', header({ scenario: '__proto__' })),
    of('a case elsewhere', header({ scenario: '../../etc' })),
    of('another schema', header({ schema: 'attempt/99' })),
    of('an unknown role', header({ role: 'emperor' })),
    of('a role that the case does not have', header({ role: 'judge' })),
    of('an ad that is not there', rechained(log, acted('ad.marked', { ad: '999999' }))),
    of('an ad of the language', rechained(log, acted('ad.judged', { ad: '__proto__' }))),
    of('a sign that is not there', rechained(log, acted('ad.marked', { indicator: 'no-such-sign' }))),
    of('a sentence that is not there', rechained(log, acted('ad.marked', { at: 's99' }))),
    of('a field that is not there', rechained(log, acted('ad.marked', { at: 'f:shoes' }))),
    of('a stretch beyond the text', rechained(log, acted('ad.marked', { at: 't:0-99999' }))),
    of('a stretch that ends before it begins', rechained(log, acted('ad.marked', { at: 't:9-2' }))),
    of('a stretch of nothing', rechained(log, acted('ad.marked', { at: 't:NaN-Infinity' }))),
    of('a band that is not there', rechained(log, acted('ad.judged', { band: 'certain' }))),
    of('a certainty that is not there', rechained(log, acted('ad.judged', { certainty: 99 }))),
    of('an act of another exercise', rechained(log, acted('ad.marked', { type: 'edge.proposed' }))),
    of('an act of no exercise', rechained(log, acted('ad.marked', { type: 'ad.eaten' }))),
    of('an unknown kind of event', rechained(log, once({ type: 'case.won' }))),
    of('a state that is not there', rechained(log, once({ state: 'nowhere' }))),
    of('a state of the language', rechained(log, once({ state: '__proto__' }))),
    of('a time that is none', rechained(log, once({ at: 'yesterday' }))),
    { what: 'a number that is infinite', text: JSON.stringify(log).replace(/"seq":1,/, '"seq":1e999,') },
    {
      what: 'a version that is infinite',
      text: JSON.stringify(log).replace(/"generatorVersion":\d+/, '"generatorVersion":1e999'),
    },
    of('steps in another order', { ...log, events: log.events.toReversed() }),
    of('a step twice', { ...log, events: [...log.events, log.events.at(-1)] }),
    of('a hint that is not there', rechained(log, once({ type: 'hint.taken', hint: 99 }))),
  ];
}
