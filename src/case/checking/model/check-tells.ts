import { isGoodAtEdge, type RatedDecision } from './decisions-with-ratings.ts';
import { phrasesOf } from './phrases.ts';
import type { Report } from './report.ts';

/** Words that judge. In an option they reveal its rating. */
const VERDICTS =
  /\b(?:correct(?:ly)?|wrong(?:ly)?|harmful(?:ly)?|unlawful(?:ly)?|illegal(?:ly)?|unethical(?:ly)?|reckless(?:ly)?|careless(?:ly)?|irresponsib(?:le|ly)|inappropriate(?:ly)?|best practice|good practice|right answer|red line|trauma-informed|victim-cent(?:re|er)ed|good option|acceptable option)\b/i;

/** Factor by which an option has to be longer or shorter than each other option to be an outlier. */
const OUTLIER_FACTOR = 1.5;

/** From this many decisions on, the good option may be the longest, or the shortest, in at most this share of them. */
const MIN_DECISIONS = 5;
const MAX_SHARE = 0.5;

/** Options that reveal their rating: by their words, their length, or their end mark. */
export function checkTells(decisions: readonly RatedDecision[], report: Report): void {
  for (const decision of decisions) {
    checkWords(decision, report);
    checkLength(decision, report);
    checkMarks(decision, report);
  }
  checkPattern(decisions, report);
}

function checkWords({ id, path, options, principle }: RatedDecision, report: Report): void {
  const phrases = phrasesOf(principle);
  for (const [n, { text, id: option }] of options.entries()) {
    const verdict = VERDICTS.exec(text)?.[0];
    const shared = verdict === undefined ? phrasesOf(text).find((phrase) => phrases.includes(phrase)) : undefined;
    const words = verdict ?? shared;
    if (words !== undefined)
      report('scenario.option-reveals-key', [...path, 'options', n, 'text'], { state: id, option, words });
  }
}

function checkLength({ id, path, options }: RatedDecision, report: Report): void {
  for (const [n, { text, rating, id: option }] of options.entries()) {
    if (rating !== 'good' && rating !== 'red') continue;
    if (options.filter((other) => other.rating === rating).length > 1) continue;
    const others = options.filter((other) => other.id !== option).map((other) => other.text.length);
    const isLong = text.length > OUTLIER_FACTOR * Math.max(...others);
    const isShort = OUTLIER_FACTOR * text.length < Math.min(...others);
    if (isLong || isShort)
      report('scenario.option-length-tells', [...path, 'options', n, 'text'], { state: id, option }, 'warning');
  }
}

/** The final character of a text, if it is not a letter or digit. */
const endMark = (text: string) => /[^\p{L}\p{N}\s]$/u.exec(text.trim())?.[0] ?? '';

function checkMarks({ id, path, options }: RatedDecision, report: Report): void {
  const marks = options.map(({ text }) => endMark(text));
  for (const [n, { rating, id: option }] of options.entries()) {
    const others = marks.filter((_, other) => other !== n);
    const isOdd = new Set(others).size === 1 && others[0] !== marks[n] && others.length >= 2;
    if (isOdd && options.filter((other) => other.rating === rating).length === 1)
      report('scenario.option-end-tells', [...path, 'options', n, 'text'], { state: id, option }, 'warning');
  }
}

/** Over the whole case: always taking the longest option, or the shortest, must not be right too often. */
function checkPattern(decisions: readonly RatedDecision[], report: Report): void {
  if (decisions.length < MIN_DECISIONS) return;
  const [first] = decisions;
  for (const how of ['longest', 'shortest'] as const) {
    const told = decisions.filter((decision) => isGoodAtEdge(decision, how));
    if (told.length / decisions.length > MAX_SHARE)
      report(
        'scenario.length-pattern-tells',
        [...(first?.path ?? [])],
        { how, count: told.length, of: decisions.length },
        'warning',
      );
  }
}
