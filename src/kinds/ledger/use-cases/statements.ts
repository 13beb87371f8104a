import type { Scenario } from '#case/language/model/schemas.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import { lawStatements } from '#case/plug/model/law-statements.ts';
import type { ReviewStatement } from '#case/plug/model/review-statement.ts';
import type { ReadLibrary } from '#case/plug/use-cases/kind-builds.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { type LawCard, lawCardOf } from '#evidence/court-file/model/court-law.ts';
import { REQUEST_PARTS } from '#kinds/ledger/model/freeze-request.ts';
import {
  freezeLimit,
  LIVING_SIM,
  MAX_FREEZE_DAYS,
  MAX_URGENT_DAYS,
  mostHeld,
} from '#kinds/ledger/model/judge-request.ts';
import { LEDGER } from '#kinds/ledger/model/kind.ts';
import type { Ledger } from '#kinds/ledger/model/ledger.ts';
import { MAX_KEEP_DAYS, SHEET_PARTS } from '#kinds/ledger/model/sheet.ts';
import { MONEY_FLOWS, NO_BAR, ONE_PAYMENT } from '#kinds/ledger/model/sources.ts';
import { traceMoney } from '#kinds/ledger/model/trace-money.ts';
import { WORKED_LEDGER } from '#kinds/ledger/model/worked-ledger.ts';

/** The figures that a reviewer can compute again, in SIM. */
const FIGURES = ['gross', 'costs', 'kept', 'toBusiness', 'toCoin', 'safe', 'most'] as const;

const briefsIn = (scenario: Scenario) => LEDGER.authoredIn(stateTree(scenario)).map(({ brief }) => brief);

/** What the ledgers of a case show of the library, each once: the law cards, and the worked ledger where it is played. */
export function ledgerTexts(
  scenario: Scenario,
  { courts }: Pick<ReadLibrary, 'courts'>,
): readonly (LawCard | Ledger)[] {
  const briefs = briefsIn(scenario);
  const laws = [...new Set(briefs.map(({ state }) => state))].flatMap((state) => lawCardOf(courts, state ?? '') ?? []);
  return briefs.some(({ ledger }) => ledger === 'worked') ? [...laws, WORKED_LEDGER] : laws;
}

/**
 * What a ledger and its scoring state, for reviewers: the law card, what each account is, the figures, the paths, and
 * what makes a part of sheet and request right. Of a ledger that is drawn with each market only the law is stated.
 */
export function ledgerStatements(
  _: AnswerKey,
  scenario: Scenario,
  { courts }: Pick<ReadLibrary, 'courts'>,
): readonly ReviewStatement[] {
  const [brief] = briefsIn(scenario);
  if (!brief) return [];
  const law = lawCardOf(courts, brief.state ?? '');
  return [...(law ? lawStatements(law, 'ledger') : []), ...(brief.ledger === 'worked' ? answersOf(WORKED_LEDGER) : [])];
}

function answersOf(ledger: Ledger): ReviewStatement[] {
  const money = traceMoney(ledger);
  const stated = { kind: 'kind', about: '', sources: [] } as const;
  const params = { keep: MAX_KEEP_DAYS, living: LIVING_SIM, days: MAX_FREEZE_DAYS, urgent: MAX_URGENT_DAYS };
  return [
    ...ledger.truth.accounts.map(({ account, part, reading, thirdPerson }): ReviewStatement => {
      const holder = ledger.book.accounts.find(({ id }) => id === account)?.holder ?? '';
      return {
        ...stated,
        id: `ledger.account.${account}`,
        topic: 'ledger.account',
        text: `${account}: ${holder}`,
        answer: { id: `ledger.part.${reading ?? (thirdPerson ? 'mixed' : part)}` },
        sources: part === 'profit' ? [MONEY_FLOWS] : [],
      };
    }),
    ...FIGURES.map(
      (figure): ReviewStatement => ({
        ...stated,
        id: `ledger.figure.${figure}`,
        topic: 'ledger.figure',
        text: '',
        answer: { id: `ledger.figure.${figure}`, params: { sim: money[figure] } },
      }),
    ),
    ...money.paths.map(
      ({ hops, safe, most, index }, n): ReviewStatement => ({
        ...stated,
        id: `ledger.path.${n + 1}`,
        topic: 'ledger.path',
        text: hops.join(' > '),
        answer: { id: most > 0 ? 'ledger.path' : 'ledger.path.other', params: { index, safe, most } },
      }),
    ),
    ...ledger.truth.accounts.flatMap(({ account }): ReviewStatement[] => {
      const sim = freezeLimit(ledger, account);
      if (sim === 0) return [];
      const answer = { id: 'ledger.hold', params: { sim } };
      return [{ ...stated, id: `ledger.hold.${account}`, topic: 'ledger.hold', text: account, answer }];
    }),
    {
      ...stated,
      id: 'ledger.hold.all',
      topic: 'ledger.hold',
      text: '',
      answer: { id: 'ledger.hold.all', params: { sim: mostHeld(ledger) } },
    },
    ...SHEET_PARTS.map(
      (part): ReviewStatement => ({
        ...stated,
        id: `ledger.sheet.${part}`,
        topic: 'ledger.sheet',
        text: '',
        answer: { id: `ledger.sheet.${part}`, params },
        sources: part === 'payments' ? [ONE_PAYMENT] : [],
      }),
    ),
    ...REQUEST_PARTS.map(
      (part): ReviewStatement => ({
        ...stated,
        id: `ledger.request.${part}`,
        topic: 'ledger.request',
        text: '',
        answer: { id: `ledger.request.${part}`, params },
        sources: part === 'route' ? [NO_BAR] : [],
      }),
    ),
  ];
}
