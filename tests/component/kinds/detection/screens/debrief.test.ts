import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import type { DetectionFacts } from '#kinds/detection/model/facts.ts';
import { playDetection } from '#kinds/detection/model/play.ts';
import { DETECTION_SENTENCES } from '#kinds/detection/model/sentences.ts';
import Debrief from '#kinds/detection/screens/Debrief.svelte';
import words from '#words/kinds/detection/debrief.json' with { type: 'json' };
import { SMALL_MARKET, see } from '../../../../support/market/small-market.ts';
import { textOf } from '../../../../support/market/text-of.ts';

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

/** 0302 overlooked, 0304 not knowable and not judged, 0301 flagged with too little cause, 0305 alike, 0306 not flagged. */
const FACTS: DetectionFacts = {
  of: 5,
  judged: 4,
  hits: [],
  misses: ['0302'],
  leftOut: [],
  unknowable: ['0304'],
  falseFlags: ['0301'],
  tooHigh: [],
  alike: ['0305'],
  leftAlone: ['0306'],
  notJudged: ['0304'],
  sought: 'controlled',
  controlled: 2,
  harm: { miss: 5, falseFlag: 1 },
  cost: 6,
  escalated: [],
  notEscalated: ['0303'],
  noted: ['0303'],
  marks: { right: 1, wrong: 1, half: 0, again: 0, traps: 0, cues: 0, missed: 1 },
  mostMissed: { signs: ['manager-reference'], count: 1 },
};

function show(findings: readonly Finding[] = FINDINGS, facts: DetectionFacts = FACTS) {
  const judgements = { '0302': { band: 'check', certainty: 2 } } as const;
  const props = { market: SMALL_MARKET, response: { ...playDetection.empty, judgements }, see, names, base: '/kit/' };
  return render(Debrief, { ...props, findings, facts, sentences: sentencesFrom(DETECTION_SENTENCES, facts) });
}
const open = async (id: string) => {
  within(screen.getByRole('list', { name: 'Ads' }))
    .getByRole('link', { name: new RegExp(id) })
    .click();
  await Promise.resolve();
};
/** The sentence of that id on the screen, found by how it begins. */
const saidAs = (id: keyof typeof words) => {
  const start = words[id].split('{')[0] ?? '';
  return screen.getByText((_, element) => element?.tagName === 'LI' && textOf(element).trim().startsWith(start));
};
const exhibit = (id: string) => screen.findByRole('region', { name: `Exhibit ${id}` });

