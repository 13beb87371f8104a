import { translator } from '#i18n/translator.ts';
import type { Band } from '#market/signs/model/bands.ts';
import messages from '#words/case/bands.json' with { type: 'json' };

const t = translator(messages);

/** What a reader answers for an ad, in words; `unknown` is that more is needed to tell. */
export const bandWords = (band: Band | 'unknown'): string => t(`band.${band}`);
