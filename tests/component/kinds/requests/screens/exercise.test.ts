import { fireEvent, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, test } from 'vitest';
import { addMinutes } from '#kernel/model/instant.ts';
import { findAd } from '#market/ads/model/ad-at.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';
import { openDesk } from '../../../../support/kinds/requests/open-desk.ts';
import { afterActs, aLetter, BEGINS, market, send } from '../../../../support/kinds/requests/small-desk.ts';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = async (name: string | RegExp) => {
  await fireEvent.click(button(name));
  await tick();
};
const field = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label);
const write = (label: string | RegExp, value: string) => fireEvent.input(field(label), { target: { value } });
const choose = (label: string | RegExp, value: string) => fireEvent.change(field(label), { target: { value } });
const openKind = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const checklist = () => screen.queryByRole('region', { name: 'Checklist' });
const openAtEnd = () =>
  within(screen.getByRole('dialog'))
    .getAllByRole('listitem')
    .map((item) => item.textContent?.trim());
const status = () => screen.getByRole('status').textContent?.trim();
const stateOf = (part: string) =>
  within(checklist() as HTMLElement)
    .getByText(part)
    .closest('li')
    ?.querySelector('.verdict')
    ?.textContent?.trim();

describe('a letter', () => {
  test('starts without a kind, and shows the fields of the chosen kind', async () => {
    await openDesk();
    expect(screen.getAllByRole('radio').every((radio) => !(radio as HTMLInputElement).checked)).toBe(true);
    await openKind(/^Notice/);
    expect(screen.queryByLabelText('Reasons')).not.toBeNull();
    expect(screen.queryByLabelText(/how many days/)).toBeNull();
    await openKind(/^Request to keep/);
    expect(screen.queryByLabelText(/how many days/)).not.toBeNull();
    expect(screen.queryByLabelText('Reasons')).toBeNull();
  });

  test('takes number, account and exact address of an ad from the file, once even when pressed twice', async () => {
    await openDesk();
    await openKind(/^Request to keep/);
    await press('Put into the letter: ad 0302');
    await press('Put into the letter: ad 0302');
    expect(field(/^Numbers of the ads/).value).toBe('0302');
    expect(field(/^Accounts/).value).toBe(findAd(market, '0302')?.account);
    expect(field(/^Exact addresses/).value).toBe(adUrl(market, '0302'));
  });

  test('takes only the address where its form asks for nothing else', async () => {
    const { acts } = await openDesk();
    await openKind(/^Notice/);
    await press('Put into the letter: ad 0302');
    expect(acts.at(-1)).toMatchObject({ letter: { urls: [adUrl(market, '0302')], ads: [], accounts: [] } });
  });

  test('has on its file, after a reload, the ads that drafts and letters name', async () => {
    const [, other] = market.ads.filter(({ id }) => id !== '0302');
    const ad = other?.id ?? '';
    const draft = { type: 'letter.drafted', letter: aLetter('notice', { urls: [adUrl(market, ad)] }) } as const;
    await openDesk({ known: [], response: afterActs(send(aLetter('preservation')), draft) });
    const file = screen.getByRole('region', { name: 'On your file' });
    expect(within(file).getByText('2 ads')).toBeTruthy();
    expect(
      within(file)
        .getAllByRole('rowheader')
        .map((cell) => cell.textContent),
    ).toEqual(['0302', ad]);
  });

  test('does not ask a company that runs no ads to take none down, and asks it to confirm', async () => {
    await openDesk();
    await openKind(/^Request to keep/);
    expect(screen.queryByLabelText(/^Take no ad down/)).not.toBeNull();
    await choose('To whom', 'sim-wallet');
    expect(screen.queryByLabelText(/^Take no ad down/)).toBeNull();
    expect(screen.queryByLabelText(/^Confirm that you have/)).not.toBeNull();
  });

  test('finds another ad by its number and reports an unknown number', async () => {
    await openDesk();
    await openKind(/^Notice/);
    await write('Number of another ad', '9999');
    await press('Put it on file');
    expect(screen.getByText(/no ad with that number/)).toBeTruthy();
    await write('Number of another ad', '0301');
    await press('Put it on file');
    expect(button('Put into the letter: ad 0301')).toBeTruthy();
    expect(screen.queryByText(/no ad with that number/)).toBeNull();
  });

  test('cannot be sent without a receiver', async () => {
    const { acts } = await openDesk();
    await openKind(/^Notice/);
    await press('Send the letter');
    expect(document.activeElement).toBe(field('To whom'));
    expect(field('To whom').getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByRole('heading', { name: 'Send this letter?' })).toBeNull();
    expect(acts).toEqual([]);
  });

  test('is sent as it stands after a second confirmation, and leaves the form', async () => {
    const { acts, clock } = await openDesk();
    await openKind(/^Notice/);
    await choose('To whom', 'smallads');
    await write(/^Exact addresses/, ` ${adUrl(market, '0302')} \n\n${adUrl(market, '0302')}`);
    await write('Reasons', 'More than one voice answers.');
    await press('Send the letter');
    expect(acts.every(({ type }) => type === 'letter.drafted')).toBe(true);
    await press('Go on writing');
    await press('Send the letter');
    await press('Send it');
    expect(acts.at(-1)).toMatchObject({
      type: 'letter.sent',
      letter: {
        kind: 'notice',
        to: 'smallads',
        urls: [adUrl(market, '0302')],
        reasons: 'More than one voice answers.',
      },
    });
    expect(clock()).toBe(addMinutes(BEGINS, 10));
    expect(screen.queryByLabelText('Reasons')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: /^Letters sent/ }));
  });
});

