import messages from '#i18n/messages/en/author.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';

const t = translator(messages);

/** How much there is to mend, in words. */
export function countedFindings(errors: number, warnings: number): string {
  const counted = [
    ...(errors > 0 ? [t(errors === 1 ? 'error.one' : 'error.many', { count: errors })] : []),
    ...(warnings > 0 ? [t(warnings === 1 ? 'warning.one' : 'warning.many', { count: warnings })] : []),
  ];
  return counted.join(', ') || t('nothing');
}
