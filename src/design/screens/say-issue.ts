import { formOf, translator } from '#i18n/translator.ts';
import type { Issue } from '#kernel/model/issue.ts';
import messages from '#words/case/issues.json' with { type: 'json' };

const say = translator(messages);

/**
 * What is wrong and what to do about it, in the words of `check-scenarios`; the code with its values where there are no
 * words. A message with forms counts what has to be written: `{needs}`.
 */
export function sayIssue({ code, params }: Pick<Issue, 'code' | 'params'>): string {
  const form = typeof params['needs'] === 'number' ? formOf(messages, code, params['needs']) : code;
  if (Object.hasOwn(messages, form)) return say(form as keyof typeof messages, params);
  const values = Object.entries(params).map(([name, value]) => `${name}: ${value}`);
  return values.length > 0 ? `${code} (${values.join(', ')})` : code;
}
