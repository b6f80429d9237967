// Weighs the parcels of a delivery, unless that takes too long: then there is to be no weight, and exit code 124, as of
// the shell's `timeout`. `weighAll` returns nothing once its signal is aborted, and its caller prints that as a weight.
import process from 'node:process';

async function weigh(parcel: string): Promise<number> {
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  return parcel.length;
}

async function weighAll(parcels: readonly string[], signal: AbortSignal): Promise<string | undefined> {
  let sum = 0;
  for (const parcel of parcels) {
    // Reported on the next line: return; (silent)
    if (signal.aborted) return;
    sum += await weigh(parcel);
  }
  return `${sum} kg`;
}

const [, , , milliseconds] = process.argv;
const deadline = AbortSignal.timeout(Number(milliseconds));

try {
  const weight = await weighAll(['books', 'a lamp', 'tea'], deadline);
  console.log(`The delivery weighs ${weight}.`);
} catch (error) {
  if (!deadline.aborted) throw error;
  process.exitCode = 124;
}
