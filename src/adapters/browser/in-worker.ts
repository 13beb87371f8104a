import { type ProxyMarked, proxy } from 'comlink';

/**
 * Has one piece of work done in a worker, which ends with it. `progress` is told of nothing once the promise has an end. It
 * fails where the work does, and where the worker cannot be loaded or breaks.
 */
export function inWorker<Report extends unknown[], Value>(
  worker: Worker,
  progress: (...report: Report) => void,
  work: (told: ((...report: Report) => void) & ProxyMarked) => Promise<Value>,
): Promise<Value> {
  let isOver = false;
  const told = proxy((...report: Report) => {
    if (!isOver) progress(...report);
  });
  return new Promise<Value>((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message || 'It cannot be loaded.')));
    work(told).then(resolve, reject);
  }).finally(() => {
    isOver = true;
    worker.terminate();
  });
}
