import { translator } from '#i18n/translator.ts';
import messages from '#words/site/search.json' with { type: 'json' };
import type { Hit } from './find-pages.ts';
import { loadSearch } from './load-search.ts';

const t = translator(messages);

/** How long to wait after a key before searching, so that a screen reader is not told every letter. */
const PAUSE_AFTER_KEY = 250;

/** The parts of the page that search works on, and the root of the site. */
export interface SearchPage {
  readonly root: URL;
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  readonly status: HTMLElement;
  readonly list: HTMLElement;
}

/** Makes the search form of the page answer on the page itself. */
export function startSearchPage({ root, form, field, status, list }: SearchPage) {
  const here = new URL(location.href);
  const indexAddress = new URL('search/index.json', root);
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function search(query: string) {
    latest += 1;
    const turn = latest;
    if (query.trim() === '') return show('', []);
    try {
      const find = await loadSearch(indexAddress);
      if (turn !== latest) return;
      const { hits, nearOnly } = find(query);
      show(countInWords(hits.length, query, nearOnly), hits);
    } catch {
      if (turn === latest) show(t('failed'), []);
    }
  }

  function show(words: string, hits: readonly Hit[]) {
    status.textContent = words;
    list.replaceChildren(...hits.map((hit) => hitElement(hit, root)));
    list.hidden = hits.length === 0;
  }

  /** Keeps the words in the address, so that coming back or sharing it asks the same again. */
  function remember(query: string) {
    const address = new URL(location.href);
    if (query.trim() === '') address.searchParams.delete('q');
    else address.searchParams.set('q', query);
    history.replaceState(null, '', address);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    remember(field.value);
    void search(field.value);
  });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void search(field.value);
    }, PAUSE_AFTER_KEY);
  });
  list.addEventListener('click', () => remember(field.value));
  // Loaded ahead: the search itself loads again, and says so where it cannot.
  field.addEventListener('focus', () => void loadSearch(indexAddress).catch(() => undefined), { once: true });

  const asked = here.searchParams.get('q') ?? '';
  if (asked !== '') {
    field.value = asked;
    void search(asked);
  }
}

function countInWords(count: number, query: string, nearOnly: boolean): string {
  return count === 0 ? t('none', { query }) : t.count(nearOnly ? 'near' : 'found', count, { query });
}

function hitElement({ document: found, context }: Hit, root: URL): HTMLLIElement {
  const item = document.createElement('li');
  const kind = document.createElement('span');
  kind.textContent = found.kind;
  const link = document.createElement('a');
  link.href = new URL(found.path, root).href;
  link.textContent = found.title;
  const words = document.createElement('p');
  for (const piece of context) {
    if (!piece.found) {
      words.append(piece.text);
      continue;
    }
    const mark = document.createElement('mark');
    mark.textContent = piece.text;
    words.append(mark);
  }
  const head = document.createElement('p');
  head.append(link);
  const body = document.createElement('div');
  body.append(head, words);
  item.append(kind, body);
  return item;
}
