import { UNDER_EIGHTEEN } from './number-words.ts';

/** Whole words. A blank stands for everything that may part two words: see `spacedOut`. */
export const wording = (...sources: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

/** Beginnings of words, for the search of what a slow pattern may find. */
export const beginnings = (...stems: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${stems.join('|')})`, 'giu');

/** Somebody, as texts about this field name persons. */
export const PERSONS =
  '(?:persons?|people|wom[ae]n|m[ae]n|workers?|(?:im|e)?migrants?|foreigners?|refugees?|asylum seekers?|guests?|companions?|advertisers?|survivors?|possible victims?|victims?|girls?|boys?|lad(?:y|ies)|daughters?|sons?|mothers?|famil(?:y|ies)|strangers?|employees?|labou?rers?|helpers?|sisters?|brothers?|friends?|others?|colleagues?|cleaners?|nann(?:y|ies)|maids?)';

/** Somebody to whom something is done, as the object of a verb. */
export const OBJECT = `(?:her|him|them|me|you|us|somebody|someone|anybody|anyone|everybody|everyone|(?:the |a |an |this |that |these |those |his |her |their |other |two |three |many |all ){0,2}(?:\\p{L}{2,14} )?${PERSONS})`;

/** Somebody as the subject of a sentence. */
export const SUBJECT = `(?:she|he|who|they|i|we|you|somebody|someone|everybody|(?:the |a |an |this |that |these |those |each |every ){0,1}(?:\\p{L}{2,14} )?${PERSONS})`;

/** Forms of "to be", with the short ones. */
export const IS = '(?:is|are|was|were|am|be|been|being|gets?|got|had been|has been|have been)';

/** Words for a minor that a text may use of offices and duties, and never of a person who is described. */
export const MINORS =
  '(?:child(?:ren)?|minors?|kids?|infants?|toddlers?|teens?|teenagers?|adolescents?|juveniles?|pupils?|youngsters?|young persons?|young people)';

/** A number from four to seventeen, in figures or in words. Three or fewer are far more often a count than an age. */
export const YOUNG = `(?:1[0-7]|[4-9]|${UNDER_EIGHTEEN.en.slice(4).join('|').replaceAll('[- ]{0,2}', '[- ]?')})`;
