/** What the cancellable entry point runs; whoever uses the snippet has it. */
export declare function main(signal: AbortSignal): Promise<void>;
