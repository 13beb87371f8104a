import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { withClockReading } from '#evidence/drill/model/clock-reading.ts';
import { COURT_QUESTIONS, type CourtQuestion } from '#evidence/drill/model/court-questions.ts';
import type { Drill } from '#evidence/drill/model/draw-drill.ts';
import type { ClaimedFault } from '#evidence/drill/model/judge-drill.ts';
import { plantFaults } from '#evidence/drill/model/plant-faults.ts';
import { plantOddity } from '#evidence/drill/model/plant-oddity.ts';
import { readOddities } from '#evidence/drill/model/read-oddities.ts';
import { ERROR_CODES, type ErrorCode } from '#evidence/drill/model/typical-errors.ts';
import DrillAnswer from '#evidence/drill/screens/DrillAnswer.svelte';
import DrillResult from '#evidence/drill/screens/DrillResult.svelte';
import DrillSheet from '#evidence/drill/screens/DrillSheet.svelte';
import { oddityWords, saidWords, standsWords } from '#evidence/drill/screens/drill-words.ts';
import { emptyLetter } from '#evidence/letters/model/letter.ts';
import type { CustodyEntry } from '#evidence/locker/model/custody-log.ts';
import { withLog } from '#evidence/locker/model/rechain.ts';
import { faultWords } from '#evidence/locker/screens/fault-words.ts';
import { translator } from '#i18n/translator.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import messages from '#words/evidence/locker.json' with { type: 'json' };
import { LAW } from '../../../../support/builders/a-law.ts';
import { reportAfter, smallLocker } from '../../../../support/evidence/locker/small-locker.ts';

const t = translator(messages);
const small = smallLocker();
const [first, ...later] = small.custody as readonly [CustodyEntry, ...CustodyEntry[]];
const plan = { ...first, action: 'plan.noted', reason: 'to keep two pages' };
/** The small locker with a purpose and a reading of the clock, so that no question is open for want of them. */
const locker = withClockReading(withLog(small, [first, plan, ...later]));
const law = { states: [LAW] };
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const place = (code: ErrorCode) =>
  screen.getByLabelText(new RegExp(`${t('drill.answer.where')}.*${faultWords(code).name}`));
const commitButton = () => screen.getByRole('button', { name: t('drill.commit') });

async function answerQuestions(open: readonly CourtQuestion[]) {
  for (const question of COURT_QUESTIONS) {
    const group = screen.getByRole('group', { name: new RegExp(t(`court.${question}`).replace('?', '\\?')) });
    const name = t(open.includes(question) ? 'drill.answer.open' : 'drill.answer.answers');
    await fireEvent.click(within(group).getByRole('radio', { name }));
  }
}

describe('the answer to a drill', () => {
  const shown = () => {
    const commit = vi.fn();
    render(DrillAnswer, { props: { items: ['EV-001', 'EV-002'], commit } });
    return commit;
  };

  test('offers each mistake in its group, no mistake, and two answers to each of the ten questions', () => {
    shown();
    expect(screen.getAllByRole('checkbox')).toHaveLength(ERROR_CODES.length + 1);
    expect(screen.getAllByRole('radio')).toHaveLength(2 * COURT_QUESTIONS.length);
    const group = screen.getByRole('group', { name: t('drill.group.time') });
    expect(within(group).getAllByRole('checkbox')).toHaveLength(2);
  });

  test('reports each mistake with its place, and the questions that stay open', async () => {
    const commit = shown();
    await fireEvent.click(box(faultWords('E5').name));
    await fireEvent.click(box(faultWords('E9').name));
    await fireEvent.change(place('E5'), { target: { value: 'EV-002' } });
    await fireEvent.change(place('E9'), { target: { value: 'log' } });
    await answerQuestions(['unaltered', 'who', 'attribution']);
    await fireEvent.click(commitButton());

    expect(commit).toHaveBeenCalledExactlyOnceWith({
      faults: [
        { code: 'E5', at: 'EV-002' },
        { code: 'E9', at: 'log' },
      ],
      open: ['unaltered', 'who', 'attribution'],
    });
  });

  test('takes "no mistake" for an answer that excludes the others, in both directions', async () => {
    const commit = shown();
    const none = box(t('drill.answer.none'));
    const other = box(faultWords('E3').name);
    await fireEvent.click(other);
    await fireEvent.click(none);
    expect([none.checked, other.checked]).toEqual([true, false]);
    await fireEvent.click(other);
    expect([none.checked, other.checked]).toEqual([false, true]);
    await fireEvent.click(none);
    await answerQuestions([]);
    await fireEvent.click(commitButton());

    expect(commit).toHaveBeenCalledExactlyOnceWith({ faults: [], open: [] });
  });

  test('names a missing answer, moves the focus there, and reports nothing before all are given', async () => {
    const commit = shown();
    await fireEvent.click(commitButton());
    expect(screen.getByText(t('drill.missing.fault'))).toBeTruthy();
    expect(screen.getByText(t('drill.missing.questions', { count: 10 }))).toBeTruthy();
    expect(document.activeElement).toBe(box(t('drill.answer.none')));

    const { name } = faultWords('E4');
    await fireEvent.click(box(name));
    expect(screen.getByText(t('drill.missing.place', { names: name }))).toBeTruthy();
    await fireEvent.click(commitButton());
    await expect.poll(() => document.activeElement).toBe(place('E4'));
    expect(commit).not.toHaveBeenCalled();
  });
});

