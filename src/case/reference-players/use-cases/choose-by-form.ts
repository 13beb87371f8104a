import { picksOf, type Strategy } from '#case/checking/model/form-strategies.ts';
import type { CompiledOption } from '#case/language/model/compiled-scenario.ts';
import { required } from '#kernel/model/invariant.ts';
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
