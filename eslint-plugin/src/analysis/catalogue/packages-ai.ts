import { optionsOf, under, type CancellableApi } from './api.js';

// ai 6.0.326 (dist/index.d.ts)
const ai = optionsOf('ai', 'abortSignal');
const aiCalls = [
  ai('generateText', 0, 'promise'),
  ai('generateObject', 0, 'promise'),
  ai('streamText', 0, 'iterable'),
  ai('streamObject', 0, 'iterable'),
  ai('embed', 0, 'promise'),
  ai('embedMany', 0, 'promise'),
  ai('rerank', 0, 'promise'),
  ai('generateImage', 0, 'promise'),
  ai('experimental_generateImage', 0, 'promise'),
  ai('experimental_generateSpeech', 0, 'promise'),
  ai('experimental_transcribe', 0, 'promise'),
  ai('ToolLoopAgent#generate', 0, 'promise'),
  ai('ToolLoopAgent#stream', 0, 'promise'),
];

// openai 6.49.0; `compact`, lists, vector stores and runs 7.57.0 (RequestOptions)
const openai = optionsOf('openai');
const openaiCalls = [
  openai('chat.completions.create', 1, 'promise'),
  openai('chat.completions.parse', 1, 'promise'),
  openai('chat.completions.stream', 1, 'iterable'),
  openai('chat.completions.runTools', 1, 'emitter'),
  openai('completions.create', 1, 'promise'),
  openai('responses.create', 1, 'promise'),
  openai('responses.parse', 1, 'promise'),
  openai('responses.stream', 1, 'iterable'),
  openai('responses.retrieve', 2, 'promise'),
  openai('responses.compact', 1, 'promise'),
  openai('embeddings.create', 1, 'promise'),
  openai('moderations.create', 1, 'promise'),
  openai('images.generate', 1, 'promise'),
  openai('images.edit', 1, 'promise'),
  openai('images.createVariation', 1, 'promise'),
  openai('audio.speech.create', 1, 'promise'),
  openai('audio.transcriptions.create', 1, 'promise'),
  openai('audio.translations.create', 1, 'promise'),
  openai('files.create', 1, 'promise'),
  openai('files.retrieve', 1, 'promise'),
  openai('files.content', 1, 'promise'),
  openai('batches.create', 1, 'promise'),
  openai('batches.retrieve', 1, 'promise'),
  openai('models.retrieve', 1, 'promise'),
  openai('models.list', 0, 'promise'),
  openai('vectorStores.create', 1, 'promise'),
  openai('vectorStores.retrieve', 1, 'promise'),
  openai('vectorStores.search', 2, 'promise'),
  openai('beta.threads.runs.createAndPoll', 2, 'promise'),
  openai('beta.threads.runs.poll', 2, 'promise'),
];

// @anthropic-ai/sdk 1.12.0 (RequestOptions); calls whose options moved since 0.x are left out
const anthropic = optionsOf('@anthropic-ai/sdk');
const anthropicCalls = [
  anthropic('messages.create', 1, 'promise'),
  anthropic('messages.stream', 1, 'iterable'),
  anthropic('messages.countTokens', 1, 'promise'),
  anthropic('messages.batches.create', 1, 'promise'),
  anthropic('beta.messages.create', 1, 'promise'),
  anthropic('beta.messages.stream', 1, 'iterable'),
  anthropic('beta.messages.countTokens', 1, 'promise'),
  anthropic('beta.messages.toolRunner', 1, 'promise'),
];

// groq-sdk 1.6.0 (RequestOptions)
const groq = optionsOf('groq-sdk');
const groqCalls = [
  groq('chat.completions.create', 1, 'promise'),
  groq('embeddings.create', 1, 'promise'),
  groq('audio.transcriptions.create', 1, 'promise'),
  groq('audio.translations.create', 1, 'promise'),
  groq('audio.speech.create', 1, 'promise'),
];

