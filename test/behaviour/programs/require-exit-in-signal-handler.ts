// Prints the news until it is interrupted; then it is to end with exit code 130. Its handler says so and ends nothing,
// and with a handler Node does not end the process either.
import process from 'node:process';

const [, , server] = process.argv;

function announce(): void {
  console.log('interrupted');
}

// Reported on the next line: announce (idle)
process.on('SIGINT', announce);

const response = await fetch(`${server}/news`);
console.log(await response.text());
