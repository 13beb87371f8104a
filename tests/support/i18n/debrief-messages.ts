import type { KindWords } from '#case/exercise/model/kind-words.ts';
import { wordsOfAll } from '#case/exercise/model/registry.ts';
import { KIND_SAYS } from '#kinds/shipped/model/says.ts';
import { KIND_DEBRIEF_WORDS } from '#kinds/shipped/screens/debrief-words.ts';
import shared from '#words/case/sentences.json' with { type: 'json' };

/** Ids of sentences about figures. They begin as the names of the figures do. */
const ABOUT_FIGURES = new Set(KIND_SAYS.entries().flatMap(([, { figures = [] }]) => figures.map(({ id }) => id)));

/** True for the key of a sentence in `debrief.json` of a kind, beside which its names of criteria, figures and acts stand. */
const isSentence = (key: string) => ABOUT_FIGURES.has(key) || !/^(?:fold$|(?:criterion|figure|act|value)\.)/.test(key);

/** Every sentence of a debrief by its id: those of the case, and those of all kinds. */
export const SENTENCE_MESSAGES: KindWords = {
  ...shared,
  ...Object.fromEntries(Object.entries(wordsOfAll(KIND_DEBRIEF_WORDS)).filter(([key]) => isSentence(key))),
};
