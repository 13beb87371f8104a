/** Whose words a line can be: those of one person, of several who write together, or of anybody. */
export type Speaker = 'I' | 'we' | 'nobody';

/** A line of a genre, cut at its facts. */
export interface Line {
  readonly written: string;
  /** Text around the facts: one piece more than there are facts. */
  readonly pieces: readonly string[];
  readonly facts: readonly string[];
  readonly register: 'any' | 'casual' | 'formal';
  /** Only in texts about another person, or about several. */
  readonly others: boolean;
  /** For a second thing in the same slot. */
  readonly short: boolean;
  /** Only in an ad that is posted again. */
  readonly again: boolean;
  /** Never beside these indicators. */
  readonly not: readonly string[];
  readonly speaker: Speaker;
}

/** Says what is wrong with a line of a genre. */
export class LineError extends Error {
  override name = 'LineError';
}

const TAG = /^\[([^\]]+)\] */;
const FACT = /\{([^{}]*)\}/;
const ONE = /\b(i|me|my|mine|myself|im|i'm|i'll|i've|i'd)\b/i;
const SEVERAL = /\b(we|us|our|ours|ourselves|we're|we'll|we've)\b/i;

/** Reads a line with its tags, such as `[casual] {name} {town} {days}`. Throws `LineError` for an unknown tag or a brace. */
export function parseLine(source: string): Line {
  let rest = source;
  let register: Line['register'] = 'any';
  const flags = { others: false, short: false, again: false };
  const not: string[] = [];
  for (let tag = TAG.exec(rest); tag; tag = TAG.exec(rest)) {
    rest = rest.slice(tag[0].length);
    const name = tag[1] as string;
    if (name === 'casual' || name === 'formal') register = name;
    else if (name === 'others' || name === 'short' || name === 'again') flags[name] = true;
    else if (name.startsWith('not ')) not.push(...name.slice(4).split(/[ ,]+/));
    else throw new LineError(`[${name}] is no tag of a line`);
  }
  const parts = rest.split(FACT);
  const pieces = parts.filter((_, n) => n % 2 === 0);
  const facts = parts.filter((_, n) => n % 2 === 1);
  if (pieces.some((piece) => /[{}]/.test(piece)) || facts.includes('')) throw new LineError('a brace stands alone');
  const words = pieces.join(' ');
  return { written: rest, pieces, facts, register, ...flags, not, speaker: speakerOf(words) };
}

function speakerOf(words: string): Speaker {
  if (ONE.test(words)) return 'I';
  return SEVERAL.test(words) ? 'we' : 'nobody';
}

/** The text of a line with its facts. */
export function fillIn({ pieces, facts }: Pick<Line, 'pieces' | 'facts'>, of: (name: string) => string): string {
  let text = pieces[0] as string;
  for (let n = 0; n < facts.length; n++) text += of(facts[n] as string) + (pieces[n + 1] as string);
  return text;
}
