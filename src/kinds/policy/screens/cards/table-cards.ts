import type { PolicyBrief } from '#core/policy/schemas.ts';
import type { TableCards } from '#ui/paper/table-cards.ts';
import TableSheets from './TableSheets.svelte';

/** A table-top on paper, with the law of the two States. */
export const POLICY_TABLE_CARDS: TableCards = {
  open: { sheets: TableSheets, propsOf: (brief) => ({ law: (brief as unknown as PolicyBrief).law }) },
};
