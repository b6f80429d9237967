// Asks for a price, and takes the one of the day before where the answer does not come in time. The race only stops
// waiting: the request itself goes on, so the process hangs until the server has answered a question nobody asks any more.
import process from 'node:process';

async function price(url: string, milliseconds: number): Promise<string> {
  // Reported on the next line: Promise.race (work)
  const response = await Promise.race([
    fetch(`${url}/price`),
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('too slow')), milliseconds).unref();
    }),
  ]);
  return await response.text();
}

const [, , server = '', time] = process.argv;
try {
  console.log(await price(server, Number(time)));
} catch {
  console.log('as yesterday');
}
