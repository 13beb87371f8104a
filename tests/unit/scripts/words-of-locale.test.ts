import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageFile, SOURCE } from '#i18n/locales.ts';
import { wordsOfLocale } from '../../../scripts/astro/words-of-locale.mjs';
import { ROOT } from '../../support/builders/the-library.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'words-'));
  const own = {
    'locale.json': { lang: 'xx', locale: 'pl' },
    'case/case.json': { pause: 'Zatrzymaj', 'level.few': 'kilka' },
    'kinds/linking.json': { ads: 'Ogłoszenia' },
  };
  for (const [name, words] of Object.entries(own)) {
    mkdirSync(join(folder, 'xx', dirname(name)), { recursive: true });
    writeFileSync(join(folder, 'xx', name), JSON.stringify(words));
  }
  mkdirSync(join(folder, 'yy'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What a page gets that imports these words, as the bundler puts it together. */
async function wordsIn(locale: string, name: string, from?: string): Promise<Record<string, string>> {
  const entry = join(ROOT, messageFile(name, SOURCE));
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    plugins: [wordsOfLocale(locale, from)],
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'words' } },
  });
  const [bundle] = [result].flat();
  if (!bundle || !('output' in bundle)) throw new Error('Nothing was built.');
  const module = (await import(`data:text/javascript,${encodeURIComponent(bundle.output[0].code)}`)) as {
    default: Record<string, string>;
  };
  return module.default;
}

describe('the words of a build', () => {
  it('are those of the source, as they are', async () => {
    expect(await wordsIn('en', 'locale.json')).toEqual({ lang: 'en', locale: 'en-GB' });
    expect((await wordsIn('en', 'case/case.json'))['pause']).not.toContain('⟨');
  });

  it('are those of another locale, and marked ones of the source where it lacks some', async () => {
    const words = await wordsIn('xx', 'case/case.json', join(folder, 'xx'));
    const source = await wordsIn('en', 'case/case.json');

    expect(words).toMatchObject({ pause: 'Zatrzymaj', 'level.few': 'kilka', begin: `⟨en⟩ ${source['begin']}` });
    expect(Object.keys(source).filter((key) => !(key in words))).toEqual([]);
    expect(await wordsIn('xx', 'locale.json', join(folder, 'xx'))).toEqual({ lang: 'xx', locale: 'pl' });
    expect((await wordsIn('xx', 'room/room.json', join(folder, 'xx')))['proceed']).toMatch(/^⟨en⟩ /);
  });

  it('of a kind of exercise are so too, and lie beside those of the doors in a folder of their own', async () => {
    const words = await wordsIn('xx', 'kinds/linking.json', join(folder, 'xx'));
    const source = await wordsIn('en', 'kinds/linking.json');
    const [key = ''] = Object.keys(source).filter((key) => key !== 'ads');

    expect(words).toMatchObject({ ads: 'Ogłoszenia', [key]: `⟨en⟩ ${source[key]}` });
    expect(Object.keys(source).filter((key) => !(key in words))).toEqual([]);
    expect(Object.values(await wordsIn('xx', 'kinds/ledger.json', join(folder, 'xx')))[0]).toMatch(/^⟨en⟩ /);
  });

  it('are refused for a locale that does not say how it is named', async () => {
    await expect(wordsIn('yy', 'case/case.json', join(folder, 'yy'))).rejects.toThrow('There is no locale "yy"');
  });
});
