import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { emptyLetter } from '#evidence/letters/model/letter.ts';
import { dataWords, kindWords, officeWords } from '#evidence/letters/screens/letter-words.ts';
import LockerLetters from '#evidence/locker/screens/LockerLetters.svelte';
import { translator } from '#i18n/translator.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import messages from '#words/evidence/locker.json' with { type: 'json' };

const t = translator(messages);
const part = () => screen.getByRole('region', { name: t('letters') });

describe('the letters of a locker', () => {
  test('are shown under their file names, character by character as they were hashed', () => {
    const letters = ['{"kind":"preservation","ads":["0301"]}', '{"kind":"order","text":"<b>\\n  two  blanks"}'].map(
      (text, n) => ({ name: `request-${n + 1}.json`, mime: 'application/json', text, sha256: sha256Hex(text) }),
    );
    render(LockerLetters, { props: { letters: letters as never, base: '/kit/' } });

    expect(
      within(part())
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual(['data/letters/request-1.json', 'data/letters/request-2.json']);
    const shown = Array.from(part().querySelectorAll('pre'), ({ textContent }) => sha256Hex(textContent ?? ''));
    expect(shown).toEqual(letters.map(({ sha256 }) => sha256));
    expect(within(part()).getByText(t('letters.count', { count: 2 }))).toBeTruthy();
  });

  test('say who signed them and what they ask for, or that no office is named', () => {
    const letter = { ...emptyLetter('preservation'), authority: 'Desk 4', data: ['logins', 'payment'] };
    const texts = [{ ...letter, issuer: 'prosecutor' }, letter].map((one) => JSON.stringify(one));
    const letters = texts.map((text, n) => ({ name: `request-${n + 1}.json`, mime: 'application/json', text }));
    render(LockerLetters, { props: { letters, base: '/kit/' } });
    const [signed, unsigned] = Array.from(part().querySelectorAll('dl'), ({ textContent }) => textContent);

    expect(signed).toContain(kindWords('preservation'));
    expect(signed).toContain(t('letters.signed.by', { authority: 'Desk 4', office: officeWords('prosecutor') }));
    expect(signed).toContain(`${dataWords('logins')}; ${dataWords('payment')}`);
    expect(unsigned).toContain(t('letters.signed.none', { authority: 'Desk 4' }));
    expect(screen.getByRole('link', { name: t('letters.table') }).getAttribute('href')).toBe('/kit/learn/j1/');
  });

  test('of which the file is no letter of this kit are shown as the file alone', () => {
    const letters = ['no letter', '{"kind":"preservation","data":["shoes"]}', '[]'].map((text, n) => {
      return { name: `request-${n + 1}.json`, mime: 'application/json', text };
    });
    render(LockerLetters, { props: { letters, base: '/kit/' } });

    expect(part().querySelectorAll('dt')).toHaveLength(0);
    expect(Array.from(part().querySelectorAll('pre'), (pre) => pre.textContent)).toEqual(
      letters.map(({ text }) => text),
    );
  });

  test('are empty where no letter was sent', () => {
    render(LockerLetters, { props: { letters: [], base: '/kit/' } });

    expect(within(part()).getByText(t('letters.count', { count: 0 }))).toBeTruthy();
    expect(part().querySelector('pre')).toBeNull();
    expect(within(part()).queryByText(t('letters.note'))).toBeNull();
  });
});
