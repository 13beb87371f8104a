import type { SumQuestion } from '#evidence/court-file/model/bundle.ts';
import { sayNumber } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/kinds/courtroom.json' with { type: 'json' };

const t = translator(messages);

/** An amount with its unit. */
export const amountWords = (amount: number, unit: SumQuestion['unit']): string =>
  unit === 'ads' ? t.count('sum.ads', amount) : t(`sum.${unit}`, { n: sayNumber(amount) });
