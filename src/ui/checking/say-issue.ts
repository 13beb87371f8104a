import type { Issue } from '#core/kernel/issue.ts';
import messages from '#i18n/messages/en/issues.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';

const say = translator(messages);

/** What is wrong and what to do about it, in the words of `check-scenarios`; the code alone where there are no words. */
export function sayIssue({ code, params }: Issue): string {
  return Object.hasOwn(messages, code) ? say(code as keyof typeof messages, params) : code;
}
