import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import { addMinutes } from '#kernel/model/instant.ts';
import { answersTo } from '#kinds/requests/model/answers-to.ts';
import type { RequestsAction } from '#kinds/requests/model/play.ts';
import Debrief from '#kinds/requests/screens/Debrief.svelte';
import {
  afterActs,
  aLetter,
  BEGINS,
  DESK,
  market,
  scoredOf,
  send,
} from '../../../../support/kinds/requests/small-desk.ts';

function open(actions: readonly RequestsAction[], more: readonly Finding[] = [], minutes = 600) {
  const response = afterActs(...actions);
  const answered = answersTo(response, { desk: DESK, market, world: [] });
  const { findings: own, sentences } = scoredOf(response);
  const findings = [...own, ...more];
  const now = addMinutes(BEGINS, minutes);
  render(Debrief, { props: { market, desk: DESK, response, answered, now, findings, sentences, base: '/kit/' } });
}
const part = (group: string, name: string) =>
  within(screen.getByRole('region', { name: group }))
    .getByText(name)
    .closest('li') as HTMLElement;

describe('debrief of letters', () => {
  test('goes field by field, with the objection of a receiver only where a field is missing', () => {
    open([send(aLetter('preservation', { confidentiality: '' })), send(aLetter('notice'))]);
    const missing = part('Request to keep data', 'Confidentiality');
    expect(missing.textContent).toContain('Missing');
    expect(missing.textContent).toMatch(
      /L-01 does not ask for confidentiality.*What may be said:.*does not ask it not to/,
    );
    const said = part('Request to keep data', 'Why it is urgent');
    expect(said.textContent).toContain('In place');
    expect(said.textContent).not.toContain('What may be said');
  });

  test('says what an unsent letter would need, without objections to it', () => {
    open([send(aLetter('preservation'))]);
    const region = screen.getByRole('region', { name: 'Notice to a site' });
    expect(within(region).getByText('You sent no notice from this desk.')).toBeTruthy();
    expect(within(region).getAllByText('Needed')).toHaveLength(4);
    expect(within(region).queryByText('Missing')).toBeNull();
    expect(region.textContent).not.toContain('What may be said');
  });

  test('shows order, renewals and answers under separate headings', () => {
    open([send(aLetter('notice')), send(aLetter('preservation', { days: 400 }))]);
    const order = screen.getByRole('region', { name: 'Order and renewals' });
    expect(order.textContent).toMatch(/Too late.*The first notice \(L-01\) went out before .*\(L-02\)/s);
    expect(order.textContent).toMatch(/No order and no request for assistance went out/);
    expect(part('Order and renewals', 'Renewals').textContent).toMatch(
      /Missing.*L-02: the data are kept until 20\d\d-\d\d-\d\d/s,
    );
    expect(part('What came back', 'Answer to L-02').textContent).toContain('shorter period');
  });

  test('says of a treaty that it was read only as other texts report it', () => {
    open([send(aLetter('preservation'))]);
    const period = part('Request to keep data', 'Period');
    expect(within(period).getAllByText('A, abstract or report by others only').length).toBe(1);
    expect(period.textContent).toMatch(/Read only as other texts report it/);
    expect(within(period).getAllByText(/^V/).length).toBe(1);
  });

  test('does not mention late letters where none was sent', () => {
    open([]);
    const order = screen.getByRole('region', { name: 'Order and renewals' });
    expect(order.textContent).toContain('No request to keep data went out from this desk.');
    expect(order.textContent).not.toMatch(/Too late|Sent in this order|before the first request|ran out|A court/);
  });

  test('names the one ad that a letter leaves out, and claims nothing about all ads', () => {
    open([send(aLetter('preservation', { ads: [] }))]);
    const data = part('Request to keep data', 'Data, names and span').textContent;
    expect(data).toContain('L-01 leaves out ads of the case: 1 (0302).');
    expect(data).not.toMatch(/everybody|people who have nothing to do/);
  });

  test('says of an answer that comes after the case that it is not there yet, and where it stands in time', () => {
    open([send(aLetter('preservation'))], [], 30);
    expect(screen.getByText(/The answer comes after this part of the case, at 20\d\d-/)).toBeTruthy();
    expect(screen.getByText('This answer comes after this part of the case. At its end you do not have it yet.'));
    const lines = within(screen.getByRole('region', { name: /on the clock of the case/ })).getAllByRole('listitem');
    expect(lines.map((line) => line.querySelector('p')?.textContent?.trim())).toEqual([
      'L-01 went out: Request to keep data.',
      'End of this part of the case',
      'After this part of the case the answer to L-01 comes: Done as asked.',
    ]);
  });

  test('says that nothing counts in a letter that names no ad of the case', () => {
    open([send(aLetter('preservation', { ads: ['9999'], accounts: [], urls: [] }))]);
    expect(screen.getByRole('region', { name: 'Request to keep data' }).textContent).toMatch(
      /L-01 names only ads, accounts or addresses that do not belong to the case\. None of its parts earn points/,
    );
  });

  test('shows no findings about ads and records, and says where no letter was sent', () => {
    open([], [{ kind: 'miss', at: { locator: 'custody' }, reason: 'record.custody', sources: [] }]);
    expect(screen.queryByText('record.custody')).toBeNull();
    expect(screen.getByText('You sent no letter from this desk.')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: /on the clock of the case/ })).toBeNull();
  });
});
