import {
  StreamMessageReader,
  StreamMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-languageserver/node';
import { PositionTranslator } from './position-translator.js';

/** @returns a reader and a writer of the protocol's messages whose places are counted as the client likes it */
export function translatedStreams(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): { reader: StreamMessageReader; writer: StreamMessageWriter } {
  const translator = new PositionTranslator();

  class TranslatedReader extends StreamMessageReader {
    override listen(callback: DataCallback): Disposable {
      return super.listen((message) => {
        callback(translator.fromClient(message));
      });
    }
  }

  class TranslatedWriter extends StreamMessageWriter {
    override write(message: Message): Promise<void> {
      return super.write(translator.fromServer(message));
    }
  }

  return { reader: new TranslatedReader(input), writer: new TranslatedWriter(output) };
}
