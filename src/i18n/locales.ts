/** The locale that every message is first written in. Where another lacks one, its text stands in, marked. */
export const SOURCE = 'en';

/** The locales that are shipped, each built as a site of its own. The source stands at the root, any other under its name. */
export const LOCALES: readonly string[] = [SOURCE];

/** Folder of the messages of a locale, from the root of the project. Those of a kind of exercise lie with the kind. */
export const messagesOf = (locale: string) => `src/i18n/words/${locale}`;

/** The file in which a kind has the words of its own screens. */
const OF_SCREENS = 'screens.json';

/**
 * The name under which code imports a file of messages of a kind, after `#words/`: `kinds/ledger.json` for the words of its
 * own screens, and `kinds/ledger/debrief.json` for others.
 */
export const nameOfKindFile = (kind: string, file: string): string =>
  file === OF_SCREENS ? `kinds/${kind}.json` : `kinds/${kind}/${file}`;

/** The file of a locale for the messages that code imports as `#words/<name>`, from the root of the project. */
export function messageFile(name: string, locale: string): string {
  const [, kind, file = OF_SCREENS] = /^kinds\/([^/]+?)(?:\.json|\/([^/]+\.json))$/.exec(name) ?? [];
  return kind === undefined ? `${messagesOf(locale)}/${name}` : `src/kinds/${kind}/words/${locale}/${file}`;
}

/** Path below which the site of a locale stands; `base` is that of all of them. Both begin and end with a slash. */
export const baseOf = (locale: string, base: string) => (locale === SOURCE ? base : `${base}${locale}/`);
