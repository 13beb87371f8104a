import type { Issue } from '#core/kernel/issue.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/issues.json' with { type: 'json' };

const say = translator(messages);

/** What is wrong and what to do about it; the code with its values where there are no words. */
export function sayIssue({ code, params }: Issue): string {
  if (Object.hasOwn(messages, code)) return say(code as keyof typeof messages, params);
  const values = Object.entries(params).map(([name, value]) => `${name}: ${value}`);
  return values.length > 0 ? `${code} (${values.join(', ')})` : code;
}
