import { describe, expect, it } from 'vitest';
import { lintPasted } from '#safety/content/model/lint-text.ts';

describe('a pasted text', () => {
  it('always gets a warning first, even without other issues', () => {
    const [warning, ...others] = lintPasted('A quiet room, and tea at four.');

    expect(warning).toMatchObject({ code: 'safety.C26', severity: 'warning' });
    expect(others).toEqual([]);
  });

  it('is refused for every part that could be real', () => {
    const text = 'Maren 😀, 0000 000 000, write to a@no-such-host.here or on WhatsApp, 50 €, [me](x), 10.0.0.1';

    expect(lintPasted(text).map(({ code }) => code)).toEqual([
      'safety.C26',
      'safety.C15',
      'safety.C07',
      'safety.C09',
      'safety.C12',
      'safety.C11',
      'safety.C08',
      'safety.C10',
    ]);
  });

  it('is refused with a picture', () => {
    for (const text of ['look \ufffc here', '\u0089PNG\r\n\u001a\n', '<img src=x>', 'data:image/gif;base64,R0'])
      expect(lintPasted(text).map(({ code }) => code)).toContain('safety.C04');
  });

  it('may be empty', () => {
    expect(lintPasted('').map(({ code }) => code)).toEqual(['safety.C26']);
  });
});
