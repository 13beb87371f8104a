import type { Issue } from '#core/kernel/issue.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/issues.json' with { type: 'json' };

const say = translator(messages);

/** What is wrong and what to do about it, in the words of `check-scenarios`; the code alone where there are no words. */
export function sayIssue({ code, params }: Issue): string {
  return Object.hasOwn(messages, code) ? say(code as keyof typeof messages, params) : code;
}
