import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
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
    render(LockerLetters, { props: { letters: letters as never } });

    expect(
      within(part())
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual(['data/letters/request-1.json', 'data/letters/request-2.json']);
    const shown = Array.from(part().querySelectorAll('pre'), ({ textContent }) => sha256Hex(textContent ?? ''));
    expect(shown).toEqual(letters.map(({ sha256 }) => sha256));
    expect(within(part()).getByText(t('letters.count', { count: 2 }))).toBeTruthy();
  });

  test('are empty where no letter was sent', () => {
    render(LockerLetters, { props: { letters: [] } });

    expect(within(part()).getByText(t('letters.count', { count: 0 }))).toBeTruthy();
    expect(part().querySelector('pre')).toBeNull();
    expect(within(part()).queryByText(t('letters.note'))).toBeNull();
  });
});
