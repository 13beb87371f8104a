import { render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { translator } from '#i18n/translator.ts';
import DeskFacts from '#kinds/requests/screens/DeskFacts.svelte';
import messages from '#words/kinds/requests.json' with { type: 'json' };
import { DESK, market } from '../../../../support/kinds/requests/small-desk.ts';

const t = translator(messages);

describe('what everyone can know before a letter', () => {
  test.each([
    [true, 'facts.emergency', 'facts.emergency.none'],
    [false, 'facts.emergency.none', 'facts.emergency'],
    [undefined, 'facts.emergency.none', 'facts.emergency'],
  ] as const)('says whether orders for danger to life are open: %s', (emergency, said, unsaid) => {
    render(DeskFacts, { props: { desk: { ...DESK, ...(emergency !== undefined && { emergency }) }, market } });

    expect(screen.queryByText(t(said))).not.toBeNull();
    expect(screen.queryByText(t(unsaid))).toBeNull();
  });
});

describe('the ways that a letter can go', () => {
  const [home, abroad] = DESK.states;
  const states = [home, { ...abroad, channels: { point: 300 } }] as typeof DESK.states;
  const rows = () =>
    [...screen.getByRole('table', { name: t('facts.ways') }).querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].slice(1).map((cell) => cell.textContent?.trim()),
    );

  test('are shown with each State, and with the time of an answer where they are open', () => {
    render(DeskFacts, { props: { desk: { ...DESK, states }, market } });
    const closed = t('facts.way.closed');
    const open = (time: string) => t('facts.way.open', { time });
    expect(rows()).toEqual([
      [open('1 d'), closed],
      [closed, closed],
      [closed, open('5 h')],
      [closed, closed],
      [closed, closed],
      [closed, closed],
    ]);
  });

  test('are left out where a desk has no choice', () => {
    render(DeskFacts, { props: { desk: DESK, market } });
    expect(screen.queryByText(t('facts.ways'))).toBeNull();
  });
});
