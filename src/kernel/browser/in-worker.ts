import { type ProxyMarked, proxy } from 'comlink';

/**
 * Runs one piece of work in a worker, which is terminated afterwards. `progress` is not called after the promise has
 * settled. Rejects if the work fails, if the worker cannot be loaded, or if it crashes.
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
