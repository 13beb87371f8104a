import { type Fields, fieldsAt, isFields, listAt, type StudioStory, textAt } from './studio-case.ts';

/** One comparison: a variable has this value, or another one. */
export interface ConditionTerm {
  readonly variable: string;
  readonly is: boolean;
  /** A word or number; undefined for a boolean variable. */
  readonly value?: string | number;
}

const TERM =
  /^(!?)([a-z][A-Za-z0-9]*)$|^([a-z][A-Za-z0-9]*)\s*(==|!=)\s*(?:"([a-z][a-z0-9-]*)"|'([a-z][a-z0-9-]*)'|(-?\d+))$/;

/**
 * The terms of a condition that says one thing or several that hold together, such as `phoneAnswered && !notified`;
 * undefined for any other formula, which then is edited as it is written.
 */
export function readCondition(formula: string): readonly ConditionTerm[] | undefined {
  if (formula.trim() === '') return [];
  const terms = formula.split('&&').map((part) => readTerm(part.trim()));
  return terms.every((term) => term !== undefined) ? terms : undefined;
}

function readTerm(written: string): ConditionTerm | undefined {
  const found = TERM.exec(written);
  if (!found) return undefined;
  const [, not, yesOrNo, variable, sign, word, quoted, number] = found;
  if (yesOrNo !== undefined) return { variable: yesOrNo, is: not === '' };
  const value = number === undefined ? (word ?? quoted ?? '') : Number(number);
  return { variable: variable ?? '', is: sign === '==', value };
}

/** The formula of terms that hold together; empty for none. */
export const writeCondition = (terms: readonly ConditionTerm[]): string => terms.map(writeTerm).join(' && ');

function writeTerm({ variable, is, value }: ConditionTerm): string {
  if (value === undefined) return is ? variable : `!${variable}`;
  return `${variable} ${is ? '==' : '!='} ${typeof value === 'number' ? value : `"${value}"`}`;
}

/** A variable as shown to an author. */
export interface StudioVariable {
  readonly name: string;
  /** The fact in the author's words, such as "the phone was answered"; the name where there are none. */
  readonly says: string;
  readonly type: 'bool' | 'int' | 'one-of';
  /** Values that it can have; for a number from one to another, both ends. */
  readonly values: readonly (string | number | boolean)[];
}

/** The variables of a story, in its order. */
export function variablesOf(story: StudioStory): readonly StudioVariable[] {
  return Object.entries(fieldsAt(story, 'variables')).flatMap(([name, held]) =>
    isFields(held) ? [{ name, says: textAt(held, 'says') || inWords(name), ...valuesOf(held) }] : [],
  );
}

function valuesOf(held: Fields): Pick<StudioVariable, 'type' | 'values'> {
  if (held.type === 'one-of')
    return {
      type: 'one-of',
      values: [...new Set(listAt(held, 'values'))].filter((value) => typeof value === 'string'),
    };
  if (held.type === 'int') return { type: 'int', values: [Number(held.min), Number(held.max)] };
  return { type: 'bool', values: [true, false] };
}

/** `phoneAnswered` as "phone answered". */
const inWords = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