describe('who signs', () => {
  test('is chosen for every letter except a notice, and can be unset', async () => {
    const { acts } = await openDesk();
    await openKind(/^Notice/);
    expect(screen.queryByLabelText('Who signs it')).toBeNull();
    await openKind(/^Order/);
    await choose('Who signs it', 'judge');
    expect(acts.at(-1)).toMatchObject({ letter: { kind: 'order', issuer: 'judge' } });
    await choose('Who signs it', '');
    const last = acts.at(-1);
    expect(last?.type === 'letter.drafted' && 'issuer' in last.letter).toBe(false);
  });
});

describe('a draft', () => {
  test('is saved when a part of the form is left, and takes no case time', async () => {
    const { acts, clock } = await openDesk();
    await openKind(/^Order/);
    await write('Legal basis', 'Law of the file');
    await fireEvent.focusOut(field('Legal basis'), { relatedTarget: document.body });
    await fireEvent.focusOut(field('Legal basis'), { relatedTarget: document.body });
    expect(acts).toMatchObject([{ type: 'letter.drafted', letter: { kind: 'order', legalBasis: 'Law of the file' } }]);
    expect(clock()).toBe(BEGINS);
  });

  test('is restored after a reload, and on returning from another kind', async () => {
    const letter = aLetter('order', { redress: 'To the court in Ostrel' });
    await openDesk({ response: afterActs({ type: 'letter.drafted', letter }) });
    expect(screen.getByRole('radio', { name: /^Order.*begun/ })).toBeTruthy();
    await openKind(/^Order/);
    expect(field(/^How the order/).value).toBe('To the court in Ostrel');
    await write(/^How the order/, 'To another court');
    await openKind(/^Notice/);
    await openKind(/^Order/);
    expect(field(/^How the order/).value).toBe('To another court');
  });
});

describe('the checklist', () => {
  test('shows which fields are filled in, never whether they are right', async () => {
    await openDesk();
    await openKind(/^Request to keep/);
    expect(stateOf('Period')).toBe('Open');
    await write(/how many days/, '90');
    expect(stateOf('Period')).toBe('Filled in');
    await choose('Offence', 'purchase');
    await write(/^Facts/, 'Ads under one number.');
    expect(stateOf('Offence and facts')).toBe('Filled in');
  });

  test('is hidden in an assessment until a letter is sent; then its parts are shown', async () => {
    await openDesk({ desk: { checklist: false }, response: afterActs(send(aLetter('notice', { reasons: '' }))) });
    await openKind(/^Request to keep/);
    expect(checklist()).toBeNull();
    expect(screen.getByText('3 of 4 parts filled in')).toBeTruthy();
  });
});

