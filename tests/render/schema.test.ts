import assert from 'node:assert/strict';
import test from 'node:test';
import { sanitizeHtml } from '../../src/render/render-notes.ts';

// What authors may use, as it must come out.
const KEPT = [
  '<h3>a</h3><h4>b</h4><p>c</p><blockquote>d</blockquote><pre>e</pre><hr>f<br>',
  '<b>a</b><i>b</i><em>c</em><strong>d</strong><s>e</s><del>f</del><ins>g</ins><q>h</q>',
  '<kbd>a</kbd><samp>b</samp><var>c</var><code>d</code><sub>e</sub><sup>f</sup><span>g</span><div>h</div>',
  '<ul><li>a</li></ul><ol start="2"><li>b</li></ol><dl><dt>c</dt><dd>d</dd></dl>',
  '<details open><summary>a</summary>b</details><figure><figcaption>a</figcaption></figure>',
  '<table><caption>a</caption><thead><tr><th align="left" scope="col">b</th></tr></thead></table>',
  '<table><tbody><tr><td align="right" colspan="2" rowspan="3">a</td></tr></tbody><tfoot></tfoot></table>',
  '<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>',
  '<p title="a" dir="rtl" lang="pt-BR">b</p>',
  '<code class="language-c++">a</code><code class="language-objective-c">b</code>',
  '<blockquote class="alert alert-caution">a</blockquote>',
  '<ul class="contains-task-list"><li class="task-list-item">a</li></ul>',
  '<input type="checkbox" checked disabled aria-label="Completed task">',
  '<a href="https://a.example/" rel="nofollow ugc noopener noreferrer">b</a>',
];

// Their neighbours, and what is left of them.
const CUT: Readonly<Record<string, string>> = {
  '<p id="a" name="b" class="alert" style="color:red" data-x="c" onclick="d">e</p>': '<p>e</p>',
  '<p dir="sideways" lang="x y">a</p>': '<p>a</p>',
  '<blockquote class="alert alert-evil hero">a</blockquote>': '<blockquote class="alert">a</blockquote>',
  '<code class="language-a language-<b>">a</code>': '<code class="language-a">a</code>',
  '<ol start="-1"><li>a</li></ol>': '<ol><li>a</li></ol>',
  '<ol start="9999999999"><li>a</li></ol>': '<ol><li>a</li></ol>',
  '<table><tbody><tr><td align="char" colspan="1000" rowspan="-1" width="9">a</td></tr></tbody></table>':
    '<table><tbody><tr><td>a</td></tr></tbody></table>',
  '<table><tbody><tr><th scope="all" abbr="x">a</th></tr></tbody></table>':
    '<table><tbody><tr><th>a</th></tr></tbody></table>',
  '<details open="javascript:x" ontoggle="y">a</details>': '<details>a</details>',
  '<input type="text" value="a" aria-label="Password" autofocus>': '<input type="checkbox" disabled>',
  '<input type="checkbox" name="a" form="b">': '<input type="checkbox" disabled>',
  '<a href="javascript:alert(1)">a</a>': '<a rel="nofollow ugc noopener noreferrer">a</a>',
  '<a href="ftp://a.example" target="_blank" rel="opener" download>a</a>':
    '<a rel="nofollow ugc noopener noreferrer">a</a>',
  '<img src="https://a.example/x.png" alt="a">b': 'b',
  '<center>a<font>b</font></center>': 'ab',
  '<script>a</script><style>b</style><svg>c</svg><math>d</math><iframe>e</iframe><object>f</object>g': 'g',
  '<template>a</template><noscript>b</noscript><select><option>c</select><textarea>d</textarea><title>e</title>f':
    'f',
  '<xmp>a</xmp><noembed>b</noembed><noframes>c</noframes>d<plaintext>e': 'd',
  '<!-- a --><!doctype html>b': 'b',
  '<form action="https://a.example"><label>a</label><button>b</button></form>': 'ab',
};

test('what authors may use passes unchanged', () => {
  for (const html of KEPT) {
    const sorted = (text: string) => text.replace(/<input[^>]*>/g, (input) => [...input].sort().join(''));
    assert.equal(sorted(sanitizeHtml(html)), sorted(html));
  }
});

test('of what is next to it, the text is left', () => {
  for (const [html, left] of Object.entries(CUT)) assert.equal(sanitizeHtml(html), left, html);
});
