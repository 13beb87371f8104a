import type { TreeState } from '#case/language/model/state-tree.ts';
import { answerInHint } from './answer-in-hint.ts';
import { judgingWords } from './judging-words.ts';
import type { Report } from './report.ts';

/**
 * Reports consequences and ends that praise or blame a choice, and hints that name an answer: an option, or an ad of an
 * exercise. Persons may judge, in dialogue and between quotation marks.
 */
export function checkStoryTells(tree: readonly TreeState[], report: Report): void {
  for (const { id, state, path } of tree) {
    if (state.type === 'end') {
      const words = judgingWords(state.text);
      if (words !== undefined) report('scenario.end-judges', [...path, 'text'], { state: id, words }, 'warning');
    }
    const options = 'options' in state ? (state.options ?? []) : [];
    for (const [n, { id: option, then }] of options.entries()) {
      const words = judgingWords(then);
      if (words !== undefined)
        report('scenario.consequence-judges', [...path, 'options', n, 'then'], { state: id, option, words }, 'warning');
    }
    if (!('hints' in state) || state.hints === undefined) continue;
    const told = 'question' in state ? `${state.text} ${state.question}` : state.text;
    for (const [n, { text }] of state.hints.entries()) {
      const at = [...path, 'hints', n, 'text'];
      const found = answerInHint(text, options, told);
      if (found) report(found.code, at, { state: id, ...found.params }, 'warning');
    }
  }
}
