import type { Ad } from '#market/ads/model/market.ts';

/** Words as a person would say that they are the same. */
const words = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('é', 'e')
    .split(/[^a-zа-я0-9]+/)
    .filter((word) => word !== '');

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюя'];

/** Everything that one slip makes of a word, spelled out. */
function slips(word: string): Set<string> {
  const cut = Array.from({ length: word.length + 1 }, (_, n) => [word.slice(0, n), word.slice(n)] as const);
  const made = cut.flatMap(([before, after]) => [
    before + after.slice(1),
    ...LETTERS.flatMap((letter) => [before + letter + after, before + letter + after.slice(1)]),
    before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2),
  ]);
  return new Set(made.filter((slip) => slip !== word));
}

interface PlainHit {
  readonly place: number;
  readonly score: number;
}

/** The answer to a search by reading every word of every ad, with BM25 (k1 = 1.2, b = 0.75, a title counts twice). */
export function plainSearch(ads: readonly Ad[], text: string): PlainHit[] {
  const pages = ads.map(({ title, versions, comments = [] }) => {
    const sentences = versions.length === 0 ? [] : (versions[versions.length - 1]?.sentences ?? []);
    const before = versions.flatMap((version) => version.sentences).filter((one) => !sentences.includes(one));
    const all = [...sentences, ...new Set(before), ...comments.map((comment) => comment.text)];
    return { title: words(title), text: words(all.join(' ')) };
  });
  const lengthOf = (page: (typeof pages)[number]) => page.title.length + page.text.length;
  const mean = pages.reduce((sum, page) => sum + lengthOf(page), 0) / pages.length;
  const vocabulary = new Set(pages.flatMap((page) => [...page.title, ...page.text]));
  const holders = (word: string) =>
    pages.filter((page) => page.title.includes(word) || page.text.includes(word)).length;

  const standFor = (word: string, isLast: boolean): [string, number][] => {
    const found: [string, number][] = vocabulary.has(word) ? [[word, 1]] : [];
    if (isLast) for (const known of vocabulary) if (known !== word && known.startsWith(word)) found.push([known, 0.7]);
    if (found.length > 0 || word.length < 4 || /\d/.test(word)) return found;
    return [...slips(word)].filter((slip) => vocabulary.has(slip) && !/\d/.test(slip)).map((slip) => [slip, 0.5]);
  };
  const asked = words(text);
  const terms = asked.map((word, n) => standFor(word, n === asked.length - 1));

  return pages.flatMap((page, place) => {
    const worth = ([word, weight]: [string, number]) => {
      const times =
        2 * page.title.filter((one) => one === word).length + page.text.filter((one) => one === word).length;
      const [n, N] = [holders(word), pages.length];
      const idf = Math.log(1 + (N - n + 0.5) / (n + 0.5));
      return (weight * idf * times * 2.2) / (times + 1.2 * (1 - 0.75 + (0.75 * lengthOf(page)) / mean));
    };
    const scores = terms.map((one) => one.reduce((sum, term) => sum + worth(term), 0));
    return scores.every((score) => score > 0) ? [{ place, score: scores.reduce((a, b) => a + b, 0) }] : [];
  });
}
