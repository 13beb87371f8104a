import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { BundleForm } from '#evidence/court-file/model/form.ts';
import { playCourtroom } from '#kinds/courtroom/model/play.ts';
import FormTold from '#kinds/courtroom/screens/FormTold.svelte';
import { FILE, sitInCourt } from '../../../../support/kinds/courtroom/small-court.ts';

const form: BundleForm = {
  pair: 'small',
  place: 'before',
  items: [
    {
      id: 'who',
      part: 'authority',
      asks: 'Whose order is enough?',
      options: [
        { id: 'a', text: 'That of a judge.' },
        { id: 'b', text: 'That of a bank.' },
        { id: 'c', text: 'None.' },
      ],
    },
    { id: 'new', part: 'shift', fact: 'A lease is found.', asks: 'Somebody is held.' },
  ],
};
const file = { ...FILE, bundle: { ...FILE.bundle, form } };

describe('the questions beside the file', () => {
  test('are a part of the file only where it is a form', async () => {
    sitInCourt();
    expect(screen.queryByRole('button', { name: /Questions/ })).toBeNull();
  });

  test('keep each answer, accept a change, and do not show what is right', async () => {
    const court = sitInCourt({}, { file });
    await court.click(/Questions/);
    const [first, second] = screen.getAllByRole('group').map((group) => within(group));
    await fireEvent.click(first?.getByRole('radio', { name: 'That of a bank.' }) as HTMLElement);
    await fireEvent.click(first?.getByRole('radio', { name: 'That of a judge.' }) as HTMLElement);
    await fireEvent.click(second?.getByRole('radio', { name: 'a little away' }) as HTMLElement);
    await court.settle();

    expect(court.response().items).toEqual({ who: 'a', new: '-1' });
    expect(court.container.textContent).not.toMatch(/\bright\b.*not right|Your answer/);
  });

  test('are looked back on with the answer, the reason and the rule', () => {
    render(FormTold, {
      items: form.items,
      answers: { ...playCourtroom.empty.items, who: 'b' },
      key: {
        who: { right: 'a', why: 'A judge orders it.', rules: ['copies'], sources: [] },
        new: { direction: -1, why: 'A rent is a sign against it.', sources: [] },
      },
      law: FILE.law,
      base: '/kit/',
    });
    const [who, shift] = screen.getAllByRole('article').map(({ textContent }) => textContent.replaceAll(/\s+/g, ' '));

    expect(who).toMatch(/Your answer: That of a bank\. not right .*That of a judge\..*A judge orders it\..*Copies/);
    expect(shift).toMatch(/You gave no answer\..*a little away.*A rent is a sign/);
    expect(shift).not.toMatch(/right/);
  });
});
