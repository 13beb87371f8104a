import { describe, expect, it } from 'vitest';
import { parseAttemptLog } from '#case/attempt/model/schemas.ts';
import { checkKey } from '#case/checking/model/check-key.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { swap } from '../../../../support/builders/project-with.ts';
import { SUBJECT, smallCase } from '../../../../support/builders/small-case.ts';

const site = smallCase().material.market.sites[0]?.id ?? '';
const DESK = `
  letters:
    type: exercise
    kind: requests
    stage: desk
    title: Letters
    text: Write to those who hold the data.
    brief:
      home: karsolen
      platforms:
        - { id: smallads, state: tessaval, sites: [${site}], holds: [versions, subscriber, messages], longestDays: 90, answersAfterMinutes: 60 }
      states:
        - { id: karsolen, name: Karsolen, language: en }
        - { id: tessaval, name: Tessaval, language: tv }
      offences:
        - { id: exploitation, text: exploitation of a person, maxYears: 5, alsoIn: [tessaval] }
        - { id: purchase, text: purchase, maxYears: 1, alsoIn: [] }
    next: desk
  d01:`;
const REQUESTS = `requests:
  sameActorAs: "${SUBJECT}"
  offences: [exploitation]
  custodians: [smallads]
  data: [versions, subscriber, messages]
  letters: [preservation, notice, assistance]
`;
const { material, answers } = smallCase(
  (text) => swap('brief: {}, next: desk }\n  d01:', `brief: {}, next: letters }${DESK}`)(text),
  (text) => text + REQUESTS,
);
const played = (policy: PolicyName) => {
  const log = playCase(material, answers, policy, '1970-01-01T00:00:00Z');
  return { log, report: scoreAttempt(log, material, answers) };
};
const scaledOf = (policy: PolicyName) =>
  Object.fromEntries(played(policy).report.criteria.map(({ id, scaled }) => [id, scaled]));

describe('a case with a request desk', () => {
  it('gives the desk to players and to the scorer', () => {
    expect(material.scenario.states.letters).toMatchObject({
      kind: 'requests',
      brief: { home: 'karsolen', law: { id: 'karsolen' } },
    });
    expect(material.scenario.states.find).not.toHaveProperty('brief');
  });

  it('is played completely by the oracle', () => {
    const { log, report } = played('oracle');

    expect(parseAttemptLog(JSON.parse(JSON.stringify(log)), KINDS)).toEqual({ ok: true, log });
    expect(report.criteria.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['requests.content', 'requests.order', 'requests.data', 'requests.renewal']),
    );
    for (const { id, scaled } of report.criteria) expect(`${id} ${scaled}`).toBe(`${id} 1`);
    expect(report.findings.filter(({ reason }) => /^(?:error|never|answer)/.test(reason))).toEqual([]);
  });

  it('gives no points for doing nothing or sending form letters', () => {
    for (const policy of ['nothing', 'flag-all'] as const)
      for (const [id, scaled] of Object.entries(scaledOf(policy)))
        if (id.startsWith('requests.')) expect(`${policy} ${id} ${scaled}`).toBe(`${policy} ${id} 0`);
  });

  it('reports the order of acts of a player that notifies first', () => {
    const scaled = scaledOf('notify-first');

    expect(scaled['requests.content']).toBe(1);
    expect(scaled['requests.order']).toBeLessThan(1);
    expect(scaled['preservation.order']).toBeLessThan(1);
  });

  it('needs a key that names the required letters', () => {
    const { requests: _, ...key } = answers.key;

    expect(checkKey(material.scenario, key, KINDS).map(({ code }) => code)).toEqual(['key.requests-missing']);
    expect(checkKey(material.scenario, answers.key, KINDS)).toEqual([]);
  });
});
