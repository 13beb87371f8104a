import type { WithBuilds } from '#case/plug/use-cases/kind-builds.ts';

/** The kinds as far as they report issues of their own. */
export type ReportingKinds = WithBuilds;

/** A check of a case; some apply only to cases with the subject of the check. */
export interface CheckOfCase {
  readonly id: string;
  /** The issue codes that it reports; a code with a trailing dot is a prefix. */
  readonly codes: readonly string[];
}

/**
 * All checks of a case in the order of the report. Every issue code of a case belongs to one of them; codes that a kind
 * reports by itself belong to `key`.
 */
export const CHECKS_OF_CASE: readonly CheckOfCase[] = [
  { id: 'read', codes: ['yaml.', 'schema.', 'file.'] },
  { id: 'written', codes: ['scenario.to-write'] },
  {
    id: 'names',
    codes: [
      'scenario.missing-target',
      'scenario.missing-target-near',
      'scenario.state-named-otherwise',
      'scenario.target-inside',
      'scenario.initial-elsewhere',
      'scenario.begins-done',
      'scenario.duplicate-state',
      'scenario.duplicate-option',
      'scenario.unknown-stage',
      'scenario.unknown-exercise',
      'scenario.id-not-folder-name',
    ],
  },
  { id: 'reached', codes: ['scenario.unreachable-state', 'scenario.no-end', 'scenario.nothing-to-play'] },
  { id: 'way-on', codes: ['scenario.dead-end', 'scenario.no-option-left', 'scenario.timer-without-way-out'] },
  { id: 'loops', codes: ['scenario.inescapable-loop', 'scenario.endless-loop'] },
  {
    id: 'conditions',
    codes: ['scenario.guard-never-true', 'scenario.guard-always-true', 'scenario.branch-never-taken'],
  },
  {
    id: 'variables',
    codes: [
      'scenario.expression',
      'scenario.out-of-bounds',
      'scenario.unknown-variable',
      'scenario.unused-variable',
      'scenario.reserved-variable',
      'scenario.not-yes-or-no',
      'scenario.set-against-words',
    ],
  },
  {
    id: 'size',
    codes: ['scenario.too-many-combinations', 'scenario.too-many-situations', 'scenario.too-many-paths'],
  },
  {
    id: 'roles',
    codes: [
      'scenario.role-without-kind',
      'scenario.role-twice',
      'scenario.unknown-role',
      'scenario.role-passes-exercise',
    ],
  },
  { id: 'options', codes: ['scenario.too-few-options'] },
  { id: 'acts', codes: ['scenario.act-in-words'] },
  { id: 'notices', codes: ['scenario.notice-missing', 'scenario.level-too-low'] },
  { id: 'safety', codes: ['safety.', 'scenario.markup', 'library.real-place', 'review.'] },
  {
    id: 'market',
    codes: [
      'scenario.unknown-ad',
      'scenario.ad-without-phone',
      'scenario.market-too-small',
      'library.unknown-profile',
      'key.preserve-not-controlled',
      'key.preserve-not-knowable',
      'scenario.bench-before-change',
    ],
  },
  {
    id: 'key',
    codes: [
      'key.other-scenario',
      'key.decision-without-key',
      'key.option-without-rating',
      'key.decision-named-otherwise',
      'key.decision-not-rated',
      'key.none',
      'key.unknown-decision',
      'key.unknown-option',
      'key.unknown-act',
      'key.no-good-option',
    ],
  },
  { id: 'sources', codes: ['library.unknown-source', 'library.mark-above-source'] },
  {
    id: 'tells',
    codes: [
      'scenario.option-reveals-key',
      'scenario.option-length-tells',
      'scenario.option-end-tells',
      'scenario.length-pattern-tells',
      'scenario.consequence-judges',
      'scenario.end-judges',
      'scenario.hint-names-option',
      'scenario.hint-points-to-option',
      'scenario.hint-names-ad',
      'scenario.form-finds-good',
      'scenario.form-avoids-harm',
      'scenario.reasons-follow-ratings',
      'scenario.good-at-one-letter',
    ],
  },
  {
    id: 'twins',
    codes: [
      'scenario.options-alike',
      'scenario.consequences-alike',
      'scenario.consequence-in-two-states',
      'scenario.ends-alike',
    ],
  },
  { id: 'reasons', codes: ['key.reason-blames-good', 'key.reason-praises-harm'] },
  { id: 'good-path', codes: ['key.no-good-path', 'key.model-not-playable'] },
  { id: 'red-lines', codes: ['key.red-line-goes-on', 'key.early-end-only-red'] },
  { id: 'pass-mark', codes: ['key.harmful-path-passes'] },
  { id: 'translations', codes: ['translation.'] },
  { id: 'workshop', codes: ['workshop.'] },
];

/** The check that reports this code; undefined where no check of a case does. */
export function checkThatFinds(code: string, { builds }: ReportingKinds): string | undefined {
  if (builds.entries().some(([, { key, codes }]) => key?.missing === code || codes?.includes(code))) return 'key';
  return CHECKS_OF_CASE.find(({ codes }) =>
    codes.some((known) => (known.endsWith('.') ? code.startsWith(known) : code === known)),
  )?.id;
}