describe('a drill as a whole', () => {
  test('shows what the verifier says only after the answer', async () => {
    const report = await reportAfter();
    const drill: Drill = { locker, faults: [], oddities: [] };
    const props = {
      number: 7,
      drill,
      law,
      report,
      name: 'locker.zip',
      bytes: 12,
      sha256: 'ab'.repeat(32),
      base: '/kit/',
    };
    const withAnswer = (answer: { faults: []; open: [] } | undefined) => ({
      ...props,
      save: vi.fn(),
      commit: vi.fn(),
      answer,
    });
    const shows = () => screen.queryAllByRole('heading', { name: t('report') }).length;

    const { rerender, container } = render(DrillSheet, { props: withAnswer(undefined) });
    expect(container.textContent).toContain(t('drill.verifier.later'));
    for (const state of ['state.fits', 'state.noted', 'state.fails'] as const)
      expect(screen.queryByText(t(state))).toBeNull();
    expect(shows()).toBe(0);

    await rerender(withAnswer({ faults: [], open: [] }));
    expect(shows()).toBe(1);
    expect(container.textContent).not.toContain(t('drill.verifier.later'));
  });
});

describe('what was made', () => {
  const drillWith = (...codes: ErrorCode[]): Drill => {
    const [first = ''] = locker.items.map(({ facts }) => facts.itemId);
    const faulty = plantFaults(
      locker,
      codes.map((code) => ({ code, item: first })),
    );
    if (!faulty) throw new Error(`The locker cannot carry ${codes}.`);
    return { ...faulty, oddities: [] };
  };
  const open = (drill: Drill, faults: ClaimedFault[], questions: CourtQuestion[] = []) => {
    const answer = { faults, open: questions };
    const { container, unmount } = render(DrillResult, { props: { drill, law, answer, next: 8, base: '/kit/' } });
    return { text: container.textContent ?? '', unmount };
  };
  const rowOf = (question: CourtQuestion) =>
    screen.getByRole('row', { name: new RegExp(t(`court.${question}`).replace('?', '\\?')) }).textContent ?? '';

  test('shows each mistake as found, found elsewhere or overlooked, with its place and sources', () => {
    const { text } = open(drillWith('E13', 'E3', 'E9'), [
      { code: 'E13', at: 'EV-001' },
      { code: 'E3', at: 'EV-002' },
    ]);

    expect(text).toContain(t('drill.has.other', { count: 3 }));
    for (const heading of ['drill.found', 'drill.elsewhere', 'drill.overlooked'] as const)
      expect(screen.getByRole('heading', { name: t(heading) })).toBeTruthy();
    for (const code of ['E13', 'E3', 'E9'] as const) expect(text).toContain(faultWords(code).seen);
    expect(text).toContain(t('drill.place.wrong', { said: t('drill.answer.where.item', { item: 'EV-002' }) }));
    expect(text).toContain('SWG');
    expect(text).not.toContain(t('drill.alarm.cost'));
    expect(screen.getByRole('link', { name: t('drill.next') }).getAttribute('href')).toBe('/kit/evidence/drill/?n=8');
  });

  test('explains how another place counts: the page of the entry, or a page without the mistake', () => {
    const said = (at: string) => {
      const { text, unmount } = open(drillWith('E9'), [{ code: 'E9', at }]);
      unmount();
      return text;
    };
    const about = t('drill.place.about', { said: t('drill.answer.where.item', { item: 'EV-001' }) });
    const wrong = t('drill.place.wrong', { said: t('drill.answer.where.item', { item: 'EV-002' }) });

    expect(said('EV-001')).toContain(about);
    expect(said('EV-001')).toContain(t('drill.found'));
    expect(said('EV-002')).toContain(wrong);
    expect(said('EV-002')).toContain(t('drill.elsewhere'));
    expect(said('log')).not.toContain(t('drill.place.about', { said: '' }).split(':')[0]);
  });

  test('names both places of a mistake that is visible in a page and in the log', () => {
    const fault = { code: 'E8', item: 'EV-001', place: 'page', items: ['EV-001'], entries: [7] } as const;
    expect(standsWords(fault)).toBe(t('drill.place.both', { item: 'EV-001', entries: '7' }));
    expect([saidWords(fault, 'EV-001'), saidWords(fault, 'log')]).toEqual([undefined, undefined]);
    expect(saidWords(fault, 'EV-002')).toBeDefined();
  });

  test('says that "no mistake" is right on a clean drill, and names no fault', () => {
    const { text } = open({ locker, faults: [], oddities: [] }, []);

    expect(text).toContain(t('drill.clean.right'));
    for (const heading of ['drill.found', 'drill.overlooked', 'drill.alarms', 'drill.sources'] as const)
      expect(screen.queryByRole('heading', { name: t(heading) })).toBeNull();
  });

  test('explains a false alarm by what resembles it or where it would be visible, and its cost', () => {
    const renamed = plantOddity(locker, 'renamed', 0);
    if (!renamed) throw new Error('The locker cannot carry the oddity.');
    const [oddity] = readOddities(renamed);
    if (!oddity) throw new Error('The oddity is not seen.');
    const { text } = open({ locker: renamed, faults: [], oddities: [oddity] }, [
      { code: 'E10', at: 'EV-001' },
      { code: 'E4', at: 'EV-002' },
    ]);

    expect(text).toContain(t('drill.clean.wrong'));
    expect(text.split(oddityWords(oddity))).toHaveLength(2);
    expect(text).toContain(t('drill.alarm.none', { where: faultWords('E4').seen }));
    expect(text).toContain(t('drill.alarm.cost'));
  });

  test('explains why an unreported oddity is no mistake', () => {
    const renamed = plantOddity(locker, 'renamed', 0);
    if (!renamed) throw new Error('The locker cannot carry the oddity.');
    const oddities = readOddities(renamed);
    const { text } = open({ locker: renamed, faults: [], oddities }, []);

    expect(text).toContain(t('drill.oddities'));
    for (const oddity of oddities) expect(text).toContain(oddityWords(oddity));
  });

  test.each(['E4', 'E8', 'E10'] as const)(
    'says at question 9 that %s has no entry, and where that is asked',
    (code) => {
      open(drillWith(code), []);

      expect(rowOf('order')).toContain(t('answer.order'));
      expect(rowOf('order')).toContain(t('answer.untold', { item: 'EV-001' }));
    },
  );

  test('does not mention at question 9 a mistake other than an act without an entry', () => {
    open(drillWith('E5'), []);

    expect(rowOf('order')).toContain(t('answer.order'));
    expect(rowOf('order')).not.toContain(t('answer.untold', { item: 'EV-001' }));
  });

  test('shows each of the ten answers beside the right one, with the reason', () => {
    open(drillWith('E5'), [], ['who', 'when']);

    expect(screen.getAllByRole('row')).toHaveLength(COURT_QUESTIONS.length + 1);
    expect(rowOf('who')).toContain(t('drill.questions.same', { word: t('drill.answer.open') }));
    expect(rowOf('who')).toContain(faultWords('E5').court);
    expect(rowOf('when')).toContain(t('answer.when.ahead', { seconds: 37, entry: 3 }));
    expect(rowOf('when')).toContain(t('drill.questions.differs', { word: t('drill.answer.answers') }));
    expect(rowOf('attribution')).toContain(t('answer.attribution'));
    expect(rowOf('lawful')).toContain(t('drill.questions.same', { word: t('drill.answer.answers') }));
  });
});

