import { execFileSync } from 'node:child_process';
import { expect, vi } from 'vitest';

interface RunningProcess {
  pid: number;
  parent: number;
  command: string;
}

/** @returns the TypeScripts that a process has started to answer it, and that still run */
export function nativeChildrenOf(parent: number | undefined): number[] {
  return runningProcesses()
    .filter((each) => each.parent === parent && each.command.includes('--api'))
    .map(({ pid }) => pid);
}

/** Waits for the end of a process, whoever started it. */
export async function ended(pid: number): Promise<void> {
  const isGone = () => {
    expect(runningProcesses().map((each) => each.pid)).not.toContain(pid);
  };
  await vi.waitFor(isGone, { timeout: 20_000, interval: 200 });
}

/** Without those that have ended and that nobody has asked about. */
function runningProcesses(): RunningProcess[] {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' });
  return listed.split('\n').flatMap((line) => {
    const [, pid, parent, state = 'Z', command = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return state.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}
