import { type ConditionTerm, readCondition } from './condition.ts';
import type { FileValue } from './edit.ts';
import { type Fields, fieldsAt, isFields, type StudioStory } from './studio-case.ts';

/** The values of the facts of a story at one point of a path; a missing fact is unknown. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** The facts with which a story begins. */
export function factsAtStart(story: StudioStory): Facts {
  return Object.fromEntries(
    Object.entries(fieldsAt(story, 'variables')).flatMap(([name, held]) => {
      const value = isFields(held) ? plainValue(held.initial) : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The facts after an act that sets some of them. A fact that is set to a formula becomes unknown. */
export function factsAfter(before: Facts, effects: Fields): Facts {
  const after: Record<string, string | number | boolean> = { ...before };
  for (const [name, held] of Object.entries(effects)) {
    const value = plainValue(held) ?? moreOrLess(name, String(held), before);
    if (value === undefined) delete after[name];
    else after[name] = value;
  }
  return after;
}

/** Evaluates a condition; undefined if it is a complex formula or uses an unknown fact. */
export function holds(formula: string, facts: Facts): boolean | undefined {
  const terms = readCondition(formula);
  if (!terms) return undefined;
  const each = terms.map((term) => termHolds(term, facts));
  if (each.includes(false)) return false;
  return each.includes(undefined) ? undefined : true;
}

function termHolds({ variable, is, value }: ConditionTerm, facts: Facts): boolean | undefined {
  const fact = Object.hasOwn(facts, variable) ? facts[variable] : undefined;
  return fact === undefined ? undefined : (fact === (value ?? true)) === is;
}

const QUOTED = /^(["'])([a-z][a-z0-9-]*)\1$/;

/** A literal value, or the value of a formula that is a literal. A bare word may be a formula and gives undefined. */
function plainValue(held: FileValue | undefined): string | number | boolean | undefined {
  if (typeof held === 'boolean' || typeof held === 'number') return held;
  if (typeof held !== 'string') return undefined;
  if (held === 'true' || held === 'false') return held === 'true';
  if (/^-?\d+$/.test(held)) return Number(held);
  return QUOTED.exec(held)?.[2];
}

const STEP = /^([a-z][A-Za-z0-9]*)\s*([+-])\s*(\d+)$/;

function moreOrLess(name: string, formula: string, facts: Facts): number | undefined {
  const [, of, sign, by] = STEP.exec(formula) ?? [];
  const now = facts[name];
  if (of !== name || typeof now !== 'number') return undefined;
  return sign === '+' ? now + Number(by) : now - Number(by);
}
