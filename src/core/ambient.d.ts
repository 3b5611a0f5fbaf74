/** The part of the Encoding Standard that Node, browsers and workers share and that ES2023's library does not name. */
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}
