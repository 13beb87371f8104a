import type { ItemFacts } from '#evidence/locker/model/evidence-item.ts';
import { NOT_LOGGED_IN } from '#evidence/locker/model/record-gaps.ts';
import type { CapturedItem, LoggedPreservation, PreservationResponse } from '#kinds/preservation/model/play.ts';

/** Circumstances of a capture, from the acts around it. */
export interface Circumstances {
  readonly folder: string;
  readonly operator: string;
  /** The last legal basis noted before the capture; empty if there is none. */
  readonly legalBasis: string;
  readonly tool: ItemFacts['tool'];
  readonly clockCheck: ItemFacts['clockCheck'];
  readonly checkedBy: string;
  /** Empty if it was not noted before the capture. */
  readonly loginState: string;
  readonly notes: string;
}

type Act<Type extends LoggedPreservation['type']> = Extract<LoggedPreservation, { type: Type }>;

/** State at the moment of a capture: the last act of each kind before it, and the first check of its ad. */
interface Standing {
  readonly operator: string;
  readonly clock: Act<'clock.checked'> | undefined;
  readonly plan: Act<'plan.noted'> | undefined;
  readonly legalBasis: string;
  /** Account with which the workstation was signed in; undefined if not noted. */
  readonly account: string | undefined;
  readonly checkedBy: string;
}

/**
 * Returns a lookup of the circumstances of each captured item of a workbench. The acts are walked once, so that the
 * cost per item does not grow with the length of the log.
 */
export function circumstancesAt(response: PreservationResponse, generatorVersion: number) {
  const standings = new Map<number, Standing>();
  const about = new Map<string, { folder?: string; notes: string[] }>();
  const checks = new Map<string, string>();
  let clock: Act<'clock.checked'> | undefined;
  let plan: Act<'plan.noted'> | undefined;
  let account: string | undefined;
  let legalBasis = '';
  const aboutItem = (item: string) => {
    const known = about.get(item) ?? { notes: [] };
    about.set(item, known);
    return known;
  };
  for (const act of response.acts) {
    if (act.type === 'page.captured') {
      const checkedBy = checks.get(act.ad) ?? '';
      standings.set(act.seq, { operator: act.actor, clock, plan, legalBasis, account, checkedBy });
    } else if (act.type === 'authority.noted') legalBasis = act.legalBasis.trim() === '' ? legalBasis : act.legalBasis;
    else if (act.type === 'clock.checked') clock = act;
    else if (act.type === 'plan.noted') plan = act;
    else if (act.type === 'session.opened') account = act.account;
    else if (act.type === 'child-material.checked' && !checks.has(act.ad)) checks.set(act.ad, act.actor);
    else if (act.type === 'item.renamed') aboutItem(act.item).folder = act.name;
    else if (act.type === 'note.written' && act.on === 'log') aboutItem(act.item).notes.push(act.text);
  }
  const version = `market generator ${generatorVersion}`;

  return ({ item, seq }: CapturedItem): Circumstances => {
    const stood = standings.get(seq);
    const { folder = item, notes = [] } = about.get(item) ?? {};
    return {
      folder: SAFE_NAME.test(folder) ? folder : item,
      operator: stood?.operator ?? '',
      legalBasis: stood?.legalBasis ?? '',
      tool: { name: stood?.plan?.tool ?? 'Checkathon training workstation', version },
      clockCheck: stood?.clock
        ? { source: 'reference clock of the workstation', offsetMs: stood.clock.offsetSeconds * 1000 }
        : null,
      checkedBy: stood?.checkedBy ?? '',
      loginState: loginStateOf(stood?.account),
      notes: notes.join('\n'),
    };
  };
}

/** The `account` of a session without login. */
const NOBODY = 'none';

function loginStateOf(account: string | undefined): string {
  if (account === undefined) return '';
  return account === NOBODY ? NOT_LOGGED_IN : `logged in: ${account}`;
}

/**
 * Names that are valid folder names on every system. Any other name stays in the log and is not used for the folder.
 */
const SAFE_NAME = /^[A-Za-z0-9][\w-]{0,63}$/;
