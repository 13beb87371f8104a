import { translator } from '#i18n/translator.ts';
import type { Issue } from '#kernel/model/issue.ts';
import messages from '#words/studio/text.json' with { type: 'json' };

const t = translator(messages);

/** How many faults come from another one, or may, in words. */
export function followsInWords({ issues, sure }: NonNullable<Issue['follows']>): string {
  const count = issues.length;
  if (sure) return t.count('follows', count);
  return t.count('follows.maybe', count);
}
