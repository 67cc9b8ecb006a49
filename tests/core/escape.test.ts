import assert from 'node:assert/strict';
import test from 'node:test';
import { escapeHtml } from '../../src/core/escape.ts';

test('what means something in HTML or XML is escaped, and nothing else', () => {
  assert.equal(
    escapeHtml(`<a href="x" id='y'>&amp;</a>`),
    '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
  );
  assert.equal(escapeHtml('plain text, ümläut · 🎉\n'), 'plain text, ümläut · 🎉\n');
});
