import type { ErrorCode } from './typical-errors.ts';

/** The eighteen errors by subject, in the order of the form. */
export const FAULT_GROUPS = {
  time: ['E1', 'E15'],
  page: ['E2', 'E3', 'E14'],
  people: ['E5', 'E13', 'E6', 'E16'],
  copies: ['E4', 'E8', 'E9', 'E10'],
  completeness: ['E7', 'E17', 'E18'],
  said: ['E11', 'E12'],
} as const satisfies Readonly<Record<string, readonly ErrorCode[]>>;

export type FaultGroup = keyof typeof FAULT_GROUPS;
export const FAULT_GROUP_NAMES = Object.keys(FAULT_GROUPS) as FaultGroup[];
