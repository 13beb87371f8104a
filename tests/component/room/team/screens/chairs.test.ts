import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import ChairForm from '#room/team/screens/ChairForm.svelte';
import FirstChair from '#room/team/screens/FirstChair.svelte';

const roles = [
  { kind: 'prosecutor', title: 'Prosecutor, Drimelle' },
  { kind: 'ngo', title: 'Support worker, Open Table' },
] as const;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const chair = (title: string) => within(screen.getByRole('group', { name: `${title}: which of you?` }));
const person = (title: string, n: number) => chair(title).getByRole('checkbox', { name: `Person ${n}` });

describe('giving chairs', () => {
  it('proposes chairs for everybody, and takes them as they stand', async () => {
    const give = vi.fn();
    render(ChairForm, { props: { roles, people: 3, give } });

    await press('Take these chairs');

    expect(give).toHaveBeenCalledExactlyOnceWith({ prosecutor: [1, 3], ngo: [2] });
  });

  it('takes what the team changes, once nobody is left standing and no chair is empty', async () => {
    const give = vi.fn();
    render(ChairForm, { props: { roles, people: 3, give } });

    await fireEvent.click(person('Support worker, Open Table', 2));
    await press('Take these chairs');
    expect(screen.getByText('Nobody speaks for Support worker, Open Table. Choose a person.')).toBeTruthy();
    expect(document.activeElement).toBe(person('Support worker, Open Table', 1));

    await fireEvent.click(person('Support worker, Open Table', 1));
    await press('Take these chairs');
    expect(screen.getByText('Person 2 has no chair. Choose one.')).toBeTruthy();
    expect(give).not.toHaveBeenCalled();

    await fireEvent.click(person('Support worker, Open Table', 2));
    await press('Take these chairs');
    expect(give).toHaveBeenCalledExactlyOnceWith({ prosecutor: [1, 3], ngo: [1, 2] });
  });

  it('says that some have two where there are more roles than people', () => {
    const three = [...roles, { kind: 'police', title: 'Analyst' } as const];
    render(ChairForm, { props: { roles: three, people: 2, give: () => {} } });

    expect(screen.getByText(/some of you have two chairs/)).toBeTruthy();
    expect(person('Analyst', 1)).toHaveProperty('checked', true);
    expect(person('Prosecutor, Drimelle', 1)).toHaveProperty('checked', true);
  });

  it('can be left out', async () => {
    const give = vi.fn();
    render(ChairForm, { props: { roles, people: 3, give } });

    await press('Play without chairs');

    expect(give).toHaveBeenCalledExactlyOnceWith({});
  });

  it('shows what was given before', () => {
    render(ChairForm, { props: { roles, people: 2, chairs: { prosecutor: [2], ngo: [1] }, give: () => {} } });

    expect(person('Prosecutor, Drimelle', 2)).toHaveProperty('checked', true);
    expect(person('Prosecutor, Drimelle', 1)).toHaveProperty('checked', false);
  });
});

describe('the chair that speaks first', () => {
  it('is named with its people, and with what it looks at', () => {
    render(FirstChair, { props: { role: 'ngo', title: 'Support worker, Open Table', people: [2, 5] } });

    expect(screen.getByText('Support worker, Open Table: person 2, person 5')).toBeTruthy();
    expect(screen.getByText(/Read this scene aloud.*what this step can cost them/)).toBeTruthy();
  });
});
