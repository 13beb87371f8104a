import type { Issue } from '#core/kernel/issue.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/author.json' with { type: 'json' };

const t = translator(messages);

/** How many faults come from another one, or may, in words. */
export function followsInWords({ issues, sure }: NonNullable<Issue['follows']>): string {
  const count = issues.length;
  if (sure) return t(count === 1 ? 'follows.one' : 'follows.many', { count });
  return t(count === 1 ? 'follows.maybe.one' : 'follows.maybe.many', { count });
}
