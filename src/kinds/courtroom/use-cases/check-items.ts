import type { Bundle } from '#core/bundle/bundle.ts';
import { checkId } from '#core/bundle/check-bundle.ts';
import { isChoice } from '#core/bundle/form.ts';
import { itemsOf } from '#core/courtroom/items.ts';
import type { CourtroomKey } from '#core/courtroom/key-schemas.ts';
import type { Issue } from '#core/kernel/issue.ts';

type Found = Omit<Issue, 'severity' | 'position'>;

/** Issues of the answers to the questions of a form: questions without one, and options and rules that do not exist. */
export function checkItems({ items }: CourtroomKey, bundle: Bundle, rules: readonly string[]): Found[] {
  const asked = itemsOf(bundle);
  const ids = asked.map(({ id }) => id);
  return [
    ...asked
      .filter((item) => {
        const answer = items[item.id];
        return answer === undefined || 'right' in answer !== isChoice(item);
      })
      .map(({ id }) => ({ code: 'bundle.no-answer', path: ['items'], params: { kind: 'question', id } })),
    ...Object.entries(items).flatMap(([id, answer]) => {
      const item = asked.find((one) => one.id === id);
      if (!item) return checkId('question', id, ids, ['items', id]);
      if (!('right' in answer) || !isChoice(item)) return [];
      const options = item.options.map((option) => option.id);
      return [
        ...checkId('option', answer.right, options, ['items', id, 'right']),
        ...answer.rules.flatMap((rule, n) => checkId('rule', rule, rules, ['items', id, 'rules', n])),
      ];
    }),
  ];
}
