import type { WriteStream } from 'node:tty';
import { SingleBar } from 'cli-progress';

/** Shows how far a run has come. */
export interface Progress {
  /** @param findings how many there are in the file that is done now */
  fileDone(findings: number): void;
  /** Takes the bar off the terminal. */
  stop(): void;
}

// Fewer files are done before anybody wonders.
const filesWorthABar = 100;

/**
 * Draws a progress bar where a person watches and the work is long.
 *
 * @param fileCount how many files are to be looked at
 * @param stream where to draw; nothing is drawn where it is not a terminal
 * @param what what is being done, in a word
 */
export function startProgress(
  fileCount: number,
  stream: Pick<WriteStream, 'isTTY'> & NodeJS.WritableStream,
  what: string,
): Progress {
  if (!stream.isTTY || fileCount <= filesWorthABar)
    return { fileDone: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    stream,
    format: `${what} [{bar}] {value}/{total} files, {findings} findings`,
    clearOnComplete: true,
    // Ctrl+C is the command's own business.
    gracefulExit: false,
  });
  let findings = 0;
  bar.start(fileCount, 0, { findings });
  return {
    fileDone(count) {
      findings += count;
      bar.increment(1, { findings });
    },
    stop() {
      bar.stop();
    },
  };
}
