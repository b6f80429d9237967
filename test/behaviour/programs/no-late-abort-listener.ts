// Prepares an order, counts down and places it, all in the time that it is given; else there is to be no order, and exit
// code 124. The time runs out during the preparation: when the countdown begins to listen, the signal is aborted already,
// so the listener never runs and the order is placed.
import { writeFileSync } from 'node:fs';
import process from 'node:process';

function prepare(): string {
  const start = performance.now();
  let steps = 0;
  while (performance.now() < start + 50) steps += 1;
  return steps > 0 ? 'three chairs' : '';
}

function countDown(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    // Reported on the next line: signal.addEventListener (late)
    signal.addEventListener('abort', onAbort);
  });
}

const [, , , time] = process.argv;
const deadline = AbortSignal.timeout(Number(time));
try {
  const order = prepare();
  await new Promise((resolve) => setTimeout(resolve, 0));
  await countDown(20, deadline);
  writeFileSync('order.txt', order);
  console.log('ordered');
} catch (error) {
  if (!deadline.aborted) throw error;
  process.exitCode = 124;
}
