import { readMessage } from '#core/first-contact/read-message.ts';
import { MESSAGE_READERS, sentencesFor } from '#core/first-contact/reader-sentences.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/first-contact.json' with { type: 'json' };
import { saySentence } from './say-sentence.ts';

const t = translator(messages);

/** A message and its reading as a text to keep, with the notice that it is an exercise. */
export function readingAsText(message: string): string {
  const facts = readMessage(message);
  const reading = facts.isRead
    ? MESSAGE_READERS.flatMap((reader) => [
        '',
        t(`reader.${reader}`),
        ...sentencesFor(reader, facts).map(
          (sentence) => `- ${t(`speaks.${sentence.speaks}`)} ${saySentence(reader, sentence, facts)}`,
        ),
      ])
    : ['', t('unread')];
  return [t('saved.notice'), '', message, ...reading, '', t('no-score'), ''].join('\n');
}
