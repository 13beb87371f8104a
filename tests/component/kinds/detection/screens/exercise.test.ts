import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { sitDown } from '../../../../support/kinds/detection/trainee.ts';
import { textOf } from '../../../../support/market/text-of.ts';

const list = () => screen.getByRole('list', { name: 'Market list' });
const status = (words: RegExp) => screen.getAllByRole('status').some((region) => words.test(region.textContent ?? ''));

describe('the detection workspace', () => {
  it('announces how many ads are controlled and what an error weighs, and opens nothing by itself', async () => {
    const { acts } = await sitDown();
    expect(screen.getByText('One ad in five in this market is controlled (a fact of the simulation).')).toBeTruthy();
    expect(
      screen.getByText(/you overlook weighs 5, and a flag on another ad weighs 1 where the key does not accept it/),
    ).toBeTruthy();
    expect(screen.getByText('Most people want to be left in peace.')).toBeTruthy();
    expect(acts).toEqual([]);
  });

  it('opens an ad, logs it once and puts the focus on its title', async () => {
    const { acts, click } = await sitDown();
    await click('Open the first ad');
    expect(textOf(document.activeElement)).toMatch('Mira, Kelvast');
    await click(/0302/, 'link');
    await click(/0301/, 'link');
    expect(acts).toEqual([
      { type: 'ad.opened', ad: '0301' },
      { type: 'ad.opened', ad: '0302' },
    ]);
    expect(textOf(within(list()).getByRole('link', { current: true }))).toMatch('0301');
  });

  it('reopens the ad that was open', async () => {
    await sitDown({ opened: ['0301', '0302'] });
    expect(screen.getByRole('heading', { name: 'Sela, new in Ostrel' })).toBeTruthy();
  });

  it('marks a sign in a sentence, numbers the mark and returns the focus', async () => {
    const { acts, click } = await sitDown({ opened: ['0302'] });
    await click(/Mark sentence 2/);
    const search = screen.getByRole('combobox', { name: 'Sentence 2. Which sign?' });
    expect(document.activeElement).toBe(search);
    await fireEvent.input(search, { target: { value: 'manager' } });
    expect(within(screen.getByRole('listbox', { name: 'Signs' })).getAllByRole('option')).toHaveLength(1);
    await click(/^A manager or driver named/, 'option');
    expect(acts).toEqual([{ type: 'ad.marked', ad: '0302', at: 's2', indicator: 'manager-reference' }]);
    const place = screen.getByRole('button', { name: /Mark sentence 2.*your mark 1: A manager or driver named/ });
    expect(document.activeElement).toBe(place);
    expect([...(place.querySelector('.mk')?.classList ?? [])]).toContain('mk--you');
    expect(status(/Sentence 2 marked: A manager or driver named/)).toBe(true);
  });

  it('offers the signs that a page can show under headings, each with its rule and an example', async () => {
    const { click } = await sitDown({ opened: ['0302'] });
    await click(/Mark sentence 2/);
    const signs = screen.getByRole('listbox', { name: 'Signs' });
    const groups = within(signs).getAllByRole('group');
    expect(
      groups.map((group) => document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent),
    ).toEqual(['What it says, and how', 'Who decides', 'Price and hours', 'Links between ads']);
    expect(within(signs).getAllByRole('option')).toHaveLength(4);
    expect(within(signs).queryByRole('option', { name: /^A number that keeps changing/ })).toBeNull();
    const option = within(signs).getByRole('option', { name: /^A manager or driver named/ });
    expect(textOf(option)).toContain('The ad sends the reader to a manager.');
    expect(textOf(option)).toContain('For example: “Ring the front desk.”');
  });

  it('finds a sign by a synonym, even mistyped, and says where none fits', async () => {
    const { click } = await sitDown({ opened: ['0302'] });
    await click(/Mark sentence 2/);
    const search = screen.getByRole('combobox', { name: 'Sentence 2. Which sign?' });
    const signs = within(screen.getByRole('listbox', { name: 'Signs' }));
    const options = () => signs.queryAllByRole('option').map((one) => one.querySelector('.option__name')?.textContent);
    await fireEvent.input(search, { target: { value: 'BOSS' } });
    expect(options()).toEqual(['A manager or driver named']);
    await fireEvent.input(search, { target: { value: 'mangaer' } });
    expect(options()).toEqual(['A manager or driver named']);
    await fireEvent.input(search, { target: { value: 'qwertz' } });
    expect(options()).toEqual([]);
    expect(screen.getByText(/No sign fits these words/)).toBeTruthy();
  });

  it('shows no verdict before the end: every mark looks the same', async () => {
    const marks = [
      { ad: '0302', at: 's1', indicator: 'third-person-voice' },
      { ad: '0302', at: 's2', indicator: 'rest-gaps' },
    ];
    const { container } = await sitDown({ opened: ['0302'], marks });
    const looks = [...container.querySelectorAll('.mk')].map((mark) => mark.className.replace(/svelte-\w+/, '').trim());
    expect(looks).toEqual(['mk mk--you', 'mk mk--you']);
    expect(container.querySelector('a[href*="signs/"]')).toBeNull();
  });

  it('does not offer a sign twice for one place', async () => {
    const { click } = await sitDown({ opened: ['0302'], marks: [{ ad: '0302', at: 's1', indicator: 'rest-gaps' }] });
    await click(/Mark sentence 1/);
    expect(screen.queryByRole('option', { name: /^Time off/ })).toBeNull();
    await click(/Mark sentence 2/);
    expect(screen.getByRole('option', { name: /^Time off/ })).toBeTruthy();
  });

  it('lists the ads with the same phone from the field', async () => {
    const { click } = await sitDown({ opened: ['0302'] });
    await click(/Mark phone/);
    await click('Show the 2 ads with the same phone');
    expect(
      within(list())
        .getAllByRole('link')
        .map((row) => row.textContent?.match(/\d{4}/)?.[0]),
    ).toEqual(['0302', '0304']);
    expect(status(/2 ads show \+999 555 020 02/)).toBe(true);
  });

  it('does not join ads by a hidden number', async () => {
    const { click } = await sitDown({ opened: ['0306'] });
    await click(/Mark phone/);
    expect(screen.queryByRole('button', { name: /same phone/ })).toBeNull();
  });

  it('removes a mark and restores it', async () => {
    const mark = { ad: '0302', at: 's1', indicator: 'third-person-voice' };
    const { click, response } = await sitDown({ opened: ['0302'], marks: [mark] });
    await click('Remove mark 1: Spoken for by others');
    expect(response().marks).toEqual([]);
    expect(textOf(document.activeElement)).toMatch('Notebook');
    await click('Undo');
    expect(response().marks).toEqual([mark]);
  });

  it('says beside the field what a judgement lacks', async () => {
    const { acts, click } = await sitDown({ opened: ['0301'] });
    await click('Commit judgement');
    const first = { name: /No action/, description: 'Choose what should happen with this ad.' };
    expect(document.activeElement).toBe(screen.getByRole('radio', first));
    expect(acts).toEqual([]);
  });

  it('commits a judgement and goes to the next unread ad', async () => {
    const { acts, click } = await sitDown({ opened: ['0301', '0302'], marks: [] });
    await click(/0301/, 'link');
    await click(/Prioritise/, 'radio');
    await click(/Fairly/, 'radio');
    await click('Commit judgement');
    expect(acts).toContainEqual({ type: 'ad.judged', ad: '0301', band: 'prioritise', certainty: 2 });
    expect(acts.at(-1)).toEqual({ type: 'ad.opened', ad: '0303' });
    expect(textOf(within(list()).getByRole('link', { name: /0301/ }))).toMatch('Prioritise');
  });

  it('offers no triage for a withheld ad, only the first step', async () => {
    const { acts, click } = await sitDown({ opened: ['0303'] });
    expect(screen.queryByRole('radio')).toBeNull();
    await click(/Hand to child protection/);
    expect(acts).toEqual([{ type: 'card.escalated', ad: '0303' }]);
    expect(textOf(within(list()).getByRole('link', { name: /0303/ }))).toMatch('Handed over');
  });

  it('asks before finishing and says how open ads count', async () => {
    const { click, finished } = await sitDown({
      opened: ['0301'],
      judgements: { '0301': { band: 'none', certainty: 1 } },
    });
    await click('Finish…');
    const dialog = screen.getByRole('dialog', { name: 'Finish this part?' });
    expect(textOf(dialog)).toMatch('You have judged 1 of 5 ads.');
    expect(textOf(dialog)).toMatch(
      'The 4 ads that you have not judged count as “no action”. They give 0 points for certainty.',
    );
    expect(textOf(dialog)).toMatch('You have not handed all withheld ads to child protection.');
    await click('Go on judging');
    expect(finished()).toBe(0);
    await click('Finish…');
    await click('Finish');
    expect(finished()).toBe(1);
  });

  it('changes nothing once the part is finished', async () => {
    const marks = [{ ad: '0302', at: 's1', indicator: 'third-person-voice' }];
    const { acts, click } = await sitDown({ opened: ['0302'], marks }, { readOnly: true });
    expect(screen.queryByRole('button', { name: /Mark |Remove|Commit|Finish/ })).toBeNull();
    for (const radio of screen.getAllByRole('radio')) expect(radio.closest('fieldset')?.disabled).toBe(true);
    await click(/0304/, 'link');
    expect(acts).toEqual([]);
  });
});
