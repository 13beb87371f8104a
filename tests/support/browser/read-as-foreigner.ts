import type { Page } from '@playwright/test';
import { markedText } from '#i18n/fall-back.ts';
import { SOURCE } from '#i18n/locales.ts';

/** What is no text of the interface: code, keys, the name of the kit. */
const NO_TEXT = 'script, style, template, noscript, code, kbd, .wordmark, input[type="search"]';

/**
 * Every text of the page that a reader sees or hears, and that no `lang` calls a text of the source: what stands between
 * tags, names of controls, titles and hints in fields.
 */
function textsOfPage(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ source, noText }) => {
      const isMeant = (element: Element | null) =>
        element !== null &&
        element.closest(noText) === null &&
        element.closest('[lang]')?.getAttribute('lang') !== source &&
        element.checkVisibility();
      const found: string[] = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let at = texts.nextNode(); at; at = texts.nextNode())
        if (at instanceof Text && isMeant(at.parentElement) && !at.parentElement?.closest('svg')) found.push(at.data);
      // In a drawing a text is broken into lines by hand: those of one kind, one after another.
      let line: Element | undefined;
      for (const drawn of document.body.querySelectorAll('svg text')) {
        if (!isMeant(drawn)) continue;
        const goesOn =
          line?.parentElement === drawn.parentElement && line?.getAttribute('class') === drawn.getAttribute('class');
        if (goesOn) found.push(`${found.pop()} ${drawn.textContent}`);
        else found.push(drawn.textContent);
        line = drawn;
      }
      for (const element of document.body.querySelectorAll('*'))
        if (isMeant(element))
          for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-th'])
            found.push(element.getAttribute(name) ?? '');
      return found.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '');
    },
    { source: SOURCE, noText: NO_TEXT },
  );
}

/** Three letters or more without an accent, beside no letter, no sign of an address and no digit. */
const PLAIN_WORD = /(?<![\p{L}\p{N}_./:#@-])[A-Za-z]{3,}(?![\p{L}\p{N}_/:@-]|\.\w)/gu;

/** Names that are the same in every language. */
const NAMES = new Set(['Checkathon', 'UTC', 'SHA', 'HTTP', 'WARC', 'CSV', 'JSON']);

/** The words of the page that are plain English, and neither content nor marked as a text of the source. */
export async function englishOn(page: Page, isContent: ContentWords): Promise<string[]> {
  const texts = await textsOfPage(page);
  const mark = markedText('');
  return [...new Set(texts)].flatMap((text) => {
    if (text.includes(mark)) return [];
    const ours = isContent.without(text.replaceAll(/https?:\/\/\S+/g, ' '));
    const plain = (ours.match(PLAIN_WORD) ?? []).filter((word) => !NAMES.has(word) && !MONTHS.has(word));
    return plain.length > 0 ? [`${plain.join(' ')}: ${text}`] : [];
  });
}

/** Short names of months in the locale whose dates the pages show. */
const MONTHS = new Set(
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat('pl', { month: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2031, month, 15))),
  ),
);

/** Texts of cases, markets and the catalogue: they have a language of their own, whatever that of the page is. */
export class ContentWords {
  readonly #texts: ReadonlySet<string>;
  readonly #sayings: readonly string[];
  readonly #names: ReadonlySet<string>;

  constructor(...documents: readonly unknown[]) {
    const found = new Set<string>();
    const collect = (part: unknown): void => {
      if (typeof part === 'string') for (const line of part.split('\n')) found.add(line.replaceAll(/\s+/g, ' ').trim());
      else if (typeof part === 'object' && part !== null) for (const below of Object.values(part)) collect(below);
    };
    for (const document of documents) collect(document);
    this.#texts = found;
    this.#sayings = [...found].filter((text) => text.includes(' ')).sort((a, b) => b.length - a.length);
    this.#names = new Set([...found].filter((text) => /^[A-Z]\w+$/.test(text)));
  }

  /** What is left of a text without what is content: the whole, sayings in it, and names. One word in it may be ours. */
  without(text: string): string {
    if (this.#texts.has(text)) return '';
    const left = this.#sayings.reduce((rest, content) => rest.replaceAll(content, ' '), text);
    return left.replaceAll(/[A-Z]\w+/g, (word) => (this.#names.has(word) ? ' ' : word));
  }
}

/** What stands out of the window at its side, where the page is wider than the window. */
export const outsideOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth = 0, clientWidth = 0 } = document.scrollingElement ?? {};
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    return outside.map((element) => `${element.outerHTML.slice(0, 80)} at ${element.getBoundingClientRect().right}`);
  });
