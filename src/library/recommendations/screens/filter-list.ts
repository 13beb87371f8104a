import { translator } from '#i18n/translator.ts';
import messages from '#words/learning/recommendations.json' with { type: 'json' };

/** Ids of the parts of the page on which the filter works. */
export const LIST_PARTS = { form: 'recommendation-filter', status: 'recommendation-status' } as const;

/** What a reader asks for; an empty field asks for nothing. */
export interface AskedRecommendations {
  readonly words: string;
  readonly section: string;
  readonly standing: string;
}

/** What is known of one entry of the list. */
export type Entry = AskedRecommendations;

/** True if an entry has each of the words, in any order and case, and is of that section and standing. */
export function fits(entry: Entry, { words, section, standing }: AskedRecommendations): boolean {
  const text = entry.words.toLowerCase();
  return (
    (section === '' || entry.section === section) &&
    (standing === '' || entry.standing === standing) &&
    words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  );
}

/** Makes the form narrow the list on the page; without it the list stands whole. */
export function startFilter(page: ParentNode, form: HTMLFormElement, status: HTMLElement): void {
  const t = translator(messages);
  const parts = [...page.querySelectorAll<HTMLElement>('[data-section]')].map((part) => ({
    part,
    entries: [...part.querySelectorAll<HTMLElement>('[data-recommendation]')],
  }));

  function narrow() {
    const asked = askedIn(new FormData(form));
    let count = 0;
    for (const { part, entries } of parts) {
      const section = part.dataset['section'] ?? '';
      let shown = 0;
      for (const entry of entries) {
        const { words = '', standing = '' } = entry.dataset;
        entry.hidden = !fits({ words, section, standing }, asked);
        if (!entry.hidden) shown += 1;
      }
      part.hidden = shown === 0;
      count += shown;
    }
    const isAsked = Object.values(asked).some((value) => value.trim() !== '');
    status.textContent = isAsked ? (count === 0 ? t('fit.none') : t.count('fit', count)) : '';
  }

  form.hidden = false;
  form.addEventListener('input', narrow);
  form.addEventListener('submit', (event) => event.preventDefault());
  // A browser may bring back what stood in the fields.
  narrow();
}

function askedIn(data: FormData): AskedRecommendations {
  const field = (name: string) => String(data.get(name) ?? '');
  return { words: field('words').trim(), section: field('section'), standing: field('standing') };
}
