import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { playDetection } from '#core/detection/play.ts';
import type { Finding } from '#core/exercise/exercise-kind.ts';
import Debrief from '#ui/detection/Debrief.svelte';
import { SMALL_MARKET, see } from '../market/small-market.ts';
import { textOf } from '../market/text-of.ts';

const names = {
  'third-person-voice': 'Spoken for by others',
  'manager-reference': 'A manager or driver named',
  'rest-gaps': 'Time off',
};
const finding = (
  kind: Finding['kind'],
  ad: string,
  locator?: string,
  indicator?: string,
  reason = 'Because.',
): Finding => ({
  kind,
  at: { ad, ...(locator && { locator }) },
  ...(indicator && { indicator, strength: 'weak' as const, innocentExplanation: 'A friend wrote it.' }),
  reason,
  sources: indicator
    ? [
        { code: 'STIM', mark: 'A', says: 'Practitioners look at the voice.' },
        { code: 'ACPO', mark: 'U', says: 'Not reached.' },
      ]
    : [],
});
const FINDINGS = [
  finding('miss', '0302', 's2', 'manager-reference'),
  finding('hit', '0302', 's1', 'third-person-voice'),
  finding('miss', '0302', undefined, undefined, 'ad.miss'),
  finding('falseFlag', '0301', 'f:price', 'third-person-voice', 'The ad talks about a person.'),
  finding('notKnowable', '0304', undefined, undefined, 'ad.notKnowable'),
];

function show(findings: readonly Finding[] = FINDINGS) {
  const judgements = { '0302': { band: 'check', certainty: 2 } } as const;
  const props = { market: SMALL_MARKET, response: { ...playDetection.empty, judgements }, see, names, base: '/kit/' };
  return render(Debrief, { ...props, findings });
}
const open = async (id: string) => {
  screen.getByRole('link', { name: new RegExp(id) }).click();
  await Promise.resolve();
};
const exhibit = (id: string) => screen.findByRole('region', { name: `Exhibit ${id}` });

describe('the debrief of finding', () => {
  it('lays each verdict over the exhibit with line, number and word', async () => {
    show();
    await open('0302');
    const page = await exhibit('0302');
    expect([...(within(page).getByText('She is friendly.')?.classList ?? [])]).toContain('mk--hit');
    expect([...(within(page).getByText('The manager gives the time.')?.classList ?? [])]).toContain('mk--miss');
    const keys = within(page).getAllByRole('link');
    expect(keys.map((key) => key.getAttribute('aria-label'))).toEqual(['1, hit', '2, missed']);
    const target = keys[1]?.getAttribute('href')?.slice(1) ?? '';
    expect(textOf(document.getElementById(target))).toMatch(/Missed.*A manager or driver named/);
  });

  it('explains a note with strength, innocent reading, graded sources and the page of the sign', async () => {
    show();
    await open('0302');
    const note = (await screen.findAllByText('Spoken for by others.')).map((name) =>
      name.closest('li'),
    )[0] as HTMLElement;
    expect(textOf(note)).toMatch('Weak.');
    expect(textOf(note)).toMatch('Innocent explanation: A friend wrote it.');
    expect(textOf(note)).toMatch(/STIM A\s*abstract or report by others only/);
    expect(textOf(note)).toMatch(/ACPO U\s*unverified/);
    expect(within(note).getByRole('link', { name: 'About this sign' })?.getAttribute('href')).toBe(
      '/kit/signs/third-person-voice/',
    );
    expect(within(note).getByRole('link', { name: 'STIM' })?.getAttribute('href')).toBe('/kit/sources/#stim');
  });

  it.each([
    [4.02, 'ads', 'it is 4 times as common among controlled ads as among others.'],
    [0.25, 'ads', 'it is 4 times as common among other ads as among controlled ones.'],
    [1.1, 'ads', 'it is about as common among controlled ads as among others.'],
    [13.94, 'offers', 'it is 14 times as common among deceptive offers as among honest ones.'],
  ] as const)(
    'says what a ratio of %s means, as a training value, with its grade of evidence',
    (ratio, among, words) => {
      const marked = finding('hit', '0302', 's1', 'third-person-voice');
      show([{ ...marked, weight: { ratio, among, evidence: 'mixed' } }]);
      const [note] = screen.getAllByText(/In this market/);
      expect(textOf(note ?? null)).toBe(
        `In this market ${words} This is a training value. It says nothing about real ads. Outside the kit: research disagrees.`,
      );
    },
  );

  it('says of a next step whether it fits, and what does', async () => {
    const step = { chosen: 'preserve', fitting: ['check-links', 'keep'] };
    show([{ ...finding('falseFlag', '0302', undefined, undefined, 'ad.step.early'), step }]);
    const [verdict] = screen.getAllByText('Next step does not fit');
    expect(textOf(verdict?.closest('li') ?? null)).toMatch(
      /without cause\. You chose: Preserve the page\. What fits here: Check links to other ads; Keep the ad in the list/,
    );
    expect(screen.queryByText('False flag', { selector: '.annot .verdict' })).toBeNull();
  });

  it('shows the judgement beside the ad, and what no judgement counts as', async () => {
    show();
    expect(await exhibit('0301')).toBeTruthy();
    expect(screen.getByText('You: not judged, which counts as no action')).toBeTruthy();
    await open('0302');
    expect(await screen.findByText('You: check links, fairly')).toBeTruthy();
  });

  it('says which ads could not be known, and leads to them', async () => {
    show();
    const part = screen.getByRole('region', { name: 'Not knowable' });
    expect(textOf(part)).toMatch('You lose no marks for it.');
    within(part).getByRole('button', { name: 'Ad 0304, Bel, Ostrel' }).click();
    expect(await exhibit('0304')).toBeTruthy();
    expect(textOf(document.activeElement)).toMatch('Ad 0304, annotated');
  });

  it('lays marks of some words over the sentence in which they stand, the longer one giving the line', async () => {
    show([finding('hit', '0302', 't:21-34', 'manager-reference'), finding('miss', '0302', 's2', 'rest-gaps')]);
    const page = await exhibit('0302');
    const marks = [...page.querySelectorAll('.lines .mk')];
    expect(marks.map((mark) => [textOf(mark).trim(), mark.className])).toEqual([
      ['The', 'mk mk--miss'],
      ['manager gives', 'mk mk--miss'],
      ['the time.', 'mk mk--miss'],
    ]);
    expect(
      within(page)
        .getAllByRole('link')
        .map((key) => key.getAttribute('aria-label')),
    ).toEqual(['2, hit', '1, missed']);
  });

  it('lists a mark whose place the page no longer has, and draws nothing for it', async () => {
    show([finding('falseFlag', '0302', 't:900-950', 'rest-gaps'), finding('miss', '0302', 's1', 'third-person-voice')]);
    const page = await exhibit('0302');
    expect(page.querySelectorAll('.mk')).toHaveLength(1);
    expect(screen.getAllByText(/no longer shows this place \(t:900-950\)/).length).toBeGreaterThan(0);
  });

  it('says so where there is nothing to explain', () => {
    show([]);
    expect(screen.getByText('No ad has a note')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Not knowable' })).toBeNull();
  });
});
