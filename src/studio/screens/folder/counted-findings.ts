import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/studio/folder.json' with { type: 'json' };

const t = translator(messages);

/** How much there is to mend, in words. */
export function countedFindings(errors: number, warnings: number): string {
  const counted = [
    ...(errors > 0 ? [t.count('error', errors)] : []),
    ...(warnings > 0 ? [t.count('warning', warnings)] : []),
  ];
  return sayList(counted) || t('nothing');
}
