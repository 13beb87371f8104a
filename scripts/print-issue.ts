import type { Issue } from '#core/kernel/issue.ts';
import messages from '#i18n/messages/en/issues.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';
import { oneLine } from './print-text.ts';

const say = translator(messages);

/** One line: `FILE:LINE:COL code sentence. Cure.` Whatever an author's text holds, it stays one line and reaches no terminal as a command. */
export function printIssue(issue: Issue): string {
  const { file = '', line = 1, column = 1 } = issue.position ?? {};
  const sentence = say(issue.code as keyof typeof messages, issue.params);
  return oneLine(`${file}:${line}:${column} ${issue.code} ${sentence}`);
}
