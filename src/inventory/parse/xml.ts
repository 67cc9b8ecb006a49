import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { checkLength } from '../check-length.ts';
import { invalid } from '../invalid-inventory.ts';

const LONGEST = 16_000_000;
const REMEDY = 'have the tool write it again, as plain XML';

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  // 1.10 is a version, not a number.
  parseTagValue: false,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 64,
});

/**
 * Hostile XML as plain objects: a text is a string, an element that repeats a list, an attribute a key with `@`. A document with a
 * DTD is refused, so that no entity is ever declared.
 * @throws InvalidInventory for what is not well-formed, or deeper than 64 levels
 */
export function parseXml(text: string): unknown {
  checkLength(text, LONGEST);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw invalid('XML with a DTD, which is refused', REMEDY);
  try {
    const verdict = XMLValidator.validate(text);
    if (verdict === true) return PARSER.parse(text);
    throw invalid(`not XML: ${verdict.err.msg.slice(0, 200)}, line ${verdict.err.line}`, REMEDY);
  } catch (error) {
    if (error instanceof Error && error.name === 'InvalidInventory') throw error;
    throw invalid('XML that cannot be read', REMEDY, error);
  }
}
