import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FormatError } from '../../../src/platform/errors.ts';
import { readFeedText } from '../../../src/sources/feed/feed-text.ts';

const RSS = '<rss version="2.0"><channel><title>x</title></channel></rss>';

function form(body: string): string {
  return readFeedText(Buffer.from(body), 'text/html', 'f').form;
}

describe('the form of a feed', () => {
  const cases: [string, string, string][] = [
    ['RSS', RSS, 'rss'],
    ['RSS 1.0', '<rdf:RDF xmlns="http://purl.org/rss/1.0/">', 'rdf'],
    ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom">', 'atom'],
    ['Atom with a prefix', '<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">', 'atom'],
    ['JSON', '{"version":"https://jsonfeed.org/version/1.1"}', 'json'],
    ['after white space', `\n\t ${RSS}`, 'rss'],
    ['after much white space', `${' '.repeat(1000)}${RSS}`, 'rss'],
    ['after a byte order mark', `\ufeff${RSS}`, 'rss'],
    ['after a declaration', `<?xml version="1.0"?>\n${RSS}`, 'rss'],
    ['after a style sheet', `<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?>${RSS}`, 'rss'],
    ['after comments', `<!-- <html> --><!--${'x'.repeat(1000)}-->${RSS}`, 'rss'],
    [
      'after a DTD',
      `<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/rss.dtd">${RSS}`,
      'rss',
    ],
  ];
  for (const [name, body, expected] of cases) test(name, () => assert.equal(form(body), expected));
});

describe('no feed', () => {
  const cases: [string, string][] = [
    ['nothing', ''],
    ['white space', ' '],
    ['a web page', '<!DOCTYPE html><html><body>feed</body></html>'],
    ['a web page that holds one', `<html><body>${RSS}</body></html>`],
    ['text', 'rss'],
    ['a list', '[]'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><feed/></svg>'],
    ['a name that only begins so', '<rssx>'],
    ['entities', `<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${RSS}`],
    ['an external entity', `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${RSS}`],
    ['a comment without an end', `<!-- ${RSS}`],
    ['a declaration without an end', '<?xml '.repeat(100_000)],
  ];
  for (const [name, body] of cases) test(name, () => assert.throws(() => form(body), FormatError));
});

describe('the characters of a feed', () => {
  const latin = (text: string) => Buffer.from(text, 'latin1');
  const title = (text: string, declaration = '') =>
    `${declaration}<rss version="2.0"><title>${text}</title></rss>`;
  const cases: [string, Uint8Array, string | null][] = [
    ['UTF-8', Buffer.from(title('é')), null],
    ['UTF-8, whatever its server says', Buffer.from(title('é')), 'text/xml; charset=iso-8859-1'],
    ['UTF-16', Buffer.from(`\ufeff${title('é')}`, 'utf16le'), null],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${title('é')}`, 'utf16le').swap16(), null],
    ['as declared', latin(title('é', '<?xml version="1.0" encoding="ISO-8859-1"?>')), null],
    [
      'as declared in single quotes',
      latin(title('é', "<?xml version='1.0' encoding='windows-1252'?>")),
      null,
    ],
    ['as served', latin(title('é')), 'application/rss+xml; charset="ISO-8859-1"'],
    [
      'as declared rather than as served',
      latin(title('é', '<?xml version="1.0" encoding="latin1"?>')),
      'text/xml; charset=koi8-r',
    ],
    [
      'as served where the declaration is nonsense',
      latin(title('é', '<?xml version="1.0" encoding="x-none"?>')),
      'text/xml; charset=latin1',
    ],
  ];
  for (const [name, body, type] of cases)
    test(name, () => assert.match(readFeedText(body, type, 'f').text, /<title>é</));

  test('that are none are refused', () => {
    for (const type of [null, 'text/xml; charset=utf-8', 'text/xml; charset=x-none']) {
      assert.throws(() => readFeedText(latin(title('é')), type, 'f'), FormatError);
    }
  });
});
