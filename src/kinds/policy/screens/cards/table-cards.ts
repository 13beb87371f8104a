import type { TableCards } from '#case/exercise/screens/table-cards.ts';
import type { PolicyBrief } from '#kinds/policy/model/schemas.ts';
import TableSheets from './TableSheets.svelte';

/** A table-top on paper, with the law of the two States. */
export const POLICY_TABLE_CARDS: TableCards = {
  open: { sheets: TableSheets, propsOf: ({ law }: PolicyBrief) => ({ law }) },
};
