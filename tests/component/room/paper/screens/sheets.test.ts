import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import LocalCardSheet from '#room/paper/screens/LocalCardSheet.svelte';
import PaperChoices from '#room/paper/screens/PaperChoices.svelte';
import RunSheet from '#room/paper/screens/RunSheet.svelte';
import SignIn from '#room/paper/screens/SignIn.svelte';
import { SHEETS } from '#room/paper/screens/sheet-names.ts';
import TeamSheet from '#room/paper/screens/TeamSheet.svelte';
import VoteCards from '#room/paper/screens/VoteCards.svelte';
import { caseOnPaper, type PaperLength } from '#room/paper/use-cases/case-on-paper.ts';
import { EMPTY_CARD } from '#safety/care/model/local-card.ts';
import { theCase } from '../../../../support/builders/the-library.ts';

const { material, caseAnswers } = theCase();
const paper = caseOnPaper(material);
const [, chosen] = paper.lengths as Extract<PaperLength, { offered: true }>[];
if (!chosen) throw new Error('no 90 minutes');

describe('the choices of sheets', () => {
  const given = () => ({ lengths: paper.lengths, length: 90 as const, sheets: SHEETS });

  it('emits the chosen length and sheets, and keeps their order', async () => {
    const [onlength, onsheets, onprint] = [vi.fn(), vi.fn(), vi.fn()];
    render(PaperChoices, { ...given(), sheets: ['sign-in'], onlength, onsheets, onprint });

    await fireEvent.click(screen.getByRole('radio', { name: /45 minutes/ }));
    await fireEvent.click(screen.getByRole('checkbox', { name: /Run sheet/ }));
    await fireEvent.click(screen.getByRole('button', { name: 'Print the chosen sheets' }));

    expect(onlength).toHaveBeenCalledWith(45);
    expect(onsheets).toHaveBeenCalledWith(['run', 'sign-in']);
    expect(onprint).toHaveBeenCalledOnce();
  });

  it('says why a length is not offered, and prints nothing where nothing is chosen', () => {
    const lengths: PaperLength[] = [...paper.lengths.slice(0, 2), { length: 45, offered: false, needed: 40, most: 22 }];
    const nothing = vi.fn();
    render(PaperChoices, { ...given(), lengths, sheets: [], onlength: nothing, onsheets: nothing, onprint: nothing });

    expect(screen.queryByRole('radio', { name: /45/ })).toBeNull();
    expect(screen.getByText(/45 minutes are not offered.*about 40 minutes, and 22 fit/)).toBeTruthy();
    expect((screen.getByRole('button') as HTMLButtonElement).disabled).toBe(true);
  });

  it('says that a length would draw the play out', () => {
    const lengths: PaperLength[] = [{ length: 180, offered: false, needed: 8, least: 50 }, ...paper.lengths.slice(1)];
    const nothing = vi.fn();
    render(PaperChoices, { ...given(), lengths, onlength: nothing, onsheets: nothing, onprint: nothing });

    expect(
      screen.getByText(/length of 180 min is not offered.*about 8 min and would have to fill 50 min/),
    ).toBeTruthy();
  });
});

describe('the run sheet', () => {
  it('has a row for each part, from the beginning to the end, with a blank for the clock', () => {
    const { container } = render(RunSheet, { paper, chosen });
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);

    expect(rows).toHaveLength(chosen.plan.parts.length);
    expect(rows.map((row) => row.querySelector('td')?.textContent)).toEqual(
      chosen.plan.parts.map(({ start }) => String(start)),
    );
    expect(container.querySelectorAll('.run-table__clock .write')).toHaveLength(rows.length);
  });

  it('holds neither an option nor a reason', () => {
    const { container } = render(RunSheet, { paper, chosen });
    const said = container.textContent ?? '';
    const options = Object.values(material.scenes).flatMap((scene) => scene.options.map(({ text }) => text));
    const reasons = Object.values(caseAnswers.key.decisions).flatMap((one) =>
      Object.values(one.options).map(({ reason }) => reason),
    );

    expect([...options, ...reasons].filter((text) => said.includes(text))).toEqual([]);
  });
});

