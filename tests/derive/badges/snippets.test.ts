import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { badgeSnippets } from '../../../src/derive/badges/snippets.ts';

const urls = {
  imageUrl: 'https://t.example/projects/tool/latest.svg',
  pageUrl: 'https://t.example/projects/tool/',
};
const of = (alt: string) => badgeSnippets({ ...urls, alt }).map(({ language, text }) => [language, text]);

describe('the snippets of a badge', () => {
  test('are in the languages of READMEs', () => {
    assert.deepEqual(of('Tool: latest version'), [
      [
        'Markdown',
        '[![Tool: latest version](https://t.example/projects/tool/latest.svg)](https://t.example/projects/tool/)',
      ],
      [
        'HTML',
        '<a href="https://t.example/projects/tool/"><img src="https://t.example/projects/tool/latest.svg" alt="Tool: latest version"></a>',
      ],
      [
        'AsciiDoc',
        'image:https://t.example/projects/tool/latest.svg["Tool: latest version",link="https://t.example/projects/tool/"]',
      ],
      [
        'reStructuredText',
        '.. image:: https://t.example/projects/tool/latest.svg\n   :target: https://t.example/projects/tool/\n   :alt: Tool: latest version',
      ],
    ]);
  });

  test('hold a name that is markup as a name', () => {
    const [markdown = '', page = '', asciidoc = '', rst = ''] = of('a](x) <b> "q" \\\n  z').map(
      ([, text]) => text,
    );
    assert.ok(markdown.startsWith('[![a\\](x) \\<b\\> "q" \\\\ z](https:'), markdown);
    assert.ok(page.includes(' alt="a](x) &lt;b&gt; &quot;q&quot; \\ z">'), page);
    assert.ok(asciidoc.includes('["a\\](x) <b> \\"q\\" \\ z",link='), asciidoc);
    assert.ok(rst.endsWith('   :alt: a](x) <b> "q" \\\\ z'), rst);
  });
});
