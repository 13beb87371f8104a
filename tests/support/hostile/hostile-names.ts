import { ESCAPES } from './hostile-contents.ts';

/** An argument that should be the name of something, and is none. No argument can hold a zero. */
export interface HostileName {
  readonly kind: string;
  readonly name: string;
}

const named = (kind: string, name: string): HostileName => ({ kind, name });

const CONTROLS = [...'\u0001\u0007\b\t\n\v\f\r\u000e\u001b\u007f\u0085\u009b\u009d'].map((sign) =>
  named(`the control character ${sign.codePointAt(0)?.toString(16)}`, `quiet${sign}number`),
);
const TURNING = [...'\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\u200b\u00ad'].map((sign) =>
  named(`the unseen sign ${sign.codePointAt(0)?.toString(16)}`, `quiet-number${sign}`),
);
const OF_THE_LANGUAGE = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'undefined',
  'null',
  'NaN',
];
const PATHS = [
  '.',
  '..',
  '/',
  '../scenarios/quiet-number',
  './quiet-number',
  'quiet-number/',
  'quiet-number/scenario.yaml',
  'quiet-number/../quiet-number',
  'quiet-number/../../scenarios/quiet-number',
  'quiet-number/.',
  'quiet-number\\..\\quiet-number',
  'find-house-pages/../find-house-pages',
  'c:quiet-number',
  'nul',
  '../../../../etc/passwd',
  '/etc/passwd',
  '..\\..\\etc',
  'C:\\',
  '\\\\server\\share',
  '/dev/zero',
  '/dev/stdin',
  '/proc/self/mem',
  'file:///etc/passwd',
  '~',
  '*',
];
const ODD = [
  'QUIET-NUMBER',
  ' quiet-number',
  'quiet-number ',
  'quiet%2dnumber',
  'quiet-number\\0',
  '-',
  '--',
  '-1',
  '1e999',
  '$(id)',
  '`id`',
  '\u0024{HOME}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '\ufffd',
  'e\u0301'.repeat(500),
  '𝓺uiet-number',
  '🏴'.repeat(100),
];

/** Names that no case, person or file of the kit has; each is one argument of a command. */
export const HOSTILE_NAMES: readonly HostileName[] = [
  named('no sign', ''),
  named('a blank', ' '),
  named('a name without end', 'n'.repeat(100_000)),
  named('folders without end', '../'.repeat(30_000)),
  named('orders to a terminal', ESCAPES),
  ...CONTROLS,
  ...TURNING,
  ...OF_THE_LANGUAGE.map((name) => named(`the word ${name} of the language`, name)),
  ...PATHS.map((name) => named(`the path ${name}`, name)),
  ...ODD.map((name, n) => named(`an odd name, ${n}`, name)),
];
