import { render } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { type PlantedFault, plantFault } from '#evidence/drill/model/plant-fault.ts';
import { ERROR_CODES, type ErrorCode } from '#evidence/drill/model/typical-errors.ts';
import RecordReader from '#evidence/locker/screens/RecordReader.svelte';
import { translator } from '#i18n/translator.ts';
import messages from '#words/evidence/locker.json' with { type: 'json' };
import { smallLocker } from '../../../../support/evidence/locker/small-locker.ts';

const t = translator(messages);
const locker = smallLocker();
const planted = (code: ErrorCode) => plantFault(locker, code, 0) as PlantedFault;

describe('a record to read', () => {
  const shown = (code: ErrorCode | undefined) => {
    const [item] = (code ? planted(code).locker : locker).items;
    if (!item) throw new Error('The locker is empty.');
    const { container, unmount } = render(RecordReader, { props: { item } });
    const text = container.textContent ?? '';
    unmount();
    return text;
  };

  test('makes each mistake in a record, a page or a folder visible', () => {
    const whole = shown(undefined);
    const inItems = ERROR_CODES.filter((code) => ['record', 'page', 'folder'].includes(planted(code).place));

    expect(inItems.length).toBeGreaterThan(8);
    for (const code of inItems) expect(shown(code), code).not.toBe(whole);
  });

  test('reports a page that differs from its log entry', () => {
    expect(shown(undefined)).toContain(t('record.same'));
    expect(shown('E4')).toContain(t('record.other'));
    expect(shown('E5')).toContain(t('record.empty'));
  });

  test('says whether a clock was ahead or behind', () => {
    const [item] = locker.items;
    if (!item) throw new Error('The locker is empty.');
    const facts = { ...item.facts, clockCheck: { source: 'reference', offsetMs: -214_000 } };
    const { container } = render(RecordReader, { props: { item: { ...item, facts } } });

    expect(shown(undefined)).toContain(t('record.clock.offset', { seconds: 37 }));
    expect(container.textContent).toContain(t('record.clock.behind', { seconds: 214 }));
  });
});
