import { translator } from '#i18n/translator.ts';
import messages from '#words/case/scored.json' with { type: 'json' };

const t = translator(messages);
const isKey = (key: string): key is keyof typeof messages => Object.hasOwn(messages, key);

/** What a briefing says of scoring. */
export interface ScoredWords {
  /** One sentence for each part that is scored; a part without words by its name. */
  readonly scored: readonly string[];
  /** Where it can be right to do nothing: said of the first part for which there are words. */
  readonly nothing: string | undefined;
}

/** What a case is scored on, in words. Pages are given the words of their case, so that they load no others. */
export function sayScored(parts: readonly string[]): ScoredWords {
  const nothing = parts.map((part) => `nothing.${part}`).find(isKey);
  const scored = parts.map((part) => {
    const key = `scored.${part}`;
    return isKey(key) ? t(key) : part;
  });
  return { scored, nothing: nothing && t(nothing) };
}
