import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import type { FindingCounts } from '#studio/use-cases/studio-work.ts';
import messages from '#words/studio/folder.json' with { type: 'json' };

const t = translator(messages);

/** What the checker found in a case; or what it said when it could not go on. */
export type Found = FindingCounts | { readonly failed: string };

/** How much there is to mend, in words. */
export function countedFindings(errors: number, warnings: number): string {
  const counted = [
    ...(errors > 0 ? [t.count('error', errors)] : []),
    ...(warnings > 0 ? [t.count('warning', warnings)] : []),
  ];
  return sayList(counted) || t('nothing');
}
