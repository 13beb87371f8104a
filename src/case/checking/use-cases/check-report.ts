import type { CaseFigures } from '#case/checking/model/check-scenario.ts';
import { type CompiledScenario, ratedDecisions } from '#case/language/model/compiled-scenario.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import { stateTree, type TreeState } from '#case/language/model/state-tree.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { CHECKS_OF_CASE, checkThatFinds, type ReportingKinds } from './check-report-checks.ts';

/** An issue, with the state that it is in, if any. */
export interface CheckFinding {
  readonly issue: Issue;
  readonly state?: string;
}

/** The checker's report on a case. It discloses the key, so it is served as part of the key. */
export interface CheckReport {
  readonly schema: 'key-check/1';
  readonly scenario: string;
  readonly findings: readonly CheckFinding[];
  /** Every check with its number of issues; `made` is false where the check does not apply to the case. */
  readonly checks: readonly { readonly id: string; readonly made: boolean; readonly found: number }[];
  readonly figures: CaseFigures;
  /** The decision catalogue, entry by entry, with the states of the case that cover it. */
  readonly coverage: readonly { readonly decision: string; readonly states: readonly string[] }[];
}

/** A checked case with its issues. */
export interface CheckedCase {
  readonly source: Scenario;
  readonly compiled: CompiledScenario;
  readonly key: AnswerKey;
  readonly figures: CaseFigures;
  readonly issues: readonly Issue[];
  /** Number of translations. */
  readonly translations: number;
  /** True where its author says how it is run with a group. */
  readonly workshop?: boolean;
}

const CATALOGUE_SIZE = 32;

/** Builds the report of a check: findings with their states, the checks that were made, figures, coverage. */
export function checkReport(
  { source, compiled, key, figures, issues, translations, workshop }: CheckedCase,
  kinds: ReportingKinds,
): CheckReport {
  const found = new Map<string, number>();
  for (const { code } of issues) {
    const check = checkThatFinds(code, kinds);
    if (check !== undefined) found.set(check, (found.get(check) ?? 0) + 1);
  }
  const needed: Readonly<Record<string, boolean>> = {
    roles: compiled.roles !== undefined,
    'pass-mark': key.passMark !== undefined,
    translations: translations > 0,
    workshop: workshop === true,
  };
  const decided = ratedDecisions(compiled);
  const tree = stateTree(source);
  return {
    schema: 'key-check/1',
    scenario: source.id,
    findings: issues.map((issue) => {
      const state = stateOfIssue(issue, tree, key);
      return { issue, ...(state !== undefined && { state }) };
    }),
    checks: CHECKS_OF_CASE.map(({ id }) => ({ id, made: needed[id] ?? true, found: found.get(id) ?? 0 })),
    figures,
    coverage: Array.from({ length: CATALOGUE_SIZE }, (_, n) => {
      const decision = `D${String(n + 1).padStart(2, '0')}`;
      return { decision, states: decided.filter(([, state]) => state.decision === decision).map(([id]) => id) };
    }),
  };
}

/**
 * The state of an issue: the innermost one around its place in the scenario, or the one that its entry of the key is
 * for.
 */
export function stateOfIssue(
  { path, position }: Issue,
  tree: readonly TreeState[],
  key?: AnswerKey,
): string | undefined {
  const isOfKey = position?.file.endsWith('key.yaml') ?? false;
  const known = (id: unknown) => tree.find((entry) => entry.id === id)?.id;
  if (!isOfKey) return tree.findLast((entry) => entry.path.every((step, n) => step === path[n]))?.id;
  const [part, at] = path;
  if (part === 'decisions') return known(at);
  return part === 'model' ? known(key?.model[Number(at)]?.[0]) : undefined;
}
