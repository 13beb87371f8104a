import type { Bundle } from '#evidence/court-file/model/bundle.ts';
import { checkId } from '#evidence/court-file/model/check-bundle.ts';
import { isChoice } from '#evidence/court-file/model/form.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { itemsOf } from '#kinds/courtroom/model/items.ts';
import type { CourtroomKey } from '#kinds/courtroom/model/key-schemas.ts';

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
