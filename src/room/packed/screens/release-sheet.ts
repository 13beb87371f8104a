import { translator } from '#i18n/translator.ts';
import { ROOM_WORDS } from '#room/model/room-words.ts';
import { BITS_OF_WORDS, WORDS_OF_RELEASE } from '#room/packed/model/release-words.ts';
import messages from '#words/room/release-sheet.json' with { type: 'json' };

const t = translator(messages);

interface Sheet {
  readonly title: string;
  /** Name of the sealed file. */
  readonly file: string;
  readonly releases: readonly { readonly title: string; readonly words: string }[];
}

/** Name of the sheet of a sealed file. */
export const sheetName = (file: string): string => `${file.replace(/\.html?$/i, '')}-release-words.txt`;

/** The sheet of the facilitator: what is read out when, and what to know about it. */
export function releaseSheet({ title, file, releases }: Sheet): string {
  return `${[
    t('head', { title, file }),
    '',
    t('keep'),
    t('read'),
    '',
    ...releases.flatMap((release, n) => [`${n + 1}. ${release.title}`, `   ${release.words}`, '']),
    t('strength', { words: WORDS_OF_RELEASE, all: ROOM_WORDS.length, bits: BITS_OF_WORDS }),
  ].join('\n')}\n`;
}
