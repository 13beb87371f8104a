import { expect, it } from 'vitest';
import { readMessage } from '#learning/first-contact/model/read-message.ts';
import { markedParts } from '#learning/first-contact/screens/marked-parts.ts';

it('cuts a message into marked and plain parts that give it back, and shows harm where two marks overlap', () => {
  const message = 'Hello. We know you are being held, if you like.';
  const parts = markedParts(message, readMessage(message).found);

  expect(parts.map(({ text }) => text).join('')).toBe(message);
  expect(parts.filter(({ speaks }) => speaks)).toEqual([
    { text: 'We know you are being held', speaks: 'harm' },
    { text: 'if you like', speaks: 'protect' },
  ]);
  expect(
    markedParts('abc', [
      { rule: 'says-who', speaks: 'protect', from: 0, to: 3, text: 'abc' },
      { rule: 'names-police', speaks: 'harm', from: 1, to: 2, text: 'b' },
    ]),
  ).toEqual([
    { text: 'a', speaks: 'protect' },
    { text: 'b', speaks: 'harm' },
    { text: 'c', speaks: 'protect' },
  ]);
});
