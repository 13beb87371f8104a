import type { ActionContext } from '#case/exercise/model/exercise-kind.ts';
import type { KindPlay } from '#case/exercise/model/kind-play.ts';
import { appendCustody, type CustodyLog } from '#evidence/locker/model/custody-log.ts';
import type { Instant } from '#kernel/model/instant.ts';
import type { CareAction } from './care-actions.ts';
import { custodyLine, isCareAction } from './custody-line.ts';

/** A captured page and what the trainee wrote down about it. */
export interface CapturedItem {
  readonly item: string;
  readonly ad: string;
  /** Case time of the capture, from the log. */
  readonly capturedAt: Instant;
  /** Event of the capture. */
  readonly seq: number;
  readonly status: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly childCheckBefore: boolean;
  readonly clockCheckBefore: boolean;
  readonly record?: ItemRecord;
  readonly verified: boolean;
  readonly sealed: boolean;
}

export type ItemRecord = {
  readonly url: string;
  readonly time: string;
  readonly identifiers: readonly string[];
  /** The address that sent the bytes; left out if it is the requested one. */
  readonly finalUrl?: string;
  /** What the trainee takes the page for: the first publication, or a copy on another site; left out if not stated. */
  readonly standing?: 'source' | 'copy';
};

/** An act with its time and its event number. The scorer reads these besides the items. */
export type LoggedPreservation = PreservationAction & { readonly at: Instant; readonly seq: number };

export interface PreservationResponse {
  /** All acts, in order of the log. */
  readonly acts: readonly LoggedPreservation[];
  readonly legalBasis: string;
  readonly clockChecked: boolean;
  /** Clock offset of the workstation as the trainee stated it, in seconds; undefined before the clock check. */
  readonly clockOffset?: number;
  /** Ads that were checked for child material. */
  readonly childChecked: readonly string[];
  readonly items: readonly CapturedItem[];
  readonly custody: CustodyLog;
}

type Person = { readonly actor: string; readonly role: string };

/** The logged actions of the kind. `sha256` is computed over the bytes of `serveAd` at the time of the act. */
export type PreservationAction =
  | ({ readonly type: 'authority.noted'; readonly legalBasis: string } & Person)
  | ({ readonly type: 'clock.checked'; readonly offsetSeconds: number } & Person)
  | ({ readonly type: 'child-material.checked'; readonly ad: string } & Person)
  | ({
      readonly type: 'page.captured';
      readonly ad: string;
      readonly status: number;
      readonly bytes: number;
      readonly sha256: string;
    } & Person)
  | ({
      readonly type: 'record.written';
      readonly item: string;
    } & ItemRecord &
      Person)
  | ({ readonly type: 'hash.verified'; readonly item: string; readonly sha256: string } & Person)
  | ({ readonly type: 'copy.sealed'; readonly item: string } & Person)
  | (CareAction & Person);

/** Minutes of case time that an act at the bench takes. */
export const MINUTES_PER_ACT = 1;

export const playPreservation: KindPlay<{ response: PreservationResponse; action: PreservationAction }> = {
  kind: 'preservation',
  showsAds: true,
  empty: { acts: [], legalBasis: '', clockChecked: false, childChecked: [], items: [], custody: [] },
  minutes: () => MINUTES_PER_ACT,
  reduce,
  doesActs: ['preserve'],
};

function reduce(
  response: PreservationResponse,
  action: PreservationAction,
  { at, seq }: ActionContext,
): PreservationResponse {
  const acted: PreservationResponse = { ...response, acts: [...response.acts, { ...action, at, seq }] };
  const logged = (what: string, sha256 = '-', reason = ''): PreservationResponse => ({
    ...acted,
    custody: appendCustody(response.custody, {
      utc: at,
      actor: action.actor,
      role: action.role,
      action: what,
      sha256,
      reason,
    }),
  });
  const change = (item: string, part: Partial<CapturedItem>) =>
    response.items.map((entry) => (entry.item === item ? { ...entry, ...part } : entry));
  const hashOf = (item: string) => response.items.find((entry) => entry.item === item)?.sha256 ?? '-';

  if (isCareAction(action)) {
    const line = custodyLine(action, hashOf);
    return line ? logged(action.type, line.sha256, line.reason) : acted;
  }
  switch (action.type) {
    case 'authority.noted':
      return { ...logged(action.type, '-', action.legalBasis), legalBasis: action.legalBasis };
    case 'clock.checked':
      return {
        ...logged(action.type, '-', `${action.offsetSeconds} s`),
        clockChecked: true,
        clockOffset: action.offsetSeconds,
      };
    case 'child-material.checked':
      return {
        ...logged(action.type, '-', `ad ${action.ad}`),
        childChecked: [...new Set([...response.childChecked, action.ad])],
      };
    case 'page.captured': {
      const item = `EV-${String(response.items.length + 1).padStart(3, '0')}`;
      const { ad, status, bytes, sha256 } = action;
      const before = {
        childCheckBefore: response.childChecked.includes(ad),
        clockCheckBefore: response.clockChecked,
      };
      const captured: CapturedItem = {
        item,
        ad,
        capturedAt: at,
        seq,
        status,
        bytes,
        sha256,
        ...before,
        verified: false,
        sealed: false,
      };
      return { ...logged(action.type, sha256, `${item}, ad ${ad}`), items: [...response.items, captured] };
    }
    case 'record.written': {
      const { item, type, actor, role, ...record } = action;
      return { ...logged(type, hashOf(item), item), items: change(item, { record }) };
    }
    case 'hash.verified':
      return {
        ...logged(action.type, action.sha256, action.item),
        items: change(action.item, { verified: action.sha256 === hashOf(action.item) }),
      };
    case 'copy.sealed':
      return { ...logged(action.type, hashOf(action.item), action.item), items: change(action.item, { sealed: true }) };
    default:
      return response;
  }
}
