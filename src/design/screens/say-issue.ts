import { formOf, translator } from '#i18n/translator.ts';
import type { Issue } from '#kernel/model/issue.ts';
import messages from '#words/case/issues.json' with { type: 'json' };

const say = translator(messages);

/**
 * What is wrong and what to do about it, in the words of `check-scenarios`; the code with its values where there are no
 * words. A message with forms counts what has to be written: `{needs}`. A rule about the wording of texts has a message
 * for each thing that it refuses: `{wording}`.
 */
export function sayIssue({ code, params }: Pick<Issue, 'code' | 'params'>): string {
  const form = formFor(code, params);
  if (Object.hasOwn(messages, form)) return say(form as keyof typeof messages, params);
  const values = Object.entries(params).map(([name, value]) => `${name}: ${value}`);
  return values.length > 0 ? `${code} (${values.join(', ')})` : code;
}

function formFor(code: string, params: Issue['params']): string {
  const { needs, wording } = params;
  if (typeof needs === 'number') return formOf(messages, code, needs);
  return typeof wording === 'string' && Object.hasOwn(messages, `${code}.${wording}`) ? `${code}.${wording}` : code;
}