describe('answers', () => {
  const waiting = () => openDesk({ response: afterActs(send(aLetter('preservation'))) });

  test('arrive at their time, and waiting takes that long', async () => {
    const { acts } = await waiting();
    expect(screen.getByText(/No answer has come yet/)).toBeTruthy();
    expect(screen.getByText('No company has said yet that it keeps anything.')).toBeTruthy();
    await press('Wait for the next answer, 1 h');
    expect(acts).toEqual([{ type: 'answer.awaited', minutes: 60 }]);
    const answer = screen.getByRole('article', { name: 'Answer to L-01' });
    expect(within(answer).getByText('Done as asked')).toBeTruthy();
    expect(within(answer).getByText(/Kept until 2031-06-10 13:00 UTC/)).toBeTruthy();
    await press('Put this answer on file');
    expect(acts.at(-1)).toEqual({ type: 'answer.filed', of: 'L-01' });
    expect(screen.queryByRole('button', { name: 'Put this answer on file' })).toBeNull();
  });

  test('that refuse give their reason', async () => {
    await openDesk({ response: afterActs(send(aLetter('assistance', { offence: 'purchase' }))) });
    await press(/^Wait for the next answer/);
    const answer = screen.getByRole('article', { name: 'Answer to L-01' });
    expect(within(answer).getByText('Refused')).toBeTruthy();
    expect(within(answer).getByText(/law of the other State does not know this offence/)).toBeTruthy();
    expect(within(answer).getByText(/Central authority of Tessaval/)).toBeTruthy();
  });

  test('name the office that can order what the one that signed cannot, and the table of offices stands on the desk', async () => {
    await openDesk({ response: afterActs(send(aLetter('assistance', { issuer: 'prosecutor' }))) });
    await press(/^Wait for the next answer/);
    const answer = screen.getByRole('article', { name: 'Answer to L-01' });
    expect(answer.textContent).toMatch(
      /Signed by: prosecutor\. .*versions of the content; messages\. These may: judge\./,
    );
    expect(
      within(screen.getByRole('article', { name: 'Letter L-01' })).getByText('Signed by: prosecutor'),
    ).toBeTruthy();
    const table = screen.getByRole('table', { name: 'Who may ask for which data in Ostreland', hidden: true });
    expect(table.textContent).toMatch(/subscriber.*investigator, validated by a prosecutor; prosecutor; judge/s);
  });

  test('open the diary: a day is noted, and a period prolonged from its end', async () => {
    const { acts } = await waiting();
    await press(/^Wait for the next answer/);
    await press('Note the day');
    expect(screen.getByText(/This is not a day/)).toBeTruthy();
    await write(/^Day to ask again/, '2031-06-01T09:00');
    await press('Note the day');
    expect(acts.at(-1)).toEqual({ type: 'renewal.noted', of: 'L-01', on: '2031-06-01T09:00:00Z' });
    await write('Days to keep longer', '30');
    await press('Ask again now');
    expect(acts.at(-1)).toEqual({ type: 'letter.renewed', of: 'L-01', days: 30 });
    const lines = within(screen.getByRole('region', { name: /^Order of the letters/ })).getAllByRole('listitem');
    expect(lines.map((line) => line.querySelector('time')?.textContent)).toEqual([
      '2031-03-12 12:00 UTC',
      '2031-03-12 13:00 UTC',
      '2031-03-12 13:20 UTC',
      '2031-06-01 09:00 UTC',
      '2031-07-10 13:00 UTC',
    ]);
  });
});

test('the letter on paper says that it is invented, and prints', async () => {
  const { done } = await openDesk({ response: afterActs(send(aLetter('preservation'))) });
  const sheet = screen.getByRole('article', { name: 'Letter L-01' });
  expect(within(sheet).getByText(market.notice)).toBeTruthy();
  expect(within(sheet).getByText(adUrl(market, '0302'))).toBeTruthy();
  await press('Print this letter');
  expect(done.printed).toBe(1);
});

test('a read-only tab shows letters and offers no act', async () => {
  await openDesk({ response: afterActs(send(aLetter('preservation'))), readOnly: true });
  expect(screen.getByRole('article', { name: 'Letter L-01' })).toBeTruthy();
  expect(screen.queryAllByRole('button').map((found) => found.textContent?.trim())).toEqual(['Print this letter']);
  expect(screen.queryByRole('radio')).toBeNull();
});

test('closing asks first and names open points', async () => {
  const { done } = await openDesk({
    response: afterActs(send(aLetter('preservation')), { type: 'letter.drafted', letter: aLetter('notice') }),
  });
  await press('Close the desk');
  expect(openAtEnd()).toEqual([
    'Notice to a site: begun and not sent.',
    'L-01: no answer yet. It comes 2031-03-12 13:00 UTC.',
  ]);
  expect(done.committed).toBe(0);
  await press('Close it');
  expect(done.committed).toBe(1);
});

describe('the list of open points', () => {
  test('says that a desk has no letter', async () => {
    await openDesk();
    await press('Close the desk');
    expect(openAtEnd()).toEqual(['No letter is sent.']);
  });

  test('drops each line when its step is done, and is empty at the end', async () => {
    await openDesk({ response: afterActs(send(aLetter('preservation'))) });
    await press(/^Wait for the next answer/);
    await press('Close the desk');
    expect(openAtEnd()).toEqual(['L-01: the answer is not put on file.', 'L-01: no day to ask again is in the diary.']);
    await press('Stay at the desk');
    await press('Put this answer on file');
    await write(/^Day to ask again/, '2031-05-01T09:00');
    await press('Note the day');
    await press('Close the desk');
    expect(screen.getByText('Nothing on this list is open.')).toBeTruthy();
  });
});

describe('the entered reason of a step', () => {
  test('is sent with the next step, and with text written by hand', async () => {
    await openDesk();
    await openKind(/^Request to keep/);
    await press('Put into the letter: ad 0302');
    expect(status()).toBe('Ad 0302 is in the letter now.');
    await write(/^Numbers of the ads/, '');
    expect(status()).toBe('');
    await press('Put into the letter: ad 0302');
    await openKind(/^Notice/);
    expect(status()).toBe('');
  });
});
