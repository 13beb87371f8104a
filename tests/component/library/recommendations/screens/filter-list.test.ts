import { describe, expect, it } from 'vitest';
import { fits, LIST_PARTS, startFilter } from '#library/recommendations/screens/filter-list.ts';

const ENTRIES = [
  { section: 'justice', standing: 'trained', words: 'S59 Follow the money' },
  { section: 'justice', standing: 'debated', words: 'S75 Patience with a market' },
  { section: 'platforms', standing: 'not-here', words: 'S28 Rules for a market, with money' },
];

function aPage() {
  document.body.innerHTML = `<form id="${LIST_PARTS.form}" hidden>
    <input name="words"><select name="section"><option value=""></option><option value="justice"></option></select>
    <select name="standing"><option value=""></option><option value="debated"></option></select></form>
    <p id="${LIST_PARTS.status}"></p>
    ${['justice', 'platforms']
      .map(
        (section) =>
          `<section data-section="${section}">${ENTRIES.filter((one) => one.section === section)
            .map(
              ({ standing, words }) =>
                `<li data-recommendation data-standing="${standing}" data-words="${words}"></li>`,
            )
            .join('')}</section>`,
      )
      .join('')}`;
  const form = document.getElementById(LIST_PARTS.form) as HTMLFormElement;
  const status = document.getElementById(LIST_PARTS.status) as HTMLElement;
  startFilter(document, form, status);
  const ask = (name: string, value: string) => {
    (form.elements.namedItem(name) as HTMLInputElement).value = value;
    form.dispatchEvent(new Event('input'));
  };
  const shown = () =>
    [...document.querySelectorAll<HTMLElement>('[data-recommendation]')]
      .filter((one) => !one.hidden && !one.closest<HTMLElement>('section')?.hidden)
      .map(({ dataset }) => dataset['words']?.slice(0, 3));
  return { form, status, ask, shown };
}

describe('the list of recommendations', () => {
  it('stands whole until something is asked, and again when the fields are empty', () => {
    const { form, status, ask, shown } = aPage();
    expect([form.hidden, status.textContent, shown()]).toEqual([false, '', ['S59', 'S75', 'S28']]);

    ask('words', 'MARKET');
    expect([status.textContent, shown()]).toEqual(['2 recommendations fit.', ['S75', 'S28']]);

    ask('words', ' ');
    expect([status.textContent, shown()]).toEqual(['', ['S59', 'S75', 'S28']]);
  });

  it('is narrowed by all fields together, and an empty section goes with its heading', () => {
    const { status, ask, shown } = aPage();
    ask('section', 'justice');
    ask('standing', 'debated');
    expect([status.textContent, shown()]).toEqual(['1 recommendation fits.', ['S75']]);
    expect(document.querySelector<HTMLElement>('[data-section="platforms"]')?.hidden).toBe(true);

    ask('words', 'money');
    expect(shown()).toEqual([]);
    expect(status.textContent).toContain('No recommendation fits');
  });

  it('asks for every word, in any order, and for a number', () => {
    const asked = { section: '', standing: '' };

    expect(ENTRIES.filter((one) => fits(one, { ...asked, words: 'money  market' }))).toEqual([ENTRIES[2]]);
    expect(ENTRIES.filter((one) => fits(one, { ...asked, words: 's59' }))).toEqual([ENTRIES[0]]);
  });
});
