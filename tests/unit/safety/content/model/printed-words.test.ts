import { describe, expect, it } from 'vitest';
import { lintText } from '#safety/content/model/lint-text.ts';
import { printOf } from '#safety/content/model/prints.ts';

/** The letter thirteen places on, so that no such word has to stand here. */
const turned = (text: string) =>
  text.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));

const codesOf = (text: string, kind: 'scenario' | 'lesson' | 'generated' | 'pasted' = 'scenario') =>
  lintText(text, { kind })
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

describe('a forbidden word', () => {
  it.each([
    ['C13', 'wnvyonvg'],
    ['C13', 'ybyvgn'],
    ['C19', 'juber'],
    ['C19', 'uhffl'],
    ['C19', 'snttbg'],
    ['C19', 'jrgonpx'],
    ['C19', 'uher'],
    ['C19', 'chgnva'],
    ['C03', 'oybjwbo'],
    ['C03', 'ahqrf'],
    ['C03', 'guerrfbzr'],
  ])('is refused by %s, as it is, in capitals, as its plural, and hidden', (rule, word) => {
    const plain = turned(word);

    for (const text of [
      plain,
      plain.toUpperCase(),
      `${plain}s`,
      `${plain.slice(0, 3)}\u200b${plain.slice(3)}`,
      `${plain.slice(0, 3)}-${plain.slice(3)}`,
      [...plain].join('.'),
    ])
      for (const kind of ['scenario', 'lesson', 'pasted'] as const)
        expect([text, codesOf(`A ${text}, there.`, kind)]).toEqual([text, [`safety.${rule}`]]);
    expect(codesOf(`A ${plain}, there.`, 'generated')).toEqual([`safety.${rule}`]);
  });

  it('stays refused where a lesson quotes it', () => {
    expect(codesOf(`They said “${turned('juber')}”.`, 'lesson')).toEqual(['safety.C19']);
  });

  it('is no ordinary word', () => {
    const text =
      'Sex-worker groups, sexual exploitation, a bonded worker, an escort of police, the coast, assets, a classic essay.';

    expect(codesOf(text)).toEqual([]);
  });

  it('has a unique fingerprint that does not disclose it', () => {
    const prints = Array.from({ length: 2000 }, (_, n) => printOf(`word ${n}`));

    expect(new Set(prints).size).toBe(2000);
    expect(prints.every((print) => /^[A-Za-z0-9_-]{8}$/.test(print))).toBe(true);
    // The first 48 bits of the SHA-256 of "abc", ba7816bf8f01 (FIPS 180-2, appendix B), in base64url.
    expect(printOf('abc')).toBe(Buffer.from('ba7816bf8f01', 'hex').toString('base64url'));
  });
});
