import { formOf, type MessageParams, translator } from '#i18n/translator.ts';
import type { Issue } from '#kernel/model/issue.ts';
import messages from '#words/case/issues.json' with { type: 'json' };

type Messages = Readonly<Record<string, string>>;

/**
 * What is wrong and what to do about it, in the words of `check-scenarios`; the code with its values where there are no
 * words. A message with forms counts what has to be written: `{needs}`. A rule about the wording of texts has a message
 * for each thing that it refuses: `{wording}`. Issues of a kind of exercise stand in `ofKinds` under `issue.<code>`; it is
 * empty for issues that no kind reports, such as those of a locker.
 */
export function sayIssue({ code, params }: Pick<Issue, 'code' | 'params'>, ofKinds: Messages): string {
  const said = sayUnder(`issue.${code}`, params, ofKinds) ?? sayUnder(code, params, messages);
  if (said !== undefined) return said;
  const values = Object.entries(params).map(([name, value]) => `${name}: ${value}`);
  return values.length > 0 ? `${code} (${values.join(', ')})` : code;
}

/** The message of that key, in the form that goes with what has to be written; undefined where there is none. */
function sayUnder(key: string, params: MessageParams, words: Messages): string | undefined {
  const form = formFor(key, params, words);
  return Object.hasOwn(words, form) ? translator(words)(form, params) : undefined;
}

function formFor(key: string, { needs, wording }: MessageParams, words: Messages): string {
  if (typeof needs === 'number') return formOf(words, key, needs);
  return typeof wording === 'string' && Object.hasOwn(words, `${key}.${wording}`) ? `${key}.${wording}` : key;
}
