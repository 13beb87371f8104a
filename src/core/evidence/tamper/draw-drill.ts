import { required } from '#core/kernel/invariant.ts';
import { stream } from '#core/kernel/rng.ts';
import type { Locker } from '../locker.ts';
import { type PlantedFault, plantFault } from './plant-fault.ts';
import { ERROR_CODES, type ErrorCode } from './typical-errors.ts';

/**
 * The drill of a number, 1 or more: the locker with one fault in one of its items. The same number always gives the same
 * drill, and each run of eighteen numbers brings every fault once, in an order of its own. The locker needs two ads.
 */
export function drawDrill(locker: Locker, number: number): PlantedFault {
  const run = Math.floor((number - 1) / ERROR_CODES.length);
  const order = shuffled(ERROR_CODES, `drill ${run}`);
  const code = order[(number - 1) % order.length] as ErrorCode;
  const item = stream(`drill ${number}`, 'item').int(locker.items.length);
  return required(plantFault(locker, code, item), `a locker that can carry ${code}`);
}

function shuffled<Value>(values: readonly Value[], seed: string): Value[] {
  const rng = stream(seed, 'order');
  const rest = [...values];
  return values.map(() => rest.splice(rng.int(rest.length), 1)[0] as Value);
}
