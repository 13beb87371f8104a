/** Form of an option: what can be measured without understanding it. */
export interface OptionForm {
  /** Its index among the options of its decision. */
  readonly position: number;
  /** In characters. */
  readonly length: number;
  readonly clauses: number;
  readonly givesReason: boolean;
  /** Number of hedging words. */
  readonly hedges: number;
}

/** Words that begin or join a part of a sentence. */
const JOINING =
  'and|but|or|because|so|that|which|who|whom|whose|what|how|why|whether|when|where|while|before|after|until|if|unless|once|since|though|although';

/** A punctuation mark inside a sentence with an optional joining word after it, or such a word alone. */
const BOUNDARIES = new RegExp(String.raw`[,;:–—]\s+(?:(?:${JOINING})\b)?|[.!?]\s+(?=\S)|\s(?:${JOINING})\b`, 'giu');

/** Words of time after which "since" is temporal and not causal. */
const TIMES =
  'then|last|yesterday|noon|midnight|mon|tues|wednes|thurs|fri|satur|sun|january|february|march|april|may|june|july|august|september|october|november|december';

/**
 * "As" after a comma gives a reason, unless it says how: "as he does most weeks", "as far as it goes", "as a single
 * digit".
 */
const AS = String.raw`, as (?!an? (?:\w+ )?\w+[.,;]|far\b|well\b|long\b|soon\b|usual\b|before\b|if\b|(?:he|she|it|they|you|we) (?:do|does|did|tell|tells|say|says)\b)`;

/** "So" after a comma or another mark, followed by a subject: a purpose or a result. */
const SO = String.raw`[,;:] (?:and )?so (?:the|an?|it|he|she|they|you|we|nobody|somebody|no|all|each|every\w*|this|there|his|her|its|their|your|our)\b`;

const REASON = new RegExp(
  String.raw`\bbecause\b|\bso that\b|\bso as to\b|\bin order (?:to|that)\b|\bgiven that\b|\bdue to\b|\bsince (?!\d|(?:${TIMES}))|^since |${AS}|${SO}`,
  'iu',
);

const HEDGES =
  /\b(?:may|might|could|perhaps|possibly|probably|hardly|seems?|rather|somewhat|about|almost|for now|if|unless|as far as|in any case|at most|at least|only|just)\b/giu;

/**
 * Approximate number of clauses of a text: one, plus one for each comma, semicolon, colon, dash or full stop inside it
 * and for each joining word ("and", "because", "that", "which", "when" and similar); a mark directly followed by such a
 * word counts once. A list counts its items too: the measure is how much an option seems to contain, not its grammar.
 * The joining words are English; in other languages only the marks count.
 */
export function clausesOf(text: string): number {
  return 1 + (text.trim().match(BOUNDARIES)?.length ?? 0);
}

/**
 * True if an option gives a reason or purpose: "because", "so that", "in order to", "since", ", as", ", so they".
 * English only.
 */
export function givesReason(text: string): boolean {
  return REASON.test(text);
}

/** The form of an option at an index of its decision. */
export function formOf(text: string, position: number): OptionForm {
  return {
    position,
    length: text.length,
    clauses: clausesOf(text),
    givesReason: givesReason(text),
    hedges: text.match(HEDGES)?.length ?? 0,
  };
}
