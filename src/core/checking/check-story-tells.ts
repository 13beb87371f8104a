import type { Scenario } from '#core/scenario/schemas.ts';
import { stateTree } from '#core/scenario/state-tree.ts';
import { phrasesOf } from './phrases.ts';
import type { Report } from './report.ts';

/** Words by which a story praises a choice. A consequence says what happens; the debrief says what it was worth. */
const PRAISE =
  /\b(?:rightly|wisely|sensibly|well done|well chosen|well judged|good thing|it is good that|good that (?:you|he|she|it|they)|luckily|fortunately|thankfully|happily|as it should(?: be)?|as planned|to (?:your|everyone's|everybody's) relief|to your credit|exactly what (?:was|is) needed|just what (?:was|is) needed|pays off|paid off|a good decision|the right (?:choice|decision|call|step|thing)|relieved and grateful|thanks to (?:you|your))\b/i;

/** Words by which a story blames a choice. */
const BLAME =
  /\b(?:wrongly|unwisely|foolishly|unfortunately|regrettably|sadly|too bad|was a mistake|your fault|as (?:was to be|could have been) (?:feared|expected)|should have known|should never have|the wrong (?:choice|decision|call|step|thing)|backfires?|backfired|to your (?:shame|dismay))\b/i;

/**
 * Reports consequences that praise or blame a choice, and hints that contain the words of one option. Dialogue is
 * exempt: persons may judge.
 */
export function checkStoryTells(scenario: Scenario, report: Report): void {
  for (const { id, state, path } of stateTree(scenario)) {
    if (!('options' in state) || state.options === undefined) continue;
    for (const [n, { id: option, then }] of state.options.entries()) {
      const words = (PRAISE.exec(then) ?? BLAME.exec(then))?.[0];
      if (words !== undefined)
        report('scenario.consequence-judges', [...path, 'options', n, 'then'], { state: id, option, words }, 'warning');
    }
    if (!('hints' in state) || state.hints === undefined) continue;
    const phrases = state.options.map(({ text }) => new Set(phrasesOf(text)));
    for (const [n, { text }] of state.hints.entries())
      for (const phrase of phrasesOf(text)) {
        const holding = [...phrases.keys()].filter((option) => phrases[option]?.has(phrase));
        const option = state.options[holding[0] ?? -1];
        if (holding.length !== 1 || option === undefined) continue;
        const params = { state: id, option: option.id, words: phrase };
        report('scenario.hint-names-option', [...path, 'hints', n, 'text'], params, 'warning');
        break;
      }
  }
}
