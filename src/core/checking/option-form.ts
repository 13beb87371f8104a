/** What can be told of an option without understanding it. */
export interface OptionForm {
  /** Its place among the options of its decision, from 0. */
  readonly position: number;
  /** Characters. */
  readonly length: number;
  readonly clauses: number;
  readonly givesReason: boolean;
  /** How many words in it soften what it says. */
  readonly hedges: number;
}

/** Words that begin or join a part of a sentence. */
const JOINING =
  'and|but|or|because|so|that|which|who|whom|whose|what|how|why|whether|when|where|while|before|after|until|if|unless|once|since|though|although';

/** A mark inside a sentence with the joining word behind it, or such a word alone. */
const BOUNDARIES = new RegExp(String.raw`[,;:–—]\s+(?:(?:${JOINING})\b)?|[.!?]\s+(?=\S)|\s(?:${JOINING})\b`, 'giu');

/** Words of time after which "since" says from when and not why. */
const TIMES =
  'then|last|yesterday|noon|midnight|mon|tues|wednes|thurs|fri|satur|sun|january|february|march|april|may|june|july|august|september|october|november|december';

/** "As" after a comma gives a reason, unless it says how: "as he does most weeks", "as far as it goes", "as a single digit". */
const AS = String.raw`, as (?!an? (?:\w+ )?\w+[.,;]|far\b|well\b|long\b|soon\b|usual\b|before\b|if\b|(?:he|she|it|they|you|we) (?:do|does|did|tell|tells|say|says)\b)`;

/** "So" after a comma, or behind a mark, followed by somebody or something that does something: a purpose or a result. */
const SO = String.raw`[,;:] (?:and )?so (?:the|an?|it|he|she|they|you|we|nobody|somebody|no|all|each|every\w*|this|there|his|her|its|their|your|our)\b`;

const REASON = new RegExp(
  String.raw`\bbecause\b|\bso that\b|\bso as to\b|\bin order (?:to|that)\b|\bgiven that\b|\bdue to\b|\bsince (?!\d|(?:${TIMES}))|^since |${AS}|${SO}`,
  'iu',
);

const HEDGES =
  /\b(?:may|might|could|perhaps|possibly|probably|hardly|seems?|rather|somewhat|about|almost|for now|if|unless|as far as|in any case|at most|at least|only|just)\b/giu;

/**
 * How many clauses a text has, about: one, and one more for each comma, semicolon, colon, dash or full stop inside it and
 * for each joining word ("and", "because", "that", "which", "when" and their like); a mark with such a word right behind
 * it counts once. A list counts its parts too: what is measured is how much an option looks to hold, not its grammar.
 * The joining words are English; in another language only the marks count.
 */
export function clausesOf(text: string): number {
  return 1 + (text.trim().match(BOUNDARIES)?.length ?? 0);
}

/** Whether an option says why or what for: "because", "so that", "in order to", "since", ", as", ", so they". English only. */
export function givesReason(text: string): boolean {
  return REASON.test(text);
}

/** The form of an option that stands at that place of its decision. */
export function formOf(text: string, position: number): OptionForm {
  return {
    position,
    length: text.length,
    clauses: clausesOf(text),
    givesReason: givesReason(text),
    hedges: text.match(HEDGES)?.length ?? 0,
  };
}
