import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { parseAttemptLog } from '#case/attempt/model/schemas.ts';
import { firstUnknownName } from '#case/attempt/model/unknown-names.ts';
import { exerciseTime } from '#case/checking/model/exercise-time.ts';
import { onePage } from '#case/debrief/model/one-page.ts';
import { sayDebrief } from '#case/debrief/model/say-debrief.ts';
import { scoredParts } from '#case/language/model/scored-parts.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { signsOnPages } from '#market/ads/model/signs-on-pages.ts';
import { indicatorChoices } from '#market/signs/model/indicator-choice.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';
import { addTally, priced, SECONDS, TALLY, type TallyFacts } from '../../../../support/builders/toy-kind.ts';

const MAX_TALLY = 5;
const inStory = (text: string) => text.replace('kind: detection', `kind: ${TALLY}`);
const inKey = (text: string) => `${text}tally: { most: ${MAX_TALLY} }\n`;
const theToyCase = () => smallCase(inStory, inKey);

describe('a kind of exercise that only the registries know', () => {
  let takeOut: () => void;
  beforeAll(() => {
    takeOut = addTally();
  });
  afterAll(() => takeOut());

  function played(policy: PolicyName) {
    const { material, answers } = theToyCase();
    const log = playCase(material, answers, policy, 'wall');
    const report = scoreAttempt(log, material, answers);
    const facts = report.exercises.find(({ kind }) => kind === TALLY)?.facts as TallyFacts | undefined;
    const criterion = report.criteria.find(({ id }) => id === 'tally.ads');
    return { log, report, facts, criterion };
  }

  it('is parsed from the text of a case, with its part of the key', () => {
    const { material, answers } = theToyCase();

    expect(material.scenario.states.find).toMatchObject({ type: 'exercise', kind: TALLY });
    expect(answers.key).toMatchObject({ tally: { most: MAX_TALLY } });
    expect(scoredParts(material)).toContain(TALLY);
  });

  it('is checked: a missing key, a wrong key and an invalid brief are reported', () => {
    expect(() => smallCase(inStory)).toThrow('key.tally-missing');
    expect(() => smallCase(inStory, (text) => `${text}tally: { most: none }\n`)).toThrow('tally');
    const hasty = (text: string) =>
      inStory(text).replace('text: Read the ads., brief: {}', 'text: Read., brief: { haste: true }');
    expect(() => smallCase(hasty, inKey)).toThrow('haste');
  });

  it('takes the time that it declares', () => {
    const { material, answers } = theToyCase();
    const { market } = material;
    const open = market.ads.filter(({ withheld }) => !withheld).length;
    const time = exerciseTime({ kind: TALLY, brief: {} }, market, KINDS, answers.key);

    expect(time.most - time.least).toBeCloseTo(open * (SECONDS.most - SECONDS.least), 6);
  });

  it('is played by its own players; other players do nothing', () => {
    const acted = (policy: PolicyName) =>
      played(policy).log.events.filter(({ type, state }) => type === 'exercise.acted' && state === 'find').length;
    const { market } = theToyCase().material;

    expect(priced(market).length).toBeGreaterThanOrEqual(MAX_TALLY);
    expect(acted('oracle')).toBe(MAX_TALLY);
    expect(acted('flag-all')).toBe(market.ads.filter(({ withheld }) => !withheld).length);
    expect(acted('nothing')).toBe(0);
  });

  it('is scored: 1 for the oracle, 0 for nothing and for ticking all', () => {
    expect(played('oracle').criterion).toMatchObject({ scaled: 1, raw: MAX_TALLY, max: MAX_TALLY });
    expect(played('nothing').criterion).toMatchObject({ scaled: 0, raw: 0 });
    expect(played('flag-all').criterion?.scaled).toBe(0);
    expect(played('oracle').facts).toEqual({ right: MAX_TALLY, wrong: 0, of: MAX_TALLY });
  });

  it('adds the acts that its key asks for to those of the model path', () => {
    const { material, answers } = theToyCase();
    const { log } = played('nothing');
    const key = { ...answers.key, model: [] };

    expect(scoreAttempt(log, material, { ...answers, key }).facts.modelActs).toEqual(['preserve', 'notify']);
  });

  it('is debriefed: its sentence appears where it is true, and its rule on the first page', () => {
    const said = (policy: PolicyName) =>
      sayDebrief(played(policy).report, KINDS).exercises.find(({ kind }) => kind === TALLY)?.sentences;
    expect(said('oracle')).toEqual([{ id: 'tally.counted', params: { right: MAX_TALLY, of: MAX_TALLY }, events: [] }]);
    expect(said('nothing')).toEqual([]);

    const { report } = played('oracle');
    expect(onePage(report, KINDS).change?.id).not.toBe('change.tally-missed');
    const missed = report.exercises.map((entry) =>
      entry.kind === TALLY ? { ...entry, facts: { right: 2, wrong: 0, of: MAX_TALLY } } : entry,
    );
    expect(onePage({ ...report, exercises: missed }, KINDS).change).toEqual({
      id: 'change.tally-missed',
      params: { count: MAX_TALLY - 2 },
      events: [],
    });
  });

  it('has its acts in a saved log, and an unknown ad in them is reported', () => {
    const { material } = theToyCase();
    const { log } = played('oracle');
    const choices = indicatorChoices(LIBRARY.catalogue, signsOnPages(material.profile.family, material.market.sites));
    const forged: AttemptLog = {
      ...log,
      events: log.events.map((event) =>
        event.type === 'exercise.acted' && event.state === 'find'
          ? { ...event, action: { ...event.action, ad: '9999' } }
          : event,
      ),
    };

    expect(parseAttemptLog(JSON.parse(JSON.stringify(log)), KINDS)).toMatchObject({ ok: true });
    expect(firstUnknownName(log, { ...material, choices }, KINDS)).toBeUndefined();
    expect(firstUnknownName(forged, { ...material, choices }, KINDS)).toMatchObject({ what: 'ad', name: '9999' });
  });

  it('has its part of the key among the answers that open at the end of the case', () => {
    const { material, caseAnswers } = theToyCase();
    const files = caseFiles(material, caseAnswers, LIBRARY.catalogue);

    expect(files.get('key/debrief.json')).toMatchObject({ key: { tally: { most: MAX_TALLY } } });
    expect(JSON.stringify(files.get('case.json'))).not.toContain('"most"');
  });

  it('is unknown again after removal, and so are its acts', () => {
    const { log } = played('oracle');
    takeOut();

    expect(() => theToyCase()).toThrow('scenario.unknown-exercise');
    expect(parseAttemptLog(JSON.parse(JSON.stringify(log)), KINDS)).toMatchObject({ ok: false });
    takeOut = addTally();
    expect(() => addTally()).toThrow('There is a kind of exercise named tally already.');
  });
});
