import { sayList, sayNumber } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import { MAX_MESSAGE, type MessageFacts } from '#learning/first-contact/model/read-message.ts';
import type { MessageReader, ReaderSentence } from '#learning/first-contact/model/reader-sentences.ts';
import messages from '#words/learning/first-contact.json' with { type: 'json' };

const t = translator(messages);
const quoted = (text: string) => t('quote', { text: text.replaceAll(/\s+/g, ' ') });

/** A sentence for a reader, with the words of the message that it rests on. */
export function saySentence(reader: MessageReader, { key, words }: ReaderSentence, facts: MessageFacts): string {
  const quote = sayList(new Set(words.map(({ text }) => quoted(text))));
  return t(`says.${reader}.${key}` as 'says.holder.opening', {
    quote,
    opening: facts.opening,
    count: sayNumber(facts.length),
    max: MAX_MESSAGE,
  });
}
