import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { Finding } from '#core/exercise/exercise-kind.ts';
import { addMinutes } from '#core/kernel/instant.ts';
import { answersTo } from '#core/requests/answers-to.ts';
import type { RequestsAction } from '#core/requests/play.ts';
import Debrief from '#ui/requests/Debrief.svelte';
import { afterActs, aLetter, BEGINS, DESK, findingsOf, market, send } from './small-desk.ts';

function open(actions: readonly RequestsAction[], more: readonly Finding[] = []) {
  const response = afterActs(...actions);
  const answered = answersTo(response, { desk: DESK, market, world: [] });
  const findings = [...findingsOf(response), ...more];
  const now = addMinutes(BEGINS, 600);
  render(Debrief, { props: { market, desk: DESK, response, answered, now, findings, base: '/kit/' } });
}
const part = (group: string, name: string) =>
  within(screen.getByRole('region', { name: group }))
    .getByText(name)
    .closest('li') as HTMLElement;

describe('debrief of letters', () => {
  test('goes field by field, with what a receiver would say where one is missing, and only there', () => {
    open([send(aLetter('preservation', { confidentiality: '' })), send(aLetter('notice'))]);
    const missing = part('Request to keep data', 'Confidentiality');
    expect(missing.textContent).toContain('Missing');
    expect(missing.textContent).toMatch(/What would be said:.*Nobody asked us not to/);
    const said = part('Request to keep data', 'Why it is urgent');
    expect(said.textContent).toContain('In place');
    expect(said.textContent).not.toContain('What would be said');
  });

  test('of a letter that never went out says what it would need, and lets nobody object to it', () => {
    open([send(aLetter('preservation'))]);
    const region = screen.getByRole('region', { name: 'Notice to a site' });
    expect(within(region).getByText(/No such letter went out/)).toBeTruthy();
    expect(within(region).getAllByText('Missing')).toHaveLength(4);
    expect(region.textContent).not.toContain('What would be said');
  });

  test('tells order, renewals and answers, each under its own head', () => {
    open([send(aLetter('notice')), send(aLetter('preservation', { days: 400 }))]);
    expect(part('Order and renewals', 'Order of the letters').textContent).toContain('1 of 2');
    expect(part('Order and renewals', 'Renewals').textContent).toContain('Missing');
    expect(part('What came back', 'Answer to L-02').textContent).toContain('shorter period');
  });

  test('says of a treaty that it was read only as other texts report it', () => {
    open([send(aLetter('preservation'))]);
    const period = part('Request to keep data', 'Period');
    expect(within(period).getAllByText('A, abstract or report by others only').length).toBe(1);
    expect(period.textContent).toMatch(/Read only as other texts report it/);
    expect(within(period).getAllByText(/^V/).length).toBe(1);
  });

  test('says of a letter that leads nowhere that none of it counts', () => {
    open([send(aLetter('preservation', { ads: ['9999'], accounts: [], urls: [] }))]);
    expect(part('Request to keep data', 'Where it leads').textContent).toContain('none of its parts count');
  });

  test('leaves findings about ads and records to others, and says when no letter went out', () => {
    open([], [{ kind: 'miss', at: { locator: 'custody' }, reason: 'record.custody', sources: [] }]);
    expect(screen.queryByText('record.custody')).toBeNull();
    expect(screen.getByText(/No letter went out/)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: /on the clock of the case/ })).toBeNull();
  });
});
