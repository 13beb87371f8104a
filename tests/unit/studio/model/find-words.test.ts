import { expect, it } from 'vitest';
import { findWords } from '#studio/model/find-words.ts';

const SCENE = {
  type: 'decision',
  text: 'The café is closed.',
  question: 'What now?',
  options: [
    { id: 'x', text: 'Wait at the door.', then: 'Nobody comes.' },
    { id: 'y', text: 'Go home.', then: 'The neighbour waits at the door.' },
  ],
};

it.each([
  ['CAFE', { options: [] }],
  ['  late ', { options: [] }],
  ['at the door', { options: ['A', 'B'] }],
  ['neighbour', { options: ['B'] }],
  ['window', undefined],
  ['', { options: [] }],
])('%j is found where it stands', (words, found) => {
  expect(findWords(SCENE, 'Late', words)).toEqual(found);
});
