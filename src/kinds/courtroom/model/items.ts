import type { Bundle } from '#evidence/court-file/model/bundle.ts';
import {
  type ChoiceItem,
  type FormItem,
  ITEM_PARTS,
  type ItemPart,
  isChoice,
} from '#evidence/court-file/model/form.ts';
import { type Criterion, scale } from '#kernel/model/criterion.ts';
import type { CourtroomKey } from './key-schemas.ts';
import type { CourtroomResponse } from './play.ts';

type Answers = Pick<CourtroomResponse, 'items'>;
type Key = Pick<CourtroomKey, 'items'>;

/** The questions of a form; none in a bundle that is no form. */
export const itemsOf = ({ form }: Pick<Bundle, 'form'>): readonly FormItem[] => form?.items ?? [];

/** The right option of a question; undefined for a question without one. */
export function rightOption({ items }: Key, id: string): string | undefined {
  const answer = items[id];
  return answer && 'right' in answer ? answer.right : undefined;
}

/** What was answered in one part of the questions. */
export interface ItemPartFact {
  readonly part: ItemPart;
  readonly right: number;
  readonly answered: number;
  readonly of: number;
}

/** What was answered, part by part. The question about a new fact has no right answer and is left out. */
export function itemFacts(response: Answers, key: Key, bundle: Pick<Bundle, 'form'>): ItemPartFact[] {
  return ITEM_PARTS.flatMap((part) => {
    const asked = choicesOf(bundle, part);
    const given = asked.filter(({ id, options }) => options.some((option) => option.id === response.items[id]));
    const right = given.filter(({ id }) => response.items[id] === rightOption(key, id)).length;
    return asked.length > 0 ? [{ part, right, answered: given.length, of: asked.length }] : [];
  });
}

/**
 * A criterion for each part of the questions; none for a bundle that is no form. The baseline is the best play that
 * always takes the option at the same place, capped at one below the number of questions, so that every part can be
 * scored.
 */
export function itemCriteria(
  response: Answers,
  key: Key,
  bundle: Pick<Bundle, 'form'>,
  evidence: readonly number[],
): Criterion[] {
  return itemFacts(response, key, bundle).map(({ part, right, of }) => {
    const places = choicesOf(bundle, part).map(({ id, options }) =>
      options.findIndex((option) => option.id === rightOption(key, id)),
    );
    const alike = Math.max(...places.map((place) => places.filter((one) => one === place).length));
    return scale(`courtroom.items.${part}`, right, Math.min(alike, of - 1), of, [...evidence]);
  });
}

const choicesOf = (bundle: Pick<Bundle, 'form'>, part: ItemPart): ChoiceItem[] =>
  itemsOf(bundle)
    .filter(isChoice)
    .filter((item) => item.part === part);
