import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import HandIn from '#room/team/screens/HandIn.svelte';
import JoinForm from '#room/team/screens/JoinForm.svelte';

const GROUPS = ['T5QN7', 'ABADC', 'B062K'];
const result = {
  standing: 'open' as const,
  groups: GROUPS,
  lost: false,
  handIn: () => {},
  draw: async () => ({ size: 41, path: 'M4 4h7v1h-7z' }),
  copy: async () => true,
  save: () => {},
  votes: false,
};

describe('handing in', () => {
  it('is one press, and confirmed with its hour only once the room has it', async () => {
    const handIn = vi.fn();
    const { rerender } = render(HandIn, { props: { ...result, handIn } });
    await fireEvent.click(screen.getByRole('button', { name: 'Hand in' }));
    expect(handIn).toHaveBeenCalledOnce();

    await rerender({ standing: 'sending' });
    expect(screen.queryByRole('button', { name: 'Hand in' })).toBeNull();
    expect(screen.getByText(/Sending your result/)).toBeTruthy();

    await rerender({ standing: 'done', hour: '14:37' });
    expect(screen.getByRole('heading', { name: 'Handed in at 14:37' })).toBeTruthy();
  });

  it('opens the line and the file by itself where there is no contact', () => {
    render(HandIn, { props: { ...result, lost: true } });
    expect(document.querySelector('details')?.open).toBe(true);
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows).toEqual(['T5QN7group 1', 'ABADCgroup 2', 'B062Kgroup 3']);
  });

  it('draws the line as a code where somebody looks at it, once', async () => {
    const draw = vi.fn(async () => ({ size: 41, path: 'M4 4h7v1h-7z' }));
    const { rerender } = render(HandIn, { props: { ...result, draw } });
    expect(draw).not.toHaveBeenCalled();
    await rerender({ lost: true });
    expect(await screen.findByRole('img', { name: 'The line as a code for a camera' })).toBeTruthy();
    await rerender({ groups: [...GROUPS] });
    expect(draw).toHaveBeenCalledExactlyOnceWith(GROUPS);
  });

  it('reads the line aloud where the code cannot be drawn', async () => {
    render(HandIn, { props: { ...result, lost: true, draw: () => Promise.reject(new Error('gone')) } });
    expect(await screen.findByText(/The code could not be drawn/)).toBeTruthy();
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  it('copies the line as it is read', async () => {
    const copy = vi.fn(async () => false);
    render(HandIn, { props: { ...result, lost: true, copy } });
    await fireEvent.click(screen.getByRole('button', { name: 'Copy the line' }));
    expect(copy).toHaveBeenCalledExactlyOnceWith('T5QN7 ABADC B062K');
    expect(await screen.findByText(/Select the line and copy it/)).toBeTruthy();
  });

  it('says so where the attempt does not fit in a line', () => {
    render(HandIn, { props: { ...result, groups: undefined, lost: true } });
    expect(screen.getByText(/too long for a line/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save the file' })).toBeTruthy();
  });
});

describe('joining a room', () => {
  it('asks for name, word and number of people, and moves the focus to what is missing', async () => {
    const join = vi.fn();
    render(JoinForm, { props: { word: 'lantern', busy: false, join } });
    await fireEvent.click(screen.getByRole('button', { name: 'Join the room' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Team name'));
    await fireEvent.input(screen.getByLabelText('Team name'), { target: { value: ' Plover ' } });
    await fireEvent.click(screen.getByRole('radio', { name: '4' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Join the room' }));
    expect(join).toHaveBeenCalledExactlyOnceWith({ word: 'lantern', name: 'Plover', people: 4 });
  });

  it('asks for the code only where a team wants to go on, and sends it', async () => {
    const join = vi.fn();
    render(JoinForm, { props: { word: 'lantern', fault: 'name-taken', busy: false, join } });
    expect(screen.queryByLabelText('Code of your team')).toBeNull();
    await fireEvent.input(screen.getByLabelText('Team name'), { target: { value: 'Plover' } });
    const [offer] = screen.getAllByRole('button', { name: 'Go on as this team' });
    await fireEvent.click(offer as HTMLElement);
    const code = await screen.findByLabelText('Code of your team');
    expect(document.activeElement).toBe(code);
    expect(join).not.toHaveBeenCalled();

    await fireEvent.submit(code.closest('form') as HTMLFormElement);
    expect(join).not.toHaveBeenCalled();
    expect(screen.getByText('Type the code of your team. The facilitator can read it out.')).toBeTruthy();
    await fireEvent.input(code, { target: { value: ' k7m 2q ' } });
    await fireEvent.submit(code.closest('form') as HTMLFormElement);
    expect(join).toHaveBeenCalledExactlyOnceWith({ word: 'lantern', name: 'Plover', people: 2, code: 'k7m 2q' });
  });

  it('says at the code that it is wrong', async () => {
    const { rerender } = render(JoinForm, { props: { word: 'lantern', busy: false, join: () => {} } });
    await fireEvent.click(screen.getByRole('button', { name: 'Go on as this team' }));
    await rerender({ fault: 'wrong-code' });
    expect(document.activeElement).toBe(screen.getByLabelText('Code of your team'));
    expect(screen.getByText(/This is not the code of the team/)).toBeTruthy();
  });
});
