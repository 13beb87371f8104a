import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { InvariantError, required } from '#kernel/model/invariant.ts';

/**
 * The types of one kind of exercise. The kind declares them once, in `kinds/KIND/model/kind.ts`. The functions of a service
 * are methods, so that the service of one kind is accepted where that of any kind is kept: shared code gives each kind only
 * what a schema of the same kind has read.
 */
export interface KindTypes {
  /** What a built case gives the exercise. */
  readonly brief: object;
  /** The brief as its author writes it, before the case is built. Often the same. */
  readonly authored: object;
  /** What the trainee has done in it so far. */
  readonly response: unknown;
  /** One act of the trainee, as the log keeps it. */
  readonly action: { readonly type: string };
  /** Its own field of `key.yaml`; undefined for a kind without one. */
  readonly key: unknown;
  /** What its scorer finds out. Every sentence about the exercise rests on it. */
  readonly facts: unknown;
}

/** What a scenario gives an exercise to work with, in the shape that its kind defines; empty if it gives nothing. */
export type Brief = Readonly<Record<string, unknown>>;

/** An exercise in the tables of a case. */
type Exercises = Pick<CompiledScenario, 'states'>;

/** Gives a kind what shared code holds for it, with its own types. */
export interface KindDefinition<K extends KindTypes> {
  readonly kind: string;
  /** The brief of an exercise of this kind. Throws for a state that is none. */
  briefOf(scenario: Exercises, state: string): K['brief'];
  /** Every exercise of this kind in a case, in the order of the case, with its brief. */
  exercisesIn(scenario: Exercises): readonly { readonly state: string; readonly brief: K['brief'] }[];
  /** Every exercise of this kind in a case as its author wrote it, with its place in the file. */
  authoredIn<Path>(
    states: readonly { readonly state: object; readonly path: Path }[],
  ): readonly { readonly path: Path; readonly brief: Partial<K['authored']> }[];
  /** The states of a case, with another brief in each exercise of this kind. */
  statesWith(scenario: Exercises, change: (brief: K['brief'], state: string) => object): CompiledScenario['states'];
  /** The response of an exercise of this kind; undefined where it has not begun. */
  responseOf(responses: Readonly<Record<string, unknown>>, state: string): K['response'] | undefined;
  /** Its own field of a key; undefined where the key has none. */
  keyOf(key: object): K['key'] | undefined;
  /** What its scorer has found out, as a score report holds it. Throws where it holds nothing. */
  factsOf(facts: unknown): K['facts'];
}

/**
 * Defines a kind of exercise. Only here does what shared code holds become what the kind works with: its schemas have
 * read it, and the name of the kind stands beside it.
 */
export function defineKind<K extends KindTypes>(
  kind: string,
  { keyField }: { readonly keyField?: string } = {},
): KindDefinition<K> {
  const own = <Part extends keyof K>(held: unknown): K[Part] => held as K[Part];
  return {
    kind,
    briefOf({ states }, id) {
      const state = Object.hasOwn(states, id) ? states[id] : undefined;
      if (state?.type !== 'exercise' || state.kind !== kind)
        throw new InvariantError(`${id} is no exercise of kind ${kind}. Ask for its brief where the kind is known.`);
      return own<'brief'>(state.brief ?? {});
    },
    exercisesIn: ({ states }) =>
      Object.entries(states).flatMap(([id, state]) =>
        state.type === 'exercise' && state.kind === kind ? [{ state: id, brief: own<'brief'>(state.brief ?? {}) }] : [],
      ),
    authoredIn: (written) =>
      written.flatMap(({ state, path }) =>
        'kind' in state && state.kind === kind
          ? [{ path, brief: own<'authored'>('brief' in state ? state.brief : {}) }]
          : [],
      ),
    statesWith: ({ states }, change) =>
      Object.fromEntries(
        Object.entries(states).map(([id, state]) =>
          state.type === 'exercise' && state.kind === kind
            ? [id, { ...state, brief: { ...change(own<'brief'>(state.brief ?? {}), id) } }]
            : [id, state],
        ),
      ),
    responseOf: (responses, state) => own<'response'>(responses[state]),
    keyOf: (key) => own<'key'>(keyField === undefined ? undefined : Reflect.get(key, keyField)),
    factsOf: (facts) => own<'facts'>(required(facts, `What the scorer of ${kind} found out`)),
  };
}
