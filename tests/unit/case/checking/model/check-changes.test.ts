import { describe, expect, it } from 'vitest';
import { smallCase } from '../../../../support/builders/small-case.ts';

const CODE = 'scenario.bench-before-change';

/**
 * What the check says of a workbench that is reached too soon, where the changes of the small case come after so many
 * minutes.
 */
const saidWith = (edited: number, removed: number) =>
  smallCase((text) =>
    text
      .replace('edited, afterMinutes: 150', `edited, afterMinutes: ${edited}`)
      .replace('removed, afterMinutes: 120', `removed, afterMinutes: ${removed}`),
  )
    .material.warnings.filter(({ code }) => code === CODE)
    .map(({ path, params }) => ({ path, params }));

// A report takes 240 minutes and the way to the workbench 60. A contact takes 60, two decisions 30 each, and the way
// 60.
const AFTER_REPORT = 300;
const AFTER_CONTACT = 180;

describe('a bench that is reached before the pages change', () => {
  it('is not reported where every change has happened by then, to the minute', () => {
    expect(saidWith(AFTER_CONTACT, AFTER_REPORT)).toEqual([]);
  });

  it('is reported with its path, for a removal', () => {
    const [issue, ...more] = saidWith(AFTER_CONTACT, AFTER_REPORT + 1);

    expect(more).toEqual([]);
    expect(issue?.path).toEqual(['world', 1, 'afterMinutes']);
    expect(issue?.params).toMatchObject({ state: 'preserve', when: 'notified', minutes: 300, after: 301 });
    expect(issue?.params?.['example']).toContain('"Report."');
  });

  it('is reported for an edit too', () => {
    const issues = saidWith(AFTER_CONTACT + 1, AFTER_REPORT);

    expect(issues.map(({ params }) => params?.['when'])).toEqual(['contacted']);
  });

  it('is not reported where no bench is reachable after the act', () => {
    const closed = smallCase((text) =>
      text
        .replace('removed, afterMinutes: 120', 'removed, afterMinutes: 9000')
        .replace("(contacted || notified)'", "contacted && !notified'")
        .replace('when: preserved && requested && notified', 'when: requested && notified'),
    );

    expect(closed.material.warnings.filter(({ code }) => code === CODE)).toEqual([]);
  });
});
