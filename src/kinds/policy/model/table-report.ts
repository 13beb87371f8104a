import { CLAIM_IDS, type ClaimId } from '#market/platforms/model/claims.ts';
import {
  type HandedReport,
  OPEN_REASONS,
  type OpenReason,
  type SeenOf,
} from '#market/platforms/model/handed-report.ts';
import type { TableStanding } from './effects.ts';
import type { Topic } from './measures.ts';
import type { PolicyBrief, ReportedWord } from './schemas.ts';
import { standingOf } from './start-of-report.ts';

/** A finding of a team's own report as a code; its words are composed where it is shown. */
export type FindingCode =
  | { readonly claim: ClaimId; readonly site: string }
  | { readonly claim: ClaimId; readonly unseen: readonly string[] }
  | { readonly claim: ClaimId; readonly open: readonly string[]; readonly why: OpenReason }
  | { readonly owner: string; readonly sites: readonly string[] };

/** A finding on which a measure can rest. It has either the words of an author or a code. */
export interface TableFinding {
  readonly id: string;
  readonly topics: readonly Topic[];
  readonly word: ReportedWord;
  readonly count?: SeenOf | undefined;
  /** The counts of several sites, where one finding names them all. */
  readonly counts?: readonly { readonly site: string; readonly count: SeenOf }[];
  readonly says?: string;
  readonly code?: FindingCode;
}

/** The report that a table uses: the prepared one of the case, or one that the table has taken over. */
export interface TableReport {
  readonly standing: TableStanding;
  readonly findings: readonly TableFinding[];
  /** Set where the table has taken over a report of its own. */
  readonly taken?: HandedReport;
}

/** The topics of each claim of a test. */
const TOPICS_OF: Readonly<Record<ClaimId, readonly Topic[]>> = {
  'declared-age': ['checks'],
  'document-age': ['checks'],
  edit: ['edits'],
  repost: ['edits', 'removal'],
  consent: ['checks'],
  'document-reuse': ['checks'],
  image: ['checks', 'removal'],
  'removal-returns': ['removal'],
  'silent-person-shown': ['routes', 'removal'],
  'silent-relative': ['routes'],
  'silent-police': ['cooperation', 'routes'],
  'silent-flagger': ['routes'],
  'silent-non-user': ['routes'],
  'route-closed': ['routes'],
  late: ['capacity', 'routes'],
  'false-report-upheld': ['lawful'],
  'over-block': ['lawful'],
  'not-referred': ['referral', 'cooperation'],
  'no-data': ['referral', 'records'],
  'not-kept': ['records'],
};

/** The report that the table uses: the prepared one, or the one that the table has taken over. */
export function reportAt({ report }: Pick<PolicyBrief, 'report'>, taken: HandedReport | undefined): TableReport {
  if (taken) return { standing: standingOf(taken), findings: [...findingsIn(taken), ...beyondCards(report)], taken };
  const { H, E, V, S, R } = report.standing;
  return { standing: { H: [H, H], E: [E, E], V: [V, V], S: [S, S], R: [R, R] }, findings: report.findings };
}

/**
 * Findings that no test card covers, and that stay untested with every report: effects of a check, a closure or a code.
 */
const beyondCards = ({ findings }: PolicyBrief['report']) => findings.filter(({ word }) => word === 'not-tested');

function findingsIn({ sites, lines, open }: HandedReport): TableFinding[] {
  const nameOf = (id: string) => sites.find((site) => site.id === id)?.name ?? id;
  const owners = [...new Set(sites.map(({ owner }) => owner))];
  return [
    ...lines.flatMap(({ site, claim, word, count }): TableFinding[] =>
      word === 'not-seen'
        ? []
        : [
            {
              id: `own-${site}-${claim}`,
              topics: TOPICS_OF[claim],
              word,
              count,
              code: { claim, site: nameOf(site) },
            },
          ],
    ),
    ...CLAIM_IDS.flatMap((claim): TableFinding[] => {
      const counts = lines.flatMap((line) =>
        line.claim === claim && line.word === 'not-seen' ? [{ site: nameOf(line.site), count: line.count }] : [],
      );
      if (counts.length === 0) return [];
      const code = { claim, unseen: counts.map(({ site }) => site) };
      return [{ id: `own-not-seen-${claim}`, topics: TOPICS_OF[claim], word: 'not-seen', counts, code }];
    }),
    ...owners.flatMap((owner, n): TableFinding[] => {
      const own = sites.filter((site) => site.owner === owner).map(({ name }) => name);
      if (own.length < 2) return [];
      return [{ id: `own-owner-${n + 1}`, topics: ['ownership'], word: 'stated', code: { owner, sites: own } }];
    }),
    ...CLAIM_IDS.flatMap((claim) =>
      OPEN_REASONS.flatMap((why): TableFinding[] => {
        const own = open.filter((one) => one.claim === claim && one.why === why).map(({ site }) => nameOf(site));
        if (own.length === 0) return [];
        const word = why === 'not-tested' ? 'not-tested' : 'open';
        return [{ id: `own-${why}-${claim}`, topics: TOPICS_OF[claim], word, code: { claim, open: own, why } }];
      }),
    ),
  ];
}
