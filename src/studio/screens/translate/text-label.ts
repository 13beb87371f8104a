import { translator } from '#i18n/translator.ts';
import { optionLetter, type StudioStory } from '#studio/model/studio-case.ts';
import type { TranslatedText } from '#studio/model/translation.ts';
import { roleWords } from '#studio/screens/known-words.ts';
import messages from '#words/studio/translate.json' with { type: 'json' };

const t = translator(messages);

/** What a text of a case is, as its card calls it: "Option B", "What is said, line 2", "What happens, for: Prosecutor". */
export function textLabel(story: StudioStory, { path, scene, name }: TranslatedText): string {
  const field = String(path.at(-1));
  const list = String(path.at(-3));
  const n = Number(path.at(-2)) + 1;
  if (list === 'options') {
    const option = name.split('.').at(-2) ?? '';
    const letter = optionLetter(story.states[scene ?? ''] ?? { type: '' }, option) ?? option;
    return t(field === 'then' ? 'field.option-then' : 'field.option', { letter });
  }
  if (list === 'hints') return t('field.hint', { n });
  if (list === 'stages') return t('field.stage', { n });
  const isOfRole = path[0] === 'role' || path[0] === 'roles';
  const known = isOfRole && field === 'text' ? 'role-text' : field;
  const what = Object.hasOwn(messages, `field.${known}`) ? t(`field.${known as 'text'}`) : field;
  if (path[0] === 'role') return t('field.first-role', { what });
  const said = list === 'talk' ? t('field.line', { what, n }) : what;
  const role = roleIn(path);
  return role === undefined ? said : t('field.role', { what: said, role: roleWords(role) });
}

/** The role that alone reads a text; undefined for a text for all. */
function roleIn(path: TranslatedText['path']): string | undefined {
  const at = path.findIndex((step) => step === 'views' || step === 'roles');
  return at < 0 ? undefined : String(path[at + 1]);
}
