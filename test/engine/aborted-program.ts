/** A program that is aborted as soon as its innermost operation has begun, and says what becomes of that. */
export const abortedProgram = {
  'wait.ts': `import { setTimeout } from 'node:timers/promises';

export async function wa‸it(milliseconds: number) {
  console.log('wait begins');
  await setTimeout(milliseconds);
  console.log('wait ended');
}
`,
  'steps.ts': `import { wait } from './wait.js';

export class Steps {
  async run(count: number) {
    for (let step = 0; step < count; step++) await this.#step(step);
  }

  async #step(step: number) {
    if (step === 0) await wait(200);
  }
}
`,
  'main.ts': `import { Steps } from './steps.js';

const controller = new AbortController();
const { log } = console;
console.log = (line: string) => {
  log(line);
  if (line === 'wait begins') setImmediate(() => {
    log('abort');
    controller.abort();
  });
};

async function main({ signal }: { signal: AbortSignal }) {
  await new Steps().run(1);
}

await main(controller).catch((error: Error) => {
  log(error.name);
});
`,
};
