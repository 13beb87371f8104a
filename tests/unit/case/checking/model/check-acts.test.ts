import { describe, expect, it } from 'vitest';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

/** The options of a shipped case that the check names after a change of its text, each with the act. */
function namedIn(id: string, edit: (text: string) => string): string[] {
  const files = projectWith({ [`scenarios/${id}/scenario.yaml`]: edit });
  const loaded = loadCase(files, `scenarios/${id}`, LIBRARY);
  return (loaded.ok ? loaded.value.warnings : loaded.issues)
    .filter(({ code }) => code === 'scenario.act-in-words')
    .map(({ params = {} }) => `${params['state']} ${params['option']}: ${params['act']}`);
}

const withoutAct = (act: string) => (text: string) => text.replaceAll(new RegExp(`^ +act: ${act}\n`, 'gm'), '');

describe('an option whose text is an act', () => {
  it.each([
    ['quiet-number', 'request', ['desk request: request', 'desk request-late: request']],
    ['quiet-number', 'notify', ['desk notify: notify']],
    ['gone-by-noon', 'notify', ['desk press: notify']],
    ['a-week-later', 'contact', ['waiting ring: contact']],
    ['a-week-later', 'notify', ['waiting report: notify', 'd21 a: notify', 'd21 b: notify']],
    ['two-ages', 'preserve', ['desk preserve: preserve', 'desk preserve-gone: preserve']],
    ['closing-day', 'request', ['desk request: request', 'desk request-dark: request']],
  ])('of %s is named where it does not carry %s', (id, act, named) => {
    expect(namedIn(id, withoutAct(act))).toEqual(named);
  });

  it('needs no act of its own where it was done on every path there', () => {
    expect(namedIn('quiet-number', (text) => text)).toEqual([]);
    expect(namedIn('quiet-number', withoutAct('contact'))).toEqual(expect.arrayContaining(['d01 a: contact']));
  });

  it('counts as an act of the trainee, not of another person', () => {
    const others = 'The head of the unit rings, says what is to be kept, and sends the letter during the call.';
    const own = 'You ring, say what the site has to keep, and send the letter before you end the call.';

    expect(namedIn('two-ages', swap(others, own))).toEqual(['d21-left b: request']);
  });

  it('may be an act of the data holder, where the question is what the trainee agrees with it', () => {
    const question = swap('What do you propose to the head of the unit?', 'What do you agree with the legal desk?');

    expect(namedIn('two-ages', question)).toEqual([
      'd21-card b: notify',
      'd21-card a: request',
      'd21-card a: notify',
      'd21-card c: notify',
      'd21-card d: request',
      'd21-card d: notify',
    ]);
  });
});