// @google/generative-ai 0.24.1 (SingleRequestOptions)
const gemini = optionsOf('@google/generative-ai');
const geminiCalls = [
  gemini('generateContent', 1, 'promise'),
  gemini('generateContentStream', 1, 'promise'),
  gemini('countTokens', 1, 'promise'),
  gemini('embedContent', 1, 'promise'),
  gemini('startChat#sendMessage', 1, 'promise'),
  gemini('startChat#sendMessageStream', 1, 'promise'),
];

// @langchain/openai 1.5.8, @langchain/anthropic 1.5.11 (RunnableConfig of @langchain/core 1.4.0)
const langchain = optionsOf('@langchain/openai');
const chatModelCalls = [
  langchain('invoke', 1, 'promise'),
  langchain('batch', 1, 'promise'),
  langchain('stream', 1, 'promise'),
];

// @modelcontextprotocol/sdk 1.32.2 (RequestOptions of shared/protocol.d.ts)
const mcp = optionsOf('@modelcontextprotocol/sdk/client/index.js');
const mcpClientCalls = [
  mcp('Client#connect', 1, 'promise'),
  mcp('Client#callTool', 2, 'promise'),
  mcp('Client#listTools', 1, 'promise'),
  mcp('Client#getPrompt', 1, 'promise'),
  mcp('Client#listPrompts', 1, 'promise'),
  mcp('Client#readResource', 1, 'promise'),
  mcp('Client#listResources', 1, 'promise'),
  mcp('Client#listResourceTemplates', 1, 'promise'),
  mcp('Client#complete', 1, 'promise'),
  mcp('Client#subscribeResource', 1, 'promise'),
  mcp('Client#setLoggingLevel', 1, 'promise'),
  mcp('Client#request', 2, 'promise'),
  mcp('Client#ping', 0, 'promise'),
];
const mcpServer = optionsOf('@modelcontextprotocol/sdk/server/index.js');
const mcpServerCalls = [
  mcpServer('Server#createMessage', 1, 'promise'),
  mcpServer('Server#elicitInput', 1, 'promise'),
  mcpServer('Server#listRoots', 1, 'promise'),
  mcpServer('Server#request', 2, 'promise'),
];

// @google/genai 2.32.0 (dist/genai.d.ts: GenerateContentConfig and the other configs)
const genai = optionsOf('@google/genai', 'abortSignal');
const inConfig = { within: 'config' } as const;
const genaiCalls = [
  ...['generateContent', 'generateContentStream', 'embedContent', 'countTokens', 'computeTokens'].map(
    (name) => genai(`models.${name}`, 0, 'promise', inConfig),
  ),
  genai('models.generateImages', 0, 'promise', inConfig),
  genai('models.editImage', 0, 'promise', inConfig),
  genai('models.generateVideos', 0, 'promise', inConfig),
  genai('files.upload', 0, 'promise', inConfig),
  genai('chats.create#sendMessage', 0, 'promise', inConfig),
  genai('chats.create#sendMessageStream', 0, 'promise', inConfig),
];

/** Clients of language models and tools. Left out: ollama, which takes no signal; its client has `abort()`. */
export const aiApis: readonly CancellableApi[] = [
  ...aiCalls,
  ...['default#', 'OpenAI#', 'AzureOpenAI#'].flatMap((maker) => under(openaiCalls, maker)),
  ...['default#', 'Anthropic#'].flatMap((maker) => under(anthropicCalls, maker)),
  ...['default#', 'Groq#'].flatMap((maker) => under(groqCalls, maker)),
  ...under(genaiCalls, 'GoogleGenAI#'),
  ...under(geminiCalls, 'GoogleGenerativeAI#getGenerativeModel#'),
  ...under(chatModelCalls, 'ChatOpenAI#'),
  ...under(chatModelCalls, 'AzureChatOpenAI#'),
  ...under(chatModelCalls, 'ChatAnthropic#', '@langchain/anthropic'),
  ...mcpClientCalls,
  ...mcpServerCalls,
];
