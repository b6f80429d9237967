/** What the shell command tells whoever started it. */
export const exitCode = {
  noFindings: 0,
  findings: 1,
  /** Something could not be checked as asked, or the command line was wrong. */
  trouble: 2,
  /** 128 and the number of the signal, as shells have it. */
  SIGINT: 130,
  SIGTERM: 143,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
