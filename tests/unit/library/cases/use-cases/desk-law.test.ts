import { describe, expect, it } from 'vitest';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { printIssue } from '../../../../../scripts/command/print-issue.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { LIBRARY, theCase } from '../../../../support/builders/the-library.ts';

const FOLDER = 'scenarios/a-week-later';

/** What is said of the case with a request desk where one of its files is changed. */
function saidOf(file: 'scenario.yaml' | 'key.yaml', from: string, to: string) {
  const loaded = loadCase(projectWith({ [`${FOLDER}/${file}`]: swap(from, to) }), FOLDER, LIBRARY);
  const issues = loaded.ok ? loaded.value.warnings : loaded.issues;
  return { ok: loaded.ok, codes: issues.map(({ code }) => code), lines: issues.map(printIssue) };
}

describe('checking a case against the table of who may order which data', () => {
  it('warns if its key lets a prosecutor order messages', () => {
    const { ok, codes, lines } = saidOf('key.yaml', 'prosecutor: [subscriber, payment]', 'prosecutor: [messages]');
    expect([ok, codes]).toEqual([true, ['key.order-by-wrong-office']]);
    expect(lines[0]).toMatch(/key\.yaml:\d+:\d+ .*"prosecutor" for "messages".*order it: judge\./);
  });

  it('warns if the offence of its key is too light for what it has ordered', () => {
    const { ok, codes, lines } = saidOf('scenario.yaml', 'maxYears: 5', 'maxYears: 2');
    expect(ok).toBe(true);
    expect(codes).toEqual(Array(3).fill('key.order-below-threshold'));
    expect(lines.map((line) => /"(\w+)" ordered/.exec(line)?.[1])).toEqual(['versions', 'logins', 'messages']);
  });

  it('refuses a key that counts a channel which leads nowhere', () => {
    const closed = saidOf('key.yaml', 'messages: [central]', 'messages: [direct]');
    expect([closed.ok, closed.codes]).toEqual([false, ['key.channel-leads-nowhere']]);
    expect(closed.lines[0]).toMatch(/key\.yaml:\d+:\d+ .*"direct" for "messages".*Open are: central\./);
    const unserved = saidOf('scenario.yaml', 'servesHome: true', 'servesHome: false');
    expect([unserved.ok, unserved.codes]).toEqual([false, ['key.channel-leads-nowhere']]);
  });

  it('refuses a case in a State without a law', () => {
    const { ok, codes, lines } = saidOf('scenario.yaml', 'home: tessaval', 'home: nowhere-land');
    expect([ok, codes]).toEqual([false, ['desk.no-law']]);
    expect(lines[0]).toMatch(/no State "nowhere-land".*karsolen, norvelane, solenvast, tessaval/);
  });

  it('includes the law in the hash that an attempt names', () => {
    const { material } = theCase(FOLDER);
    const [first, ...others] = LIBRARY.authority.states;
    if (!first) throw new Error('The table has no State.');
    const changed = others.map((law) => (law.id === 'tessaval' ? { ...law, validation: 'Orally.' } : law));
    const loaded = loadCase(projectWith({}), FOLDER, { ...LIBRARY, authority: { states: [first, ...changed] } });
    expect(loaded.ok && loaded.value.scenario.hash).not.toBe(material.scenario.hash);

    const without = loadCase(projectWith({}), 'scenarios/quiet-number', { ...LIBRARY, authority: { states: [] } });
    expect(without.ok && without.value.scenario.hash).toBe(theCase().material.scenario.hash);
  });
});
