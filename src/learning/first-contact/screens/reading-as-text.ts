import { translator } from '#i18n/translator.ts';
import { readMessage } from '#learning/first-contact/model/read-message.ts';
import { MESSAGE_READERS, sentencesFor } from '#learning/first-contact/model/reader-sentences.ts';
import messages from '#words/learning/first-contact.json' with { type: 'json' };
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
