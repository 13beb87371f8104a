import { briefAt, type Table } from '#case/reference-players/use-cases/table.ts';
import { BLIND_PLAYS, playBlindly } from '#kinds/policy/model/blind-plays.ts';
import { citableIn } from '#kinds/policy/model/citable.ts';
import { DIVIDED_VIEWS } from '#kinds/policy/model/divided-views.ts';
import { type Grounds, REVIEW_MONTHS } from '#kinds/policy/model/grounds.ts';
import { INDICATORS, MEASURE_IDS, ROUNDS, SAFEGUARDS } from '#kinds/policy/model/measures.ts';
import type { PolicyAction } from '#kinds/policy/model/play.ts';
import type { PolicyBrief } from '#kinds/policy/model/schemas.ts';
import { SEATS } from '#kinds/policy/model/seats.ts';
import { sitCarefully } from '#kinds/policy/use-cases/players.ts';
import { type Chances, drawSlips, slipped } from './chances.ts';
import { handedReport } from './handed-report.ts';

/** What a random player does at a table-top: a random plan, argued with more or fewer slips. */
export function randomPolicy(table: Table, draw: Chances): PolicyAction[] {
  const brief = briefAt(table) as unknown as PolicyBrief;
  const ids = citableIn(brief).map(({ id }) => id);
  const slips = drawSlips(draw);
  const wanted = draw.often(20) ? undefined : draw.mixed(MEASURE_IDS).slice(0, 1 + draw.int(9));
  const whole = draw.often(85) ? sitCarefully(brief, wanted) : playBlindly(draw.one(BLIND_PLAYS), brief, draw.one(ids));
  const chosen = whole.flatMap((act) => (act.type === 'measure.chosen' ? [act.measure] : []));
  const some = () => draw.one(chosen.length > 0 ? chosen : MEASURE_IDS);
  /** How often what is written is not as it should be. */
  const wrong = draw.one([0, 0, 5, 25, 70]);
  const acts = slipped(whole, slips, draw).map((act): PolicyAction => {
    if (!draw.often(wrong)) return act;
    if (act.type === 'measure.argued') return { ...act, grounds: spoiled(act.grounds, ids, draw) };
    if (act.type === 'objection.answered')
      return { ...act, words: draw.one(['', 'too short', 'We answer everybody so.']) };
    if (act.type === 'view.answered') {
      const [first, last] = [some(), some()];
      const words = draw.one([act.answer.words, act.answer.words, act.answer.words, 'One view is as good as another.']);
      return { ...act, answer: draw.often(30) ? { ...act.answer, first, words } : { first, last, words } };
    }
    if (act.type === 'note.drafted') return { ...act, note: { ...act.note, dissent: ' ' } };
    if (act.type === 'inject.answered') return { ...act, words: '' };
    return act.type === 'round.passed' ? { ...act, words: 'Nothing.' } : act;
  });
  const strays = draw.some([1, 2, 3, 4, 5, 6], slips.stray).map(
    (): PolicyAction =>
      draw.one<PolicyAction>([
        { type: 'measure.chosen', measure: draw.one(MEASURE_IDS) },
        { type: 'measure.dropped', measure: draw.one(MEASURE_IDS) },
        { type: 'seat.heard', seat: draw.one(SEATS), round: draw.one(ROUNDS) },
        { type: 'round.passed', round: draw.one(ROUNDS), words: 'Nothing of it convinced the table.' },
        { type: 'inject.answered', inject: 'P4', words: 'Label them all.', parts: [] },
        { type: 'view.answered', view: draw.one(DIVIDED_VIEWS), answer: { words: '' } },
      ]),
  );
  const played = draw.often(50) ? [...acts, ...strays] : [...strays, ...acts];
  return [...reportByLot(draw), ...played];
}

/** Now and then a table takes over a report of its own, and now and then puts it back. Nothing was found in it. */
function reportByLot(draw: Chances): PolicyAction[] {
  if (!draw.often(20)) return [];
  const report = handedReport({ copies: 1 + draw.int(200), sealed: draw.often(70) });
  return [{ type: 'report.taken', report }, ...(draw.often(25) ? [{ type: 'report.returned' } as const] : [])];
}

function spoiled(grounds: Grounds, ids: readonly string[], draw: Chances): Grounds {
  const { months: _, watch: __, ...undated } = grounds;
  return draw.one<Grounds>([
    undated,
    { ...grounds, for: '', payers: [] },
    { ...grounds, against: 'It costs too much for what it brings.', stop: 'It costs too much for what it brings.' },
    { ...grounds, hurt: [], stop: '' },
    { ...grounds, rests: [] },
    { ...grounds, rests: [draw.one(ids), draw.one(ids)] },
    { ...grounds, safeguards: [] },
    { ...grounds, safeguards: [draw.one(SAFEGUARDS)], milder: draw.one(MEASURE_IDS) },
    { ...grounds, months: draw.one(REVIEW_MONTHS), watch: draw.one(INDICATORS) },
    { ...grounds, months: 24 },
  ]);
}
