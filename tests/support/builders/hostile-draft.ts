import fc from 'fast-check';
import { stringify } from 'yaml';
import type { FileValue } from '#studio/model/edit.ts';

/** Names that every object of a program has, beside ordinary ones. */
const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'a',
  'b',
  's1',
  's2',
  '',
  '1',
] as const;
const name = fc.constantFrom(...NAMES);
/** A key called `__proto__` makes a whole file unreadable, so keys seldom have that name. */
const keyName = fc.oneof(
  { weight: 199, arbitrary: fc.constantFrom(...NAMES.slice(1)) },
  { weight: 1, arbitrary: name },
);

/** Any value that YAML can hold, nested a few steps. */
const anything: fc.Arbitrary<FileValue> = fc.letrec<{ any: FileValue }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(name, fc.string({ maxLength: 12 }), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(keyName, tie('any'), { maxKeys: 4 }),
  ),
})).any;

/** A value of the kind that a field has, or in one of forty cases any other; a field can also be missing. */
const odd = (kind: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 39, arbitrary: kind }, { weight: 1, arbitrary: anything });
const fields = (shape: Record<string, fc.Arbitrary<unknown>>, requiredKeys: readonly string[] = []) =>
  fc.record(Object.fromEntries(Object.entries(shape).map(([field, kind]) => [field, odd(kind)])), {
    requiredKeys: [...requiredKeys],
  }) as fc.Arbitrary<unknown>;
const many = (kind: fc.Arbitrary<unknown>) => fc.array(odd(kind), { maxLength: 4 });
const eachOnce = (kind: fc.Arbitrary<unknown>) =>
  fc.uniqueArray(kind, { maxLength: 4, selector: (one) => (one as { readonly id?: unknown } | null)?.id });
const named = (kind: fc.Arbitrary<unknown>) => fc.dictionary(keyName, odd(kind), { maxKeys: 5 });

const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom('A door.', 'TO WRITE. A title.', '<b>', '{state}', ''),
);
const next = fc.oneof(name, many(fields({ when: fc.oneof(name, text), next: name })));
const option = fields(
  {
    id: name,
    text,
    then: text,
    when: fc.oneof(name, text),
    set: named(fc.oneof(fc.boolean(), text)),
    act: fc.oneof(name, fc.constant('contact')),
    minutes: fc.integer(),
    next,
  },
  ['id'],
);
const scene = fields(
  {
    type: fc.constantFrom('narrative', 'decision', 'end', 'exercise', 'timer', 'inject', 'group', 'toString'),
    title: text,
    text,
    stage: name,
    decision: fc.constantFrom('D01', 'D99', 'constructor'),
    options: eachOnce(option),
    hints: many(fields({ cost: fc.integer(), text })),
    views: named(fields({ text })),
    kind: fc.oneof(name, fc.constant('detection')),
    brief: anything,
    minutes: fc.integer(),
    set: named(text),
    contentLevel: fc.integer(),
    next,
  },
  ['type'],
);
const story = fields(
  {
    schema: fc.constant('scenario/1'),
    id: name,
    title: text,
    initial: name,
    stages: eachOnce(fields({ id: name, title: text }, ['id'])),
    roles: named(fields({ title: text })),
    role: fields({ kind: name, title: text }),
    variables: named(
      fields({ type: fc.constantFrom('bool', 'int', 'one-of'), values: many(name), min: fc.integer(), says: text }),
    ),
    market: fields({ profile: fc.constantFrom('BUY', 'constructor'), preset: fc.constant('mini'), seed: name }),
    states: named(scene),
  },
  ['id', 'initial', 'states'],
);
const key = fields({
  schema: fc.constant('key/1'),
  decisions: named(
    fields({
      principle: text,
      sources: many(fields({ code: fc.constant('WHO03'), mark: fc.constant('V'), says: text })),
      options: named(
        fields({ rating: fc.constantFrom('good', 'red', 'constructor'), meters: named(fc.integer()), reason: text }),
      ),
    }),
  ),
  model: many(fc.array(name, { maxLength: 3 })),
});

/** A story and a key of the shapes that nobody would write by accident, as values and as the YAML that holds them. */
export const aHostileDraft = fc
  .tuple(story, key)
  .map(([one, other]) => ({ 'scenario.yaml': stringify(one), 'key.yaml': stringify(other) }));
