import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @returns how much memory a process takes at this moment, in MB */
export function memoryOf(pid: number | undefined): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

/** @returns how long a process has used a processor so far, in milliseconds; only Linux tells it that precisely */
export function processorTimeOf(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  // The name of the program, in brackets, may hold spaces; see proc(5).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return ticks * 10;
}
