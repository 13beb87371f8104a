import type { KindWords } from '#case/exercise/model/kind-words.ts';
import { sayList } from '#i18n/locale.ts';
import type { Sentence } from '#kernel/model/sentence.ts';
import { traceWord } from '#market/ads/screens/trace-word.ts';
import { sentenceMessage } from './scores/sentence-words.ts';

/** A part of a sentence: words, the names of signs, the ads that it lists, or acts that are never done, by their ids. */
export type SentencePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'signs'; readonly signs: readonly string[] }
  | { readonly kind: 'ads'; readonly ads: readonly string[] }
  | { readonly kind: 'nevers'; readonly nevers: readonly string[] };

/**
 * The words of a sentence with its values in their places; `words` are those of the kinds. A sentence without words is shown
 * under its id.
 */
export function piecesOf({ id, params }: Pick<Sentence, 'id' | 'params'>, words: KindWords): SentencePiece[] {
  const parts = (sentenceMessage(id, words) ?? id).split(/\{(\w+)\}/);
  const pieces = parts.map((part, n): SentencePiece => {
    if (n % 2 === 0) return { kind: 'text', text: part };
    const value = String(params[part] ?? `{${part}}`);
    if (part === 'sign' || part === 'signs') return { kind: 'signs', signs: value.split(', ') };
    if (part === 'nevers') return { kind: 'nevers', nevers: value.split(', ') };
    if (part === 'traces') return { kind: 'text', text: sayList(value.split(', ').map(traceWord)) };
    return part === 'ads' ? { kind: 'ads', ads: value.split(', ') } : { kind: 'text', text: value };
  });
  return joined(pieces.filter((piece) => piece.kind !== 'text' || piece.text !== ''));
}

/** KindWords that follow each other become one piece. */
function joined(pieces: readonly SentencePiece[]): SentencePiece[] {
  const done: SentencePiece[] = [];
  for (const piece of pieces) {
    const last = done.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text')
      done[done.length - 1] = { kind: 'text', text: last.text + piece.text };
    else done.push(piece);
  }
  return done;
}
