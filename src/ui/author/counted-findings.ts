import { translator } from '#i18n/translator.ts';
import messages from '#words/author.json' with { type: 'json' };

const t = translator(messages);

/** How much there is to mend, in words. */
export function countedFindings(errors: number, warnings: number): string {
  const counted = [
    ...(errors > 0 ? [t(errors === 1 ? 'error.one' : 'error.many', { count: errors })] : []),
    ...(warnings > 0 ? [t(warnings === 1 ? 'warning.one' : 'warning.many', { count: warnings })] : []),
  ];
  return counted.join(', ') || t('nothing');
}
