import { picksOf, type Strategy } from '#core/checking/form-strategies.ts';
import { required } from '#core/kernel/invariant.ts';
import type { CompiledOption } from '#core/scenario/compiled-scenario.ts';
import type { Table } from './table.ts';

/** The option of a player that looks only at the form of the options' text; the first of several equal ones. */
export function chooseByForm(
  strategy: Strategy,
  { material, attempt }: Table,
  offered: readonly CompiledOption[],
): CompiledOption {
  const words = new Map(material.scenes[attempt.state]?.options.map(({ id, text }) => [id, text]));
  const picks = picksOf(
    strategy,
    offered.map(({ id }) => words.get(id) ?? ''),
  );
  return required(offered[picks[0] ?? 0], `an option that is offered in ${attempt.state}`);
}
