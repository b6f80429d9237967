// Asks for a report. When it is terminated it lets the request end first, and whoever does not want to wait for that
// terminates it again. Its handler then only starts a second time, and goes on waiting.
import process from 'node:process';

const [, , server] = process.argv;

let signals = 0;
const report = fetch(`${server}/report`);

async function leave(): Promise<void> {
  console.log(`leaving after signal ${++signals}`);
  try {
    await Promise.all([report]);
  } catch (error) {
    console.error(error);
  }
  process.exit(143);
}

// Reported on the next line: leave (reentered)
process.on('SIGTERM', leave);

const { status } = await report;
console.log(status);
