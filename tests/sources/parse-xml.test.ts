import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FormatError } from '../../src/platform/errors.ts';
import { parseXml } from '../../src/sources/parse-xml.ts';

const parse = (text: string) => parseXml(Buffer.from(text), 'it');

describe('XML', () => {
  for (const [name, text, expected] of [
    ['texts stay texts', '<a>1.10</a>', { a: '1.10' }],
    ['an element that repeats', '<a><b>1</b><b/><b> 2 </b></a>', { a: { b: ['1', '', '2'] } }],
    ['attributes', '<a x="1"><b>2</b></a>', { a: { '@x': '1', b: '2' } }],
    ['text with attributes', '<a x="1.0">t</a>', { a: { '@x': '1.0', '#text': 't' } }],
    ['the five entities, and numbers', '<a>&amp;&lt;&gt;&quot;&apos;&#169;&#xD;</a>', { a: '&<>"\'©\r' }],
    ['an entity of nobody', '<a>&b;</a>', { a: '&b;' }],
    ['CDATA', '<a><![CDATA[<b>&amp;]]></a>', { a: '<b>&amp;' }],
    ['declaration, comment, byte order mark', '\ufeff<?xml version="1.0"?><!-- c --><a/>', { a: '' }],
  ] as const) {
    test(name, () => assert.deepEqual(parse(text), expected));
  }

  test('in Latin 1, where it says so', () => {
    const bytes = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>Grüße</a>', 'latin1');
    assert.deepEqual(parseXml(bytes, 'it'), { a: 'Grüße' });
  });
});

describe('refused XML', () => {
  for (const [name, text, message] of [
    ['a DTD', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'it: XML with a DTD'],
    ['a small doctype', '<!doctype html><html></html>', 'it: XML with a DTD'],
    ['nothing', '', 'it: not XML'],
    ['JSON', '{"a":1}', 'it: not XML'],
    ['what is not closed', '<a><b></a>', 'it: not XML'],
    ['what breaks off', '<a><b>', 'it: not XML'],
    ['a name that reaches the prototype', '<a><__proto__>1</__proto__></a>', 'it: XML that is refused'],
    ['65 levels', `${'<a>'.repeat(66)}${'</a>'.repeat(66)}`, 'it: XML that is refused'],
    [
      'an encoding of nobody',
      '<?xml version="1.0" encoding="x-none"?><a/>',
      'it: not in the encoding that it says',
    ],
  ] as const) {
    test(name, () => assert.throws(() => parse(text), { name: 'FormatError', message }));
  }

  test('bytes that are no UTF-8', () => {
    assert.throws(() => parseXml(Buffer.from('<a>ü</a>', 'latin1'), 'it'), FormatError);
  });
});
