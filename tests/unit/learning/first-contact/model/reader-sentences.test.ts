import { describe, expect, it } from 'vitest';
import { EXAMPLE_MESSAGES } from '#learning/first-contact/model/example-messages.ts';
import { HARM_RULES, PROTECT_RULES } from '#learning/first-contact/model/message-rules.ts';
import { readMessage } from '#learning/first-contact/model/read-message.ts';
import {
  MESSAGE_READERS,
  type MessageReader,
  SENTENCE_RULES,
  sentencesFor,
} from '#learning/first-contact/model/reader-sentences.ts';
import { realLookingParts } from '#learning/first-contact/model/real-looking-parts.ts';
import words from '#words/learning/first-contact.json' with { type: 'json' };

const keysFor = (reader: MessageReader, message: string) =>
  sentencesFor(reader, readMessage(message)).map(({ key }) => key);

describe('what a reader is told', () => {
  it.each(MESSAGE_READERS)('%s: each sentence has words, and none has words that nobody says', (reader) => {
    const said = SENTENCE_RULES.filter(({ readers }) => readers.includes(reader)).map(
      ({ key }) => `says.${reader}.${key}`,
    );
    const written = Object.keys(words).filter((key) => key.startsWith(`says.${reader}.`));

    expect(written.toSorted()).toEqual(said.toSorted());
  });

  it('every rule leads to a sentence for at least one reader', () => {
    const told = new Set(SENTENCE_RULES.map(({ key }) => key));

    expect([...HARM_RULES, ...PROTECT_RULES].filter((rule) => !told.has(rule))).toEqual([]);
  });

  it('never says that something is there and that it is missing', () => {
    for (const message of [...Object.values(EXAMPLE_MESSAGES), '', 'Hello.'])
      for (const reader of MESSAGE_READERS) {
        const keys = keysFor(reader, message);
        expect(keys.filter((key) => keys.includes(`no-${key}`))).toEqual([]);
      }
  });

  it('rests on the words of the message, or on their absence', () => {
    const harmful = sentencesFor('holder', readMessage(EXAMPLE_MESSAGES.harmful));

    expect(harmful.find(({ key }) => key === 'names-police')?.words.map(({ text }) => text)).toEqual(['Police']);
    expect(harmful.find(({ key }) => key === 'no-says-who')).toMatchObject({ speaks: 'missing', words: [] });
  });

  it('says nothing bad of the careful message, and that the answer may come from another person', () => {
    for (const reader of MESSAGE_READERS) {
      const told = sentencesFor(reader, readMessage(EXAMPLE_MESSAGES.careful));
      expect(told.filter(({ speaks }) => speaks === 'harm' || speaks === 'missing')).toEqual([]);
    }
    const holder = sentencesFor('holder', readMessage(EXAMPLE_MESSAGES.careful));
    expect(holder.find(({ key }) => key === 'easy-answer')?.speaks).toBe('fact');
  });

  it('calls a message too long from one character more on', () => {
    expect(keysFor('controlled', 'x'.repeat(320))).not.toContain('too-long');
    expect(keysFor('controlled', 'x'.repeat(321))).toContain('too-long');
  });
});

describe('a number or an address that could be real', () => {
  it.each([
    ['Ring +49 30 901820 please.', ['+49 30 901820']],
    ['Read help-line.org first.', ['help-line.org']],
    ['Ring +999 512 345 678, or read line.example.', []],
    [EXAMPLE_MESSAGES.mixed, []],
  ])('%s', (message, parts) => {
    expect(realLookingParts(message)).toEqual(parts);
  });
});
