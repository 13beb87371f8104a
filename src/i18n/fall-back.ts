import { SOURCE } from './locales.ts';

type Messages = Readonly<Record<string, string>>;

/** A text that a locale lacks, as it is shown in its place: the source text, its language in front. It works in attributes too. */
export const markedText = (text: string) => `⟨${SOURCE}⟩ ${text}`;

/** The messages of a locale, and for each that it lacks the marked text of the source. Keys of its own plurals stay. */
export function fallBack(own: Messages, source: Messages): Messages {
  const marked = Object.entries(source).map(([key, text]) => [key, markedText(text)]);
  return { ...Object.fromEntries(marked), ...own };
}
