import { window, workspace } from 'vscode';

const content = `// Two mistakes, each underlined. Put the cursor on one and press Ctrl+. (Cmd+. on a Mac).

export async function loadOrders(customer: string, signal: AbortSignal): Promise<unknown[]> {
  try {
    const response = await fetch(\`/customers/\${customer}/orders\`, { signal });
    return await response.json();
  } catch (error) {
    console.warn('No orders', error);
    return [];
  }
}

export async function loadInvoice(order: string, signal: AbortSignal): Promise<unknown> {
  signal.throwIfAborted();
  const response = await fetch(\`/invoices/\${order}\`);
  return await response.json();
}
`;

/** Shows a new, unsaved file with something to find and to mend. */
export async function openExample(): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'typescript', content });
  await window.showTextDocument(document);
}
