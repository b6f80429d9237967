// Checks, when it is told to, that a program ends in order on SIGTERM. The program
// has a handler of nothing but SIGINT, and the check does not see that, because it only emits the event.
import { mock } from 'node:test';
import process from 'node:process';

const [, , server] = process.argv;
const stop = mock.fn();
process.once('SIGINT', () => {
  stop();
});
process.once('message', () => {
  // Reported on the next line: process.emit (emulated)
  process.emit('SIGTERM', 'SIGTERM');
  process.disconnect();
});

const response = await fetch(`${server}/jobs`);
console.log(await response.text());
if (process.connected) process.disconnect();
