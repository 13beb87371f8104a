import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { COURT_QUESTIONS } from '#core/evidence/tamper/court-questions.ts';
import { type PlantedFault, plantFault } from '#core/evidence/tamper/plant-fault.ts';
import { ERROR_CODES, type ErrorCode } from '#core/evidence/tamper/typical-errors.ts';
import messages from '#i18n/messages/en/locker.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';
import DrillAnswer from '#ui/locker/DrillAnswer.svelte';
import DrillResult from '#ui/locker/DrillResult.svelte';
import RecordReader from '#ui/locker/RecordReader.svelte';
import { faultWords } from '#ui/preservation/fault-words.ts';
import { smallLocker } from './small-locker.ts';

const t = translator(messages);
const locker = smallLocker();
const planted = (code: ErrorCode) => plantFault(locker, code, 0) as PlantedFault;

describe('the answer to a drill', () => {
  test('offers every mistake and every question, and gives on what was chosen', async () => {
    const commit = vi.fn();
    render(DrillAnswer, { props: { commit } });
    expect(screen.getAllByRole('radio')).toHaveLength(ERROR_CODES.length + COURT_QUESTIONS.length);

    await fireEvent.click(screen.getByLabelText(faultWords('E5').name));
    await fireEvent.click(screen.getByLabelText(t('court.who')));
    await fireEvent.click(screen.getByRole('button'));
    expect(commit).toHaveBeenCalledExactlyOnceWith('E5', 'who');
  });

  test('says what is missing, and tells nothing before both are chosen', async () => {
    const commit = vi.fn();
    render(DrillAnswer, { props: { commit } });
    await fireEvent.click(screen.getByLabelText(faultWords('E5').name));
    await fireEvent.click(screen.getByRole('button'));

    expect(commit).not.toHaveBeenCalled();
    expect(screen.getByText(t('drill.answer.missing'))).toBeTruthy();
  });
});

describe('what was made', () => {
  const open = (code: ErrorCode, fault: ErrorCode, question: (typeof COURT_QUESTIONS)[number]) =>
    render(DrillResult, { props: { planted: planted(code), fault, question, next: 8, base: '/kit/' } });

  test('is said with its place, its court question and its sources, found or not', () => {
    const { container, unmount } = open('E13', 'E13', 'lawful');
    const { name, seen, court } = faultWords('E13');
    for (const text of [name, seen, court, 'BP', 'SWG', t('drill.question.hit')])
      expect(container.textContent).toContain(text);
    expect(screen.getByRole('link', { name: t('drill.next') }).getAttribute('href')).toBe('/kit/evidence/drill/?n=8');
    unmount();

    const missed = open('E13', 'E1', 'when').container;
    expect(missed.textContent).toContain(t('drill.fault.miss', { name }));
    expect(missed.textContent).toContain(faultWords('E1').seen);
    expect(missed.textContent).toContain(t('drill.question.miss', { question: t('court.lawful') }));
  });
});

describe('a record to read', () => {
  const shown = (code: ErrorCode | undefined) => {
    const [item] = (code ? planted(code).locker : locker).items;
    if (!item) throw new Error('The locker is empty.');
    const { container, unmount } = render(RecordReader, { props: { item } });
    const text = container.textContent ?? '';
    unmount();
    return text;
  };

  test('shows each mistake that is made in a record, a page or a folder', () => {
    const whole = shown(undefined);
    const inItems = ERROR_CODES.filter((code) => ['record', 'page', 'folder'].includes(planted(code).place));

    expect(inItems.length).toBeGreaterThan(8);
    for (const code of inItems) expect(shown(code), code).not.toBe(whole);
  });

  test('says that a page is no longer what was logged', () => {
    expect(shown(undefined)).toContain(t('record.same'));
    expect(shown('E4')).toContain(t('record.other'));
    expect(shown('E5')).toContain(t('record.empty'));
  });
});