describe('the team sheet', () => {
  it('has the decisions of the cut, each with its options in order, votes and a reason', () => {
    const { container } = render(TeamSheet, { paper, chosen });
    const tasks = [...chosen.sheet.front, ...chosen.sheet.back];
    const lists = screen.getAllByRole('list', { name: 'Tick the choice of the team' });

    expect(lists).toHaveLength(tasks.length);
    for (const [n, list] of lists.entries())
      expect(
        within(list)
          .getAllByRole('listitem')
          .map((item) => item.querySelector('span')?.textContent),
      ).toEqual(tasks[n]?.options);
    expect(screen.getAllByText('Our reason')).toHaveLength(tasks.length);
    expect(container.textContent).toContain('On the wall, not here: Read the market');
    expect(container.querySelectorAll('.paper__side')).toHaveLength(2);
  });
});

describe('the team sheet of work at a screen', () => {
  const sheetOf = (folder: string) => {
    const one = caseOnPaper(theCase(folder).material);
    const short = one.lengths.find(({ length }) => length === 45);
    if (!short?.offered) throw new Error(`${folder}: no 45 minutes`);
    const { container } = render(TeamSheet, { paper: one, chosen: short });
    return {
      said: container.textContent,
      columns: screen.getAllByRole('columnheader').map((head) => head.textContent),
    };
  };

  it('has columns for ads where ads are read', () => {
    const { said, columns } = sheetOf('scenarios/find-few-words');

    expect(columns).toContain('Ad, page or link');
    expect(said).toContain('An ad is a lead and never proof.');
  });

  it('says nothing of ads where none are read', () => {
    const { said, columns } = sheetOf('scenarios/a-room-by-the-mill');

    expect(columns).toContain('What it is about');
    expect(said).not.toMatch(/\b[Aa]ds?\b/);
  });
});

describe('the other sheets', () => {
  it('has a card for each letter, and one for a break where there is an empty place', () => {
    const four = render(VoteCards, { options: 4 });
    expect([...four.container.querySelectorAll('b')].map((b) => b.textContent)).toEqual(['A', 'B', 'C', 'D']);
    four.unmount();
    const five = render(VoteCards, { options: 5 });
    expect([...five.container.querySelectorAll('b')].map((b) => b.textContent)).toEqual([
      'A',
      'B',
      'C',
      'D',
      'E',
      'Pause',
    ]);
  });

  it('prints the local card of the device, and blanks where it is empty', () => {
    const contact = {
      id: 'contact-1',
      name: 'Hedgerow',
      number: '+999 512',
      hours: '',
      note: '',
      checkedOn: '2031-03-12',
    };
    const filled = render(LocalCardSheet, { card: { ...EMPTY_CARD, contacts: [contact] }, base: '/kit/' });
    expect(filled.container.textContent).toMatch(/Hedgerow.*\+999 512.*Checked on 12 March 2031/s);
    expect(filled.container.querySelector('.write')).toBeNull();
    filled.unmount();
    const empty = render(LocalCardSheet, { card: EMPTY_CARD, base: '/kit/' });
    expect(empty.container.querySelectorAll('.write').length).toBeGreaterThan(10);
    expect(screen.getByRole('link', { name: 'Fill in the local card' }).getAttribute('href')).toBe('/kit/help/');
  });

  it('asks for no name and says why', () => {
    const { container } = render(SignIn);

    expect(screen.getByRole('heading', { name: 'Who is here, without names' })).toBeTruthy();
    expect(container.textContent).toContain('a list of names can be asked for later');
    expect(screen.queryByRole('columnheader', { name: /name|signature/i })).toBeNull();
  });
});
