import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fallBack } from '#i18n/fall-back.ts';
import { byLetters, LANG, pluralOf, sayDay, sayDayHere, sayList, sayNumber, sayShortDay } from '#i18n/locale.ts';
import { baseOf, LOCALES, messageFile, SOURCE } from '#i18n/locales.ts';
import { ROOT } from '../../support/builders/the-library.ts';
import { MESSAGE_FILES } from '../../support/i18n/message-files.ts';

describe('the locale of the build', () => {
  const day = new Date('2031-03-12T23:30:00Z');

  it('writes numbers, days and lists as its readers do', () => {
    expect(LANG).toBe('en');
    expect([sayNumber(999), sayNumber(12_345), sayNumber(10n ** 6n)]).toEqual(['999', '12,345', '1,000,000']);
    expect([sayNumber(1.5, 2), sayNumber(12_345.678, 1)]).toEqual(['1.50', '12,345.7']);
    expect([sayDay(day), sayShortDay(day)]).toEqual(['12 March 2031', '12 Mar']);
    expect(sayDayHere(new Date(2031, 2, 12, 0, 30))).toBe('12 March 2031');
    expect([sayList([]), sayList(['a']), sayList(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b, c']);
  });

  it('sorts by letters, whatever their case', () => {
    expect(['b', 'é', 'A', 'f', 'B'].sort(byLetters)).toEqual(['A', 'b', 'B', 'é', 'f']);
  });

  it('counts', () => {
    expect([0, 1, 2, 1.5].map(pluralOf)).toEqual(['other', 'one', 'other', 'other']);
  });
});

describe('a locale that lacks a message', () => {
  it('shows the text of the source with its language in front, and keeps forms of its own', () => {
    const source = { ad: '{count} ads', 'ad.one': '1 ad', pause: 'Pause' };
    const own = { ad: '{count} inserat', 'ad.few': '{count} inserate' };

    expect(fallBack(own, source)).toEqual({
      ad: '{count} inserat',
      'ad.few': '{count} inserate',
      'ad.one': '⟨en⟩ 1 ad',
      pause: '⟨en⟩ Pause',
    });
  });
});

describe('the files of a locale', () => {
  it('are one tree, and one folder in each kind of exercise', () => {
    expect(messageFile('case/case.json', 'xx')).toBe('src/i18n/words/xx/case/case.json');
    expect(messageFile('kinds/ledger.json', 'xx')).toBe('src/kinds/ledger/words/xx/screens.json');
    expect(messageFile('kinds/ledger/debrief.json', 'xx')).toBe('src/kinds/ledger/words/xx/debrief.json');
  });

  it('of the source are those that code imports under these names', () => {
    const resolved = (name: string) => fileURLToPath(import.meta.resolve(`#words/${name}`));

    expect(MESSAGE_FILES.length).toBeGreaterThan(70);
    for (const { name } of MESSAGE_FILES) expect(resolved(name)).toBe(join(ROOT, messageFile(name, SOURCE)));
  });
});

describe('the address of a site', () => {
  it('has a segment for every locale but the source, which is shipped first', () => {
    expect(LOCALES[0]).toBe(SOURCE);
    expect(['/', '/kit/'].map((base) => [baseOf(SOURCE, base), baseOf('xx', base)])).toEqual([
      ['/', '/xx/'],
      ['/kit/', '/kit/xx/'],
    ]);
  });
});
