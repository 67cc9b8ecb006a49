import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { FormatError } from '../platform/errors.ts';

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  // 1.10 is a version, not a number.
  parseTagValue: false,
  processEntities: true,
  // What is named by a number (`&#xD;` in notes that were written on Windows) is decoded only along with these.
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 64,
});

// Old POMs are in Latin 1, and say so where XML says such things.
const ENCODING = /^<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/;

/**
 * Reads hostile XML into plain objects: a text is a string, an element that repeats a list, an attribute a key with `@`. A
 * document with a DTD is refused, so that no entity is ever declared.
 * @param subject what is read, for the message
 * @throws FormatError for what is not well-formed, deeper than 64 levels, or in another encoding than it says
 */
export function parseXml(bytes: Uint8Array, subject: string): unknown {
  const text = decode(bytes, subject);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new FormatError(`${subject}: XML with a DTD`);
  try {
    if (XMLValidator.validate(text) === true) return PARSER.parse(text);
  } catch (error) {
    throw new FormatError(`${subject}: XML that is refused`, { cause: error });
  }
  throw new FormatError(`${subject}: not XML`);
}

function decode(bytes: Uint8Array, subject: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^\u00EF\u00BB\u00BF/, '');
  const encoding = ENCODING.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new FormatError(`${subject}: not in the encoding that it says`, { cause: error });
  }
}
