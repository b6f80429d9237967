/** A method that a package calls on a class which extends or implements one of its own, and that it hands a signal to. */
export interface OverriddenMethod {
  readonly module: string;
  /** The base class or interface, `#`, and the method. */
  readonly path: string;
  /** Index of the parameter that carries the signal. */
  readonly parameter: number;
  /** Member of that parameter which is the signal. */
  readonly member: string;
  /** True where the parameter itself may be missing. */
  readonly isOptional?: true;
}

type Place = Pick<OverriddenMethod, 'parameter' | 'member' | 'isOptional'>;

/** @returns an entry for each base and method; the methods are separated by spaces, and so are the bases */
function methodsOf(module: string, bases: string, methods: string, place: Place): OverriddenMethod[] {
  return bases
    .split(' ')
    .flatMap((base) => methods.split(' ').map((method) => ({ module, path: `${base}#${method}`, ...place })));
}

// @langchain/core 1.4.0 (dist/language_models/*.d.ts, dist/tools/index.d.ts, dist/runnables/types.d.ts)
const langchain = '@langchain/core';
const callOptions = { parameter: 1, member: 'signal' } as const;
const langchainMethods = [
  ...methodsOf(
    `${langchain}/language_models/chat_models`,
    'BaseChatModel SimpleChatModel',
    '_generate _streamResponseChunks _streamChatModelEvents',
    callOptions,
  ),
  ...methodsOf(`${langchain}/language_models/chat_models`, 'SimpleChatModel', '_call', callOptions),
  ...methodsOf(
    `${langchain}/language_models/llms`,
    'BaseLLM LLM',
    '_generate _streamResponseChunks',
    callOptions,
  ),
  ...methodsOf(`${langchain}/language_models/llms`, 'LLM', '_call', callOptions),
  ...methodsOf(`${langchain}/tools`, 'Tool StructuredTool', '_call', {
    parameter: 2,
    member: 'signal',
    isOptional: true,
  }),
  ...methodsOf(`${langchain}/runnables`, 'Runnable', 'invoke stream _streamIterator', {
    ...callOptions,
    isOptional: true,
  }),
];

// @ai-sdk/provider 3.0.19 (dist/index.d.ts: the options of the models)
const provider = '@ai-sdk/provider';
const modelOptions = { parameter: 0, member: 'abortSignal' } as const;
const providerMethods = [
  ...methodsOf(provider, 'LanguageModelV2 LanguageModelV3', 'doGenerate doStream', modelOptions),
  ...methodsOf(provider, 'EmbeddingModelV2 EmbeddingModelV3', 'doEmbed', modelOptions),
  ...methodsOf(provider, 'RerankingModelV3', 'doRerank', modelOptions),
  ...methodsOf(
    provider,
    'ImageModelV2 ImageModelV3 SpeechModelV2 SpeechModelV3 TranscriptionModelV2 TranscriptionModelV3',
    'doGenerate',
    modelOptions,
  ),
];

// @openai/agents 0.20.0, which exports all of @openai/agents-core 0.20.0 (dist/model.d.ts: ModelRequest)
const agentMethods = ['@openai/agents', '@openai/agents-core'].flatMap((module) =>
  methodsOf(module, 'Model', 'getResponse getStreamedResponse', { parameter: 0, member: 'signal' }),
);

/** Methods whose parameters carry a signal by what their base says. */
export const overriddenMethods: readonly OverriddenMethod[] = [
  ...langchainMethods,
  ...providerMethods,
  ...agentMethods,
];
