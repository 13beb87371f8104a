import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import { sitDown } from '../../../../support/kinds/detection/trainee.ts';
import { textOf } from '../../../../support/market/text-of.ts';

const queue = () => screen.getByRole('list', { name: 'Ads in the order in which to look' });

describe('the queue', () => {
  it('is shown only in an exercise with a budget', async () => {
    await sitDown({ opened: ['0301'] });
    expect(screen.queryByText(/Your queue/)).toBeNull();
  });

  it('adds, moves and removes ads; a moved ad keeps the focus', async () => {
    const { click, response } = await sitDown({ opened: ['0301'], queue: ['0302', '0304'] }, { budget: 2 });
    await click('Put ad 0301 last in the queue');
    await click('Move ad 0301 up');
    await click('Move ad 0301 up');
    expect(response().queue).toEqual(['0301', '0302', '0304']);
    expect(textOf(within(queue()).getAllByRole('listitem')[2] ?? null)).toMatch(
      'outside the queue: nobody will look at it',
    );
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move ad 0301 up' }));
    await click('Take ad 0302 out of the queue');
    expect(response().queue).toEqual(['0301', '0304']);
  });
});

describe('the next step', () => {
  it('is part of the judgement, and requires a check where more information is needed', async () => {
    const { press, click, acts } = await sitDown({ opened: ['0301'] });
    await press('0');
    await click(/^Unsure/, 'radio');
    const step = screen.getByRole('combobox', { name: 'Which check would tell you more?' });
    await fireEvent.change(step, { target: { value: 'check-links' } });
    await click('Commit judgement');

    expect(acts).toContainEqual({ type: 'ad.judged', ad: '0301', band: 'unknown', certainty: 1, next: 'check-links' });
  });
});

describe('a practice round', () => {
  const finding: Finding = {
    kind: 'miss',
    at: { ad: '0301', locator: 's1' },
    indicator: 'third-person-voice',
    reason: 'Somebody else speaks.',
    sources: [],
  };
  const asked: string[] = [];
  const explain = async (adId: string) => {
    asked.push(adId);
    return [finding];
  };

  it('explains an ad only after its judgement, which then stays', async () => {
    const { press, click, acts } = await sitDown({ opened: ['0301'] }, { explain });
    expect(asked).toEqual([]);
    await press('2');
    await click(/^Fairly/, 'radio');
    await click('Commit judgement');

    expect(await screen.findByText('Somebody else speaks.')).toBeTruthy();
    expect(asked).toEqual(['0301']);
    expect(screen.queryByRole('button', { name: /judgement/ })).toBeNull();
    expect((screen.getByRole('radio', { name: /Urgent/ }) as HTMLInputElement).closest('fieldset')?.disabled).toBe(
      true,
    );
    await press('4');
    expect((screen.getByRole('radio', { name: /Check links/ }) as HTMLInputElement).checked).toBe(true);
    await click('Next ad');
    expect(acts.at(-1)).toMatchObject({ type: 'ad.opened' });
    expect(screen.queryByText('Somebody else speaks.')).toBeNull();
  });

  it('keeps the judgement where the answer cannot be fetched, and offers a retry', async () => {
    let tries = 0;
    const flaky = async () => {
      tries += 1;
      if (tries === 1) throw new Error('no network');
      return [finding];
    };
    const judgements = { '0301': { band: 'none', certainty: 1 } } as const;
    const { click } = await sitDown({ opened: ['0301'], judgements }, { explain: flaky });
    expect(await screen.findByText(/could not be fetched/)).toBeTruthy();
    await click('Try again');
    expect(await screen.findByText('Somebody else speaks.')).toBeTruthy();
  });
});
