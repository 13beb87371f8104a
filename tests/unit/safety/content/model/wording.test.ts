import { describe, expect, it } from 'vitest';
import { sayIssue } from '#design/screens/say-issue.ts';
import { lintText } from '#safety/content/model/lint-text.ts';
import type { PassageKind } from '#safety/content/model/passage.ts';
import { WORDING_RULES } from '#safety/content/model/wording-rules.ts';
import messages from '#words/case/issues.json' with { type: 'json' };
import { DISGUISES } from '../../../../support/safety/disguises.ts';
import { PLANTED_WORDING } from '../../../../support/safety/planted-wording.ts';
import { SOUND_WORDING } from '../../../../support/safety/sound-wording.ts';

const KINDS: readonly PassageKind[] = ['scenario', 'lesson', 'generated', 'pasted'];

/** What is found in a text about minors, persons and harm, as rule and wording; an older check has no wording. */
const found = (text: string, kind: PassageKind = 'scenario') =>
  lintText(text, { kind })
    .filter(({ code }) => ['safety.C03', 'safety.C13', 'safety.C19'].includes(code))
    .map(({ code, params }) => `${code.slice('safety.'.length)} ${params.wording ?? 'older'}`);

/** True where it is refused as it should be. What an older check of the rule finds too is named once. */
const isRefused = (text: string, rule: string, wording: string, kind?: PassageKind) =>
  found(text, kind).some((one) => one === `${rule} ${wording}` || one === `${rule} older`);

describe('a way of writing about persons', () => {
  it('has enough planted sentences, at least three for each rule, and as many that come near', () => {
    expect(PLANTED_WORDING.length).toBeGreaterThanOrEqual(60);
    expect(SOUND_WORDING.length).toBeGreaterThanOrEqual(60);
    expect(new Set(PLANTED_WORDING.map(([, , text]) => text)).size).toBe(PLANTED_WORDING.length);
    for (const { rule, id } of WORDING_RULES)
      expect([id, PLANTED_WORDING.filter(([one, wording]) => one === rule && wording === id).length >= 2]).toEqual([
        id,
        true,
      ]);
  });

  it.each(PLANTED_WORDING)('is refused by %s, as %s: %s', (rule, wording, text) => {
    expect(KINDS.filter((kind) => !isRefused(text, rule, wording, kind))).toEqual([]);
  });

  it.each(SOUND_WORDING)('is allowed: %s', (text) => {
    for (const kind of KINDS) expect([kind, ...found(text, kind)]).toEqual([kind]);
  });

  it.each(DISGUISES)('is refused under %s', (_, disguise) => {
    const missed = PLANTED_WORDING.filter(([rule, wording, text]) => !isRefused(disguise(text), rule, wording));

    expect(missed).toEqual([]);
  });

  // A word that is parted is another one to an exception, and no text of ours parts words.
  it.each(DISGUISES.filter(([how]) => !/parted|hyphen inside/.test(how)))(
    'is allowed under %s where it is right',
    (_, disguise) => {
      expect(SOUND_WORDING.filter((text) => found(disguise(text)).length > 0)).toEqual([]);
    },
  );

  it('is refused in the middle of a longer text, at its place', () => {
    for (const [rule, wording, text] of PLANTED_WORDING) {
      const before = 'A quiet room.\nTwo friends share a phone, and nobody minds. ';
      const issue = lintText(`${before}${text} Nobody answers.`, { kind: 'scenario', file: 'a.txt' }).find(
        ({ code, params }) => code === `safety.${rule}` && (params.wording ?? wording) === wording,
      );
      expect([text, issue?.position?.line]).toEqual([text, 2]);
      expect(text.replaceAll(/\s+/g, ' ')).toContain(String(issue?.params.text).replace(/…$/, ''));
    }
  });

  it.each(WORDING_RULES.map(({ rule, id }) => [rule, id] as const))(
    'is named by %s with what is wrong and what to write instead: %s',
    (rule, id) => {
      expect(messages).toHaveProperty([`safety.${rule}.${id}`]);
      const said = sayIssue({ code: `safety.${rule}`, params: { text: 'these words', wording: id } }, {});

      expect(said).toMatch(/^"these words" .{30,}\. .*(?:Write|Leave|instead)/);
      expect(said).not.toBe(sayIssue({ code: `safety.${rule}`, params: { text: 'these words' } }, {}));
    },
  );

  it('is refused between quotation marks that name no term, and in a sentence beside a law', () => {
    for (const text of [
      'The “illegal” immigrant answers.',
      'The "trafficker" reads the name.',
      'He says: “The trafficker reads the name.”',
      'He knows the Convention, and treats her like a slave.',
      'Under the law nobody minds. The trafficker reads the name.',
      'The trafficker knows the word “rescue”, and the slave trade.',
    ])
      expect([text, found(text).length > 0]).toEqual([text, true]);
  });

  it('may be quoted or cited in a lesson, and told of a law there', () => {
    for (const text of [
      'Do not call a person “an illegal immigrant”.',
      'One newspaper wrote “He treats her like a slave” above it.',
      'The trafficker has to pay the compensation that the court awards.',
      'A lease can come from a landlord or from a trafficker. <Cite code="LAW" />',
    ])
      expect([text, ...found(text, 'lesson')]).toEqual([text]);
    expect(found('The person was raped, says the court.', 'lesson')).toEqual(['C03 sexual-violence']);
    expect(found('The trafficker reads the name.', 'lesson')).toEqual(['C19 offender']);
  });
});
