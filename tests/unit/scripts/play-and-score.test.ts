import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { retryAttempt } from '#case/attempt/model/retry-attempt.ts';
import type { PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import { aFolder, run } from './a-command.ts';

/** Each starts a command of its own; without one, all of them play this case in the tests of the players. */
const PLAYERS: readonly PolicyName[] = ['oracle', 'nothing', 'flag-all', 'count-flags', 'harmful-short'];

const caseOf = (policy: PolicyName) => ['--scenario', 'quiet-number', '--policy', policy];

const played = Promise.all(
  PLAYERS.map(async (policy) => [policy, await run('play.ts', [...caseOf(policy), '--json'])] as const),
).then((all) => new Map(all));

const logged = run('play.ts', [...caseOf('count-flags'), '--log']).then(({ out }) => out);

async function reportOf(policy: PolicyName): Promise<ScoreReport> {
  const ended = (await played).get(policy);
  expect(ended).toMatchObject({ code: 0, said: '' });
  return JSON.parse(ended?.out ?? '') as ScoreReport;
}

const scaledOf = (report: ScoreReport, id: string) => report.criteria.find((criterion) => criterion.id === id)?.scaled;

describe('a reference player', () => {
  it.each(PLAYERS)('%s comes to an end of the shipped case', async (policy) => {
    const report = await reportOf(policy);

    expect(report.schema).toBe('score-report/2');
    expect(report.ending).toMatch(/^end-/);
    for (const { scaled } of report.criteria) expect(scaled).toBeGreaterThanOrEqual(0);
    for (const { scaled } of report.criteria) expect(scaled).toBeLessThanOrEqual(1);
  });

  it('who knows the answers reaches the top of every criterion', async () => {
    const { criteria, redLine } = await reportOf('oracle');

    expect(criteria.length).toBeGreaterThanOrEqual(8);
    expect(criteria.filter(({ scaled }) => scaled !== 1)).toEqual([]);
    expect(redLine).toBe(false);
  });

  it.each(['nothing', 'flag-all'] as const)('%s gets nothing for the marks', async (policy) => {
    expect(scaledOf(await reportOf(policy), 'detection.mark')).toBeLessThanOrEqual(0);
  });

  it('who does harm and is soon done stays below a half in outreach', async () => {
    const report = await reportOf('harmful-short');

    expect(scaledOf(report, 'outreach.decisions')).toBeLessThan(0.5);
    expect(report.redLine).toBe(true);
  });
});

describe('an attempt that was saved', () => {
  it('is scored as it was when it was played', async () => {
    const home = aFolder();
    writeFileSync(join(home, 'attempt.json'), await logged);

    const scored = await run('score-attempt.ts', ['--log', 'attempt.json', '--json'], home);

    expect(scored).toMatchObject({ code: 0, said: '' });
    expect(JSON.parse(scored.out)).toEqual(await reportOf('count-flags'));
  });

  it('says that it is a retry, where it is one, and is refused where that was taken out', async () => {
    const home = aFolder();
    const first = JSON.parse(await logged) as AttemptLog;
    const retry = retryAttempt(first, first.events.length, { id: 'again', wall: '1970-01-01T00:00:00Z' });
    const { retry: _mark, ...bare } = retry.header;
    writeFileSync(join(home, 'retry.json'), JSON.stringify(retry));
    writeFileSync(join(home, 'bare.json'), JSON.stringify({ ...retry, header: bare }));

    const [told, refused] = await Promise.all(
      ['retry.json', 'bare.json'].map((log) => run('score-attempt.ts', ['--log', log], home)),
    );

    expect(told?.code).toBe(0);
    expect(told?.out).toContain(`a retry of attempt ${first.header.id} from event ${first.events.length}`);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused?.said).toMatch(/attempt\.chain Event 1 /);
  });

  it('is refused with the number of the event in which one byte was flipped', async () => {
    const home = aFolder();
    const out = await logged;
    const { events } = JSON.parse(out) as AttemptLog;
    const judged = events.findLast((event) => event.type === 'exercise.acted');
    const at = out.indexOf(`"seq": ${judged?.seq},`);
    const digit = out.lastIndexOf('"certainty": 3', at) + '"certainty": '.length;
    const flipped = `${out.slice(0, digit)}2${out.slice(digit + 1)}`;
    writeFileSync(join(home, 'attempt.json'), flipped);

    const { code, out: report, said } = await run('score-attempt.ts', ['--log', 'attempt.json'], home);

    expect(flipped).not.toBe(out);
    expect({ code, report }).toEqual({ code: 1, report: '' });
    expect(said).toMatch(/^attempt\.json:1:1 attempt\.chain Event (\d+) /);
    expect(said).toContain(`Event ${judged?.seq} `);
  });

  it.each([
    ['no JSON', 'hello', 'attempt.json'],
    ['no log', '{"schema":"market/1"}', 'attempt.shape'],
  ])('is refused in one line where the file holds %s', async (_, text, code) => {
    const home = aFolder();
    writeFileSync(join(home, 'attempt.json'), text);

    const ended = await run('score-attempt.ts', ['--log', 'attempt.json'], home);

    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.said).toMatch(new RegExp(`^attempt\\.json:1:1 ${code.replace('.', '\\.')} .+\\.\\n$`));
  });

  it('of another text of the case, or over another market, is refused', async () => {
    const home = aFolder();
    const { header } = JSON.parse(await logged) as AttemptLog;
    const changes = { 'other-text': { scenarioHash: '0'.repeat(64) }, 'other-market': { marketId: '0'.repeat(16) } };
    for (const [name, change] of Object.entries(changes))
      writeFileSync(join(home, `${name}.json`), JSON.stringify({ header: { ...header, ...change }, events: [] }));

    const ended = await Promise.all(
      Object.keys(changes).map((name) => run('score-attempt.ts', ['--log', `${name}.json`], home)),
    );

    expect(ended.map(({ code, said }) => [code, said.split(' ')[1]])).toEqual([
      [1, 'attempt.other-text'],
      [1, 'attempt.other-market'],
    ]);
  });
});