describe('a letter in the locker', () => {
  const signed = (issuer: 'analyst' | 'prosecutor') => {
    const letter = { ...emptyLetter('preservation'), issuer, authority: `Signer of ${issuer}`, data: ['logins'] };
    const text = JSON.stringify(letter);
    const last = locker.custody.at(-1) as CustodyEntry;
    const asked = { ...last, action: 'request.entered', sha256: sha256Hex(text), reason: 'to the site' };
    const noted = { ...last, action: 'renewal.noted', sha256: '-', reason: 'on 2031-07-25T08:48:11Z' };
    const letters = [{ name: 'request-1.json', mime: 'application/json', text }];
    return withLog({ ...locker, letters }, [...locker.custody, asked, noted]);
  };
  const lawfulRow = (issuer: 'analyst' | 'prosecutor') => {
    const drill: Drill = { locker: signed(issuer), faults: [], oddities: [] };
    const { unmount } = render(DrillResult, {
      props: { drill, law, answer: { faults: [], open: ['lawful'] }, next: 8, base: '/kit/' },
    });
    const text = screen.getByRole('row', { name: /^1\. / }).textContent ?? '';
    unmount();
    return text;
  };

  test('leaves the first question open if its office may not ask for the data, and says so', () => {
    const unlawful = lawfulRow('analyst');
    expect(unlawful).toContain(t('drill.questions.same', { word: t('drill.answer.open') }));
    expect(unlawful).toContain(
      t('answer.unshown.lawful.signer', { letter: 'request-1.json', signer: 'Signer of analyst' }),
    );
    const lawful = lawfulRow('prosecutor');
    expect(lawful).toContain(t('drill.questions.differs', { word: t('drill.answer.answers') }));
    expect(lawful).toContain('Signer of prosecutor');
  });
});