describe('the debrief of a detection exercise', () => {
  it('marks each verdict in the exhibit with line, number and word', async () => {
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
    expect(textOf(note)).toMatch('Strength in this market: weak.');
    expect(textOf(note)).toMatch('Innocent explanation: A friend wrote it.');
    expect(textOf(note)).toMatch(/STIM.*A, abstract or report by others only/);
    expect(textOf(note)).toMatch(/ACPO.*U, unverified/);
    const [sign, source] = within(note).getAllByRole('link', { name: /opens in a new tab$/ });
    expect(sign?.getAttribute('href')).toBe('/kit/signs/third-person-voice/');
    expect(textOf(source)).toMatch(/^STIM\b/);
    expect(source?.getAttribute('href')).toBe('/kit/sources/#stim');
  });

  it('lists the signs on the page of an unknowable ad', async () => {
    const shown = {
      ...finding('notKnowable', '0304', undefined, undefined, 'ad.notKnowable.sign'),
      shows: ['rest-gaps'],
    };
    show([shown]);
    await open('0304');
    expect(screen.getAllByText('The one sign on its page, by the key: Time off.').length).toBeGreaterThan(0);
    expect(
      screen.getAllByText(/^This ad is controlled .* they tell it too little from other ads/).length,
    ).toBeGreaterThan(0);
  });

  it('lists all notes briefly, and explains each sign once after them', () => {
    const other = { ...finding('falseFlag', '0306', 's1', 'third-person-voice'), reason: 'It speaks of her.' };
    show([...FINDINGS, other]);
    const list = screen.getByText('All notes as a list').closest('details') as HTMLElement;
    const inList = textOf(list);
    const times = (words: string) => inList.split(words).length - 1;
    expect(times('You marked: Spoken for by others.')).toBe(2);
    // Two signs, each with its innocent explanation and its two sources once.
    expect(times('Innocent explanation: A friend wrote it.')).toBe(2);
    expect(times('Practitioners look at the voice.')).toBe(2);
  });

  it.each([
    [4.02, 'ads', 'it is 4 times as common among controlled ads as among others.'],
    [0.25, 'ads', 'it is 4 times as common among other ads as among controlled ones.'],
    [1.1, 'ads', 'it is about as common among controlled ads as among others.'],
    [13.94, 'offers', 'it is 14 times as common among ads of recruiters who deceive as among others.'],
    // Rounded, it would be called moderate beside the word weak.
    [1.972, 'ads', 'it is 1.97 times as common among controlled ads as among others.'],
  ] as const)(
    'says what a ratio of %s means, as a training value, with its grade of evidence',
    (ratio, among, words) => {
      const marked = finding('hit', '0302', 's1', 'third-person-voice');
      show([{ ...marked, weight: { ratio, among, evidence: 'mixed' } }]);
      const [note] = screen.getAllByText(/In markets like this one it/);
      expect(textOf(note ?? null)).toBe(
        `In markets like this one ${words} This is a training value. It says nothing about real ads. Outside the kit: research disagrees.`,
      );
    },
  );

  it('says that a mark under another name counts half, and that a cue is no sign', async () => {
    show([
      { ...finding('falseFlag', '0302', 's1', 'third-person-voice'), inPlaceOf: 'manager-reference' },
      { ...finding('falseFlag', '0302', 's2', 'rest-gaps'), namesCue: true },
    ]);
    await open('0302');
    const [half, cue] = [...document.querySelectorAll('.page--annot .annot')].map(textOf);
    expect(half).toMatch(/counts half.*The key has another sign at this place: A manager or driver named\./);
    expect(cue).toMatch(
      /You marked: Time off\. The answer key of this exercise does not have this name at this place\. This is a protective/,
    );
    expect(cue).not.toMatch(/Strength/);
  });

  it.each([
    ['falseFlag', 'ad.falseFlag.none', 'Flagged with too little cause'],
    ['falseFlag', 'ad.tooHigh.none', 'Flagged one level too high'],
    ['hit', 'ad.alike.none', 'Flagged, and the key accepts it'],
  ] as const)('begins the note on a flag with what it is: %s, %s', async (kind, reason, words) => {
    show([finding(kind, '0302', undefined, undefined, reason)]);
    await open('0302');
    const note = textOf(document.querySelector('.page--annot .annot'));
    expect(note).toContain(words);
    expect(/without cause/.test(note)).toBe(reason === 'ad.falseFlag.none');
  });

  it('says whether the next step fits, and which steps do', async () => {
    const step = { chosen: 'preserve', fitting: ['check-links', 'keep'] };
    show([{ ...finding('falseFlag', '0302', undefined, undefined, 'ad.step.early'), step }]);
    await open('0302');
    const [verdict] = screen.getAllByText('Next step does not fit');
    expect(textOf(verdict?.closest('li') ?? null)).toMatch(
      /without enough cause\. You chose: Preserve the page\. What fits here: Check links to other ads; Keep the ad in the list/,
    );
    expect(screen.queryByText('Not in the key', { selector: '.annot .verdict' })).toBeNull();
  });

  it('shows the judgement beside the ad, or what a missing judgement counts as', async () => {
    show();
    expect(await exhibit('0301')).toBeTruthy();
    expect(
      screen.getByText('You: not judged, which counts as “no action” and gives 0 points for certainty'),
    ).toBeTruthy();
    await open('0302');
    expect(await screen.findByText('You: check links, fairly')).toBeTruthy();
  });

  it('lists and links the unknowable ads', async () => {
    show();
    const part = screen.getByRole('region', { name: 'Not knowable' });
    expect(textOf(part)).toMatch('Whatever level you gave it, it costs no marks.');
    within(part).getByRole('button', { name: 'Ad 0304, Bel, Ostrel' }).click();
    expect(await exhibit('0304')).toBeTruthy();
    expect(textOf(document.activeElement)).toMatch('Ad 0304, annotated');
  });

  it('shows free marks in their sentence, with the line of the longer one', async () => {
    show([finding('hit', '0302', 't:21-34', 'manager-reference'), finding('miss', '0302', 's2', 'rest-gaps')]);
    await open('0302');
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

  it('lists a mark whose place is gone from the page, without drawing it', async () => {
    show([finding('falseFlag', '0302', 't:900-950', 'rest-gaps'), finding('miss', '0302', 's1', 'third-person-voice')]);
    await open('0302');
    const page = await exhibit('0302');
    expect(page.querySelectorAll('.mk')).toHaveLength(1);
    expect(screen.getAllByText(/no longer shows this place \(t:900-950\)/).length).toBeGreaterThan(0);
  });

  it('says that nothing needs explaining', async () => {
    show([]);
    expect(await exhibit('0301')).toBeTruthy();
    expect(screen.getByText('There is no note on this ad.')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Not knowable' })).toBeNull();
  });

  it('lists every ad with verdicts first, and never a closed card', () => {
    show();
    const links = within(screen.getByRole('list', { name: 'Ads' })).getAllByRole('link');
    expect(links.map((link) => textOf(link))).toEqual([
      expect.stringMatching(/^0301.*Flagged with too little cause/),
      expect.stringMatching(/^0302.*Overlooked/),
      expect.stringMatching(/^0304.*Not knowable.*Not judged/),
      expect.stringMatching(/^0305.*Flagged, and the key accepts it/),
      expect.stringMatching(/^0306.*Not flagged/),
    ]);
  });

  it('counts under each verdict as many ads as its list has', async () => {
    show();
    const filters = within(screen.getByRole('group', { name: 'Show ads by verdict' })).getAllByRole('button');
    expect(filters).toHaveLength(9);
    for (const filter of filters) {
      await fireEvent.click(filter);
      expect(filter.getAttribute('aria-pressed')).toBe('true');
      const list = screen.queryByRole('list', { name: 'Ads' });
      const count = Number(/\d+$/.exec(textOf(filter).trim())?.[0]);
      expect(`${textOf(filter)}: ${list ? within(list).getAllByRole('listitem').length : 0}`).toBe(
        `${textOf(filter)}: ${count}`,
      );
    }
  });

  it('notes an unmarked protective cue, and says that it costs nothing', async () => {
    show([{ ...finding('cue', '0306', 's1', 'rest-gaps', 'The page names free days.'), unmarked: true }]);
    await open('0306');
    expect(screen.queryByText('There is no note on this ad.')).toBeNull();
    expect(screen.getAllByText('The page shows this cue, and you did not mark it. That costs nothing.')).not.toEqual(
      [],
    );
    expect(screen.getAllByText(/Time off/)).not.toEqual([]);
  });

  it('breaks the harm down into its sum: each counted ad by name, and those left out', () => {
    show();
    const [summary] = screen.getAllByText(/^Harm: 1 overlooked/);
    expect(textOf(summary ?? null)).toContain(
      'Harm: 1 overlooked × 5 + 1 flagged with too little cause or one level too high × 1 = 6.',
    );
    const table = screen.getByRole('table', { name: 'Harm, ad by ad' });
    const cells = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map((cell) => textOf(cell).trim()));
    expect(cells).toEqual([
      ['Controlled, judged and not flagged', '0302', '1', '5', '5'],
      ['Controlled and not judged', 'none', '0', '5', '0'],
      ['Not controlled, and flagged with too little cause', '0301', '1', '1', '1'],
      ['Not controlled, looks alike, and flagged as urgent', 'none', '0', '1', '0'],
      ['Not controlled, flagged, and the key accepts it', '0305', '1', '0', '0'],
      ['Not knowable', '0304', '1', '0', '0'],
      ['Harm', '6'],
    ]);
  });

  it('links an ad named in a sentence to that ad, but never a closed card', async () => {
    show();
    const said = saidAs('find.missed');
    await fireEvent.click(within(said).getByRole('link', { name: '0302' }));
    expect(await exhibit('0302')).toBeTruthy();
    expect(textOf(document.activeElement)).toMatch('Ad 0302, annotated');
    const card = saidAs('find.withheld.open');
    expect(textOf(card)).toMatch('0303');
    expect(within(card).queryByRole('link')).toBeNull();
  });

  it('links the sign of a sentence to its page', () => {
    show();
    const said = saidAs('find.most-missed');
    expect(textOf(said)).toMatch('A manager or driver named');
    const [link, inWhy] = within(said).getAllByRole('link');
    for (const one of [link, inWhy]) expect(one?.getAttribute('href')).toBe('/kit/signs/manager-reference/');
    expect(inWhy?.getAttribute('target')).toBe('_blank');
  });
});
