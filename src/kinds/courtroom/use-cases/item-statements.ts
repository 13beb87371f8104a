import type { ReviewStatement } from '#case/plug/model/review-statement.ts';
import type { Bundle } from '#evidence/court-file/model/bundle.ts';
import { isChoice } from '#evidence/court-file/model/form.ts';
import { itemsOf } from '#kinds/courtroom/model/items.ts';
import type { CourtroomKey } from '#kinds/courtroom/model/key-schemas.ts';

/** Every question of a form with the answer of the key; of one about a new fact, the authors' direction. */
export function itemStatements(bundle: Bundle, { items }: CourtroomKey): ReviewStatement[] {
  return itemsOf(bundle).flatMap((item): ReviewStatement[] => {
    const answer = items[item.id];
    if (!answer) return [];
    const stated = {
      id: `courtroom.item.${item.id}`,
      kind: 'kind',
      topic: 'courtroom.item',
      about: item.asks,
      reason: answer.why,
      sources: answer.sources,
    } as const;
    if (isChoice(item)) {
      const right = 'right' in answer ? item.options.find(({ id }) => id === answer.right) : undefined;
      return right ? [{ ...stated, text: right.text, rating: 'right' }] : [];
    }
    const direction = 'direction' in answer ? answer.direction : 0;
    return [{ ...stated, text: item.fact, answer: { id: `courtroom.shift.${direction}` } }];
  });
}
