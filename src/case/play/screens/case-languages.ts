import type { LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import type { CaseLanguage } from './case-language.ts';

/** The languages in which a case can be read, its own first. */
export function caseLanguages({
  source,
  translations,
}: Pick<LoadedCase, 'source' | 'translations'>): [CaseLanguage, ...CaseLanguage[]] {
  const { locale, title, summary } = source;
  return [
    { locale, name: nameOf(locale), title, summary, missing: 0, stale: 0 },
    ...translations.map(
      (other): CaseLanguage => ({
        locale: other.locale,
        name: nameOf(other.locale),
        title: other.title,
        summary: other.summary,
        missing: other.missing.length,
        stale: other.stale.length,
      }),
    ),
  ];
}

/** The name of a language in itself. */
function nameOf(locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
}
