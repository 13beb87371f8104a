import { beforeAll, describe, expect, it } from 'vitest';
import { newCaseFiles } from '#case/language/use-cases/new-case-files.ts';
import { PUBLIC_PART } from '#case/parts/use-cases/case-parts.ts';
import { SEALED_LIST, type SealedList } from '#case/sealed/use-cases/sealed-list.ts';
import { isGuessable, publicAlready } from '#room/packed/use-cases/what-sealing-hides.ts';
import { STORY_FILE } from '#studio/model/studio-case.ts';
import { libraryTexts } from '#studio/use-cases/studio-library.ts';
import { createStudioWork } from '#studio/use-cases/studio-work.ts';
import { KINDS } from '../../../support/builders/kinds.ts';
import { PROJECT } from '../../../support/builders/the-library.ts';
import { blocksIn } from '../../../support/pack-own-case.ts';

const FILES = Object.fromEntries(newCaseFiles('own-case'));
const WORDS = ['acorn amber', 'badger birch', 'cactus cedar', 'donkey ember'];

describe('a draft that is packed', () => {
  const work = createStudioWork(KINDS);
  beforeAll(() => work.load(libraryTexts(PROJECT)));

  it('has the case as played in the studio, and its answers', async () => {
    work.open(FILES);
    const { version } = work.check();
    const packed = await work.pack();
    const held = [...blocksIn(packed?.blocks ?? '')].map(([name, text]) => [name, JSON.parse(text)] as const);
    const played = JSON.parse(JSON.stringify(work.drawn().played?.parts)) as Record<string, unknown>;
    delete played['key/check.json'];

    expect(Object.fromEntries(held)).toEqual(played);
    expect(packed?.releases).toEqual([]);
    expect(version).toEqual({
      scenarioHash: packed?.loaded.scenario.hash,
      marketId: (played[PUBLIC_PART] as { market: { marketId: string } }).market.marketId,
    });
  });

  it('has every part of its key encrypted with its release if it is sealed', async () => {
    work.open(FILES);
    const packed = await work.pack({ answers: 'in-debrief', words: WORDS });
    const blocks = blocksIn(packed?.blocks ?? '');
    const { releases } = JSON.parse(blocks.get(SEALED_LIST) ?? '') as SealedList;
    const parts = Object.keys(work.drawn().played?.parts ?? {});
    const answers = parts.filter((name) => name.startsWith('key/') && name !== 'key/check.json');

    expect([...blocks.keys()].filter((name) => name.startsWith('key/'))).toEqual([]);
    expect(packed?.releases).toEqual([{ title: 'Debrief', words: WORDS[0] }]);
    expect(releases.flatMap(({ keyParts }) => keyParts).sort()).toEqual(answers.sort());
    expect(blocks.get(releases[0]?.file ?? '')).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
  });

  it('is undefined while it has an error', async () => {
    const text = (FILES[STORY_FILE] ?? '').replace('next: message', 'next: nowhere');
    work.open({ ...FILES, [STORY_FILE]: text });

    expect(await work.pack()).toBeUndefined();
  });
});

it('sealing hides nothing for a case with the text or market of another, or a guessable seed', () => {
  const shipped = [{ title: 'One', scenarioHash: 'a', marketId: 'm' }];

  expect(publicAlready({ scenarioHash: 'a', marketId: 'x' }, shipped)?.title).toBe('One');
  expect(publicAlready({ scenarioHash: 'x', marketId: 'm' }, shipped)?.title).toBe('One');
  expect(publicAlready({ scenarioHash: 'x', marketId: 'y' }, shipped)).toBeUndefined();
  expect(isGuessable('short', 'x')).toBe(true);
  expect(isGuessable('a-case-with-a-long-id', 'a-case-with-a-long-id')).toBe(true);
  expect(isGuessable('a-case-with-a-long-id', 'x')).toBe(false);
});
