/** What is in the folder that the pictures show: a small application with some of the bugs. */
export const shop = {
  'tsconfig.json': '{ "compilerOptions": { "strict": true, "module": "nodenext" }, "include": ["*.ts"] }\n',
  'store.ts': `export interface Order {
  id: string;
}

export interface Invoice {
  total: number;
}

export declare function readInvoice(order: string, options?: { signal?: AbortSignal }): Promise<Invoice>;
`,
  'orders.ts': `import { readInvoice, type Invoice, type Order } from './store.js';

export async function loadOrders(customer: string, signal: AbortSignal): Promise<Order[]> {
  try {
    const response = await fetch(\`/customers/\${customer}/orders\`, { signal });
    return (await response.json()) as Order[];
  } catch (error) {
    console.warn('No orders', error);
    return [];
  }
}

export async function loadInvoices(orders: Order[], signal: AbortSignal): Promise<Invoice[]> {
  signal.throwIfAborted();
  return Promise.all(orders.map((order) => readInvoice(order.id)));
}
`,
  'report.ts': `export async function main(): Promise<void> {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  await writeReport('https://example.org/orders', { signal: controller.signal });
}

async function writeReport(url: string, { signal }: { signal: AbortSignal }): Promise<void> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(10_000)]);
  try {
    const response = await fetch(url, { signal: limited });
    console.log(await response.text());
  } catch (error) {
    console.warn('There is no report.', error);
  }
}
`,
  'watch.ts': `export async function watch(url: string, signal: AbortSignal): Promise<void> {
  while (true) {
    const response = await fetch(url);
    console.log(await response.text());
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
`,
};
