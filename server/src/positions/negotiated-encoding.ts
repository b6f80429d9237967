import { PositionEncodingKind, type ClientCapabilities } from 'vscode-languageserver';

const supported = new Set<PositionEncodingKind>([PositionEncodingKind.UTF8, PositionEncodingKind.UTF16]);

/** @returns how places in a line are counted: as the client likes best of what the server can, or in UTF-16 where it does not say */
export function negotiatedEncoding({ general }: ClientCapabilities): PositionEncodingKind {
  return general?.positionEncodings?.find((each) => supported.has(each)) ?? PositionEncodingKind.UTF16;
}
