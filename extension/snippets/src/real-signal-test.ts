/**
 * Real-signal test
 *
 * Starts a program, waits until it is at work, delivers SIGINT or SIGTERM, and looks at how it ended and what it left
 * behind. A program that ignores the signal fails the test after the time limit.
 *
 * @prefix real-signal-test
 * @placeholders program.js program.lock 10_000
 * @guidance real-signals cleanup-is-verified
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { test } from 'node:test';

for (const [name, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  await test(`cleans up and exits on ${name}`, { timeout: 10_000 }, async (t) => {
    const child = spawn(process.execPath, ['program.js'], { stdio: ['ignore', 'pipe', 'inherit'] });
    t.after(() => child.kill('SIGKILL'));
    // Its first output says that the program is at work.
    await once(child.stdout, 'data', { signal: t.signal });
    assert.ok(existsSync('program.lock'), 'it holds its lock');

    child.kill(name);

    await once(child, 'close', { signal: t.signal });
    assert.equal(child.exitCode, exitCode);
    assert.ok(!existsSync('program.lock'), 'its cleanup has run');
  });
}
