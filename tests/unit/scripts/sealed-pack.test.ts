import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DebriefPart, MarketPart } from '#case/parts/use-cases/case-parts.ts';
import { DEBRIEF_PART, decisionPart, MARKET_PART } from '#case/parts/use-cases/case-parts.ts';
import { openRelease } from '#case/sealed/use-cases/sealed-case.ts';
import type { SealedList } from '#case/sealed/use-cases/sealed-list.ts';
import { passphraseOf, SEALED_LIST } from '#case/sealed/use-cases/sealed-list.ts';
import { BITS_OF_WORDS, drawWords } from '#room/packed/model/release-words.ts';
import { blocksIn, type PackedOwnCase, PLANTED, packOwnCase } from '../../support/pack-own-case.ts';
import { aFolder, run } from './a-command.ts';
import { aCopiedCase } from './a-copied-case.ts';

describe('a case that is to be sealed', () => {
  it.each([
    ['is shipped', ['quiet-number', '--sealed'], '--sealed quiet-number: the answers of a shipped case are public'],
    ['is no folder', ['my-case', '--sealed'], 'my-case: there is no such folder.'],
    [
      'has no such opening',
      ['my-case', '--sealed', '--answers', 'never'],
      '--answers never: give in-debrief or at-once.',
    ],
    ['is not to be sealed', ['quiet-number', '--words', 'w.txt'], '--answers and --words go with --sealed.'],
  ])('is refused where it %s', async (_, args, sentence) => {
    const { code, said } = await run('pack-case.ts', [...args, '--no-build', '--out', 'x.html']);

    expect(code).toBe(2);
    expect(said).toContain(sentence);
  });

  it('is refused where it has the market of a shipped case under another name', async () => {
    const { home } = aCopiedCase();
    const { code, said } = await run('pack-case.ts', ['my-case', '--sealed', '--no-build', '--out', 'x.html'], home);

    expect(code).toBe(1);
    expect(said).toContain('whose answers are public in the source. Sealing it would hide nothing.');
  });

  it('writes over no sheet of words', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'x-release-words.txt'), 'kept');
    const { code, said } = await run('pack-case.ts', ['.', '--sealed', '--no-build', '--out', 'x.html'], folder);

    expect(code).toBe(2);
    expect(said).toContain('--words x-release-words.txt is there already.');
  });
});

describe('the words of a sealed pack', () => {
  it('go into no file that the page is written over', async () => {
    const args = ['.', '--sealed', '--no-build', '--force', '--out', 'x.html', '--words', './x.html'];
    const { code, said } = await run('pack-case.ts', args, aFolder());

    expect(code).toBe(2);
    expect(said).toContain('--words ./x.html is the file of --out.');
  });
});

describe('a sealed pack', () => {
  const home = mkdtempSync(join(tmpdir(), 'checkathon-sealed-'));
  let pack: PackedOwnCase;
  let releases: SealedList['releases'];
  const blocks = () => blocksIn(pack.html);
  const open = (n: number, words = pack.words[n] ?? '') =>
    openRelease(blocks().get(releases[n]?.file ?? '') ?? '', words);

  beforeAll(() => {
    pack = packOwnCase(home, '--answers', 'at-once');
    releases = (JSON.parse(blocks().get(SEALED_LIST) ?? '') as SealedList).releases;
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  /** Every text that somebody finds in the file: as it is, and with every run of base64 decoded and unpacked. */
  function everyText(): string[] {
    const decoded = [...pack.html.matchAll(/[\w+/]{40,}={0,2}/g)].map(([run]) =>
      Buffer.from(run, 'base64').toString('latin1'),
    );
    const sealed = [...blocks()].filter(([name]) => name.endsWith('.age'));
    const armoured = sealed.map(([, text]) =>
      Buffer.from(text.replaceAll(/-----.*-----|\s/g, ''), 'base64').toString('latin1'),
    );
    return [pack.html, ...blocks().values(), ...decoded, ...armoured];
  }

  it('has in no byte what is planted in key and seed, nor the truth, and has it once opened', async () => {
    const early = await open(0);
    const late = await open(1);
    const { truth } = JSON.parse(late?.[MARKET_PART] ?? '') as MarketPart;
    const actor = truth.actors[0]?.id as string;
    const canaries = [PLANTED.key, PLANTED.seed, JSON.stringify(truth.actors[0])];
    const texts = everyText();

    expect(actor).toBeTruthy();
    for (const canary of canaries) expect(texts.filter((text) => text.includes(canary))).toEqual([]);
    expect(early?.[decisionPart('message')]).toContain(PLANTED.key);
    expect(truth.seed).toBe(PLANTED.seed);
    expect((JSON.parse(late?.[DEBRIEF_PART] ?? '') as DebriefPart).schema).toBe('key-debrief/1');
    expect(Object.keys(early ?? {})).toEqual([decisionPart('message')]);
  });

  it('opens with no other words', async () => {
    expect(await open(0, pack.words[1])).toBeUndefined();
    await expect(openRelease('-----BEGIN AGE ENCRYPTED FILE-----\n', 'x')).rejects.toThrow();
  });

  it('opens with its words however they are typed', () => {
    expect(passphraseOf('  Badger, OTTER-badger\n')).toBe('badger otter badger');
  });

  it('has words of its own for each release, which only their owner may read', () => {
    expect(releases.map(({ title }) => title)).toEqual(['Reach out', 'Debrief']);
    expect(new Set(pack.words).size).toBe(2);
    expect(pack.words.every((words) => words.split(' ').length === 6)).toBe(true);
    expect(BITS_OF_WORDS).toBeGreaterThanOrEqual(39);
    expect(drawWords(() => 0)).toBe('acorn acorn acorn acorn acorn acorn');
    expect(statSync(join(home, 'own-release-words.txt')).mode & 0o077).toBe(0);
  });
});
