import { translator } from '#i18n/translator.ts';
import type { SayWords } from '#library/review/model/wording-statements.ts';
import messages from '#words/library/wordings.json' with { type: 'json' };

const t = translator<Readonly<Record<string, string>>>(messages);

/**
 * Says a message of the forms of wordings. A fact or a genre without words is said by its id, so that a new one does not
 * stop a build: `tests/unit/library/review/use-cases/wordings-subject.test.ts` names it.
 */
export const sayOfWordings: SayWords = (key, params) =>
  Object.hasOwn(messages, key) ? t(key, params) : key.slice(key.indexOf('.') + 1);
