import assert from 'node:assert/strict';
import test from 'node:test';
import { z } from 'zod';
import { DEFAULT_LIMITS } from '../../src/render/limits.ts';
import { renderNotes, sanitizeHtml } from '../../src/render/render-notes.ts';
import injection from '../fixtures/hostile/injection.json' with { type: 'json' };
import { findUnsafe } from './find-unsafe.ts';

const context = {
  repositoryUrl: 'https://github.com/acme/tool',
  sourceUrl: 'https://github.com/acme/tool/releases/tag/v1',
};

/** Raw HTML that runs, loads, asks or covers something. */
const HTML = [
  '<script>alert(1)</script>',
  '<script src=//evil.example></script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="https://evil.example/pixel.gif" width="1" height="1">',
  '<image href="x" onerror="alert(1)">',
  '<picture><source srcset="javascript:alert(1)"><img src="https://evil.example/x"></picture>',
  '<video poster="https://evil.example/x" src="javascript:alert(1)" autoplay></video>',
  '<svg onload=alert(1)><script>alert(1)</script><a href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<textarea></textarea><script>alert(1)</script>',
  '<title></title><img src=x onerror=alert(1)>',
  '<xmp><p title="</xmp><script>alert(1)</script>">',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"><embed src="//evil.example"></object>',
  '<form action="//evil.example"><input name="password" type="password"><button formaction="javascript:alert(1)">x</button></form>',
  '<select><option>x<script>alert(1)</script></select>',
  '<input type="image" src="https://evil.example/x"><input type="checkbox" autofocus onfocus=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="&#x6a;avascript&colon;alert(1)">x</a>',
  '<a href="java&Tab;script&NewLine;:alert(1)">x</a>',
  '<a href=" \u0001javascript:alert(1)">x</a>',
  '<a href="\u2028javascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="relative" target="_blank" rel="opener" download ping="//evil.example">x</a>',
  '<a href="https://good.example" onclick="alert(1)" style="position:fixed;inset:0">x</a>',
  '<a id="document" name="cookie" href="#x">x</a>',
  '<p style="background:url(//evil.example)" class="alert hero" id="main">x</p>',
  '<style>*{display:none}</style><link rel="stylesheet" href="//evil.example">',
  '<base href="//evil.example"><meta http-equiv="refresh" content="0;url=//evil.example">',
  '<details open ontoggle=alert(1)><summary>x</summary></details>',
  '<bdo dir="rtl">x</bdo><b dir="x" lang="&quot;">x</b>',
  '<td colspan="99999999999">x</td><table><td background="//evil.example" colspan=1e9 rowspan="x">x',
  '<code class="language-x evil">x</code><code class="evil">x</code>',
  '<div data-footnote="__proto__">x</div><sup data-footnote-reference="__proto__">x</sup>',
  '<marquee onstart=alert(1)>x</marquee><blink>x</blink><dialog open>x</dialog><portal src=x>',
  '<!--[if IE]><script>alert(1)</script><![endif]--><!-- --!><img src=x onerror=alert(1)> -->',
  '<?xml-stylesheet href="javascript:alert(1)"?><!DOCTYPE x [<!ENTITY y "z">]><![CDATA[<script>alert(1)</script>]]>',
  '<x onclick=alert(1)>x</x><p/onmouseover=alert(1)>x',
  '\u202E<b title="\u202Ex">&#x202E;x&#x2067;</b>\u0000\u0008',
  '<button><p>a<p>b</button><h1><x><h2>c</h2></x></h1>',
  '<a href=a><button><a href=b>x</a></button></a>',
  '<ul><li><table><li>x</table></ul></p></div></body></html><x>y</x>',
];

/** Markdown that does. */
const MARKDOWN = [
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](javascript&colon;alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](//evil.example "onmouseover=alert(1)")',
  '[x](https://a.example/"onmouseover="alert(1))',
  '![x](https://evil.example/x.png"onerror="alert(1))',
  '![x](javascript:alert(1)) ![x" onerror="alert(1)](x)',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)\n\n[x]',
  '[^x]: <script>alert(1)</script>\n\n[^x]',
  '[^"onx="]: x\n\n[^"onx="]',
  '```"><script>alert(1)</script>\nx\n```',
  '``` x" onmouseover="alert(1)\nx\n```',
  '`<script>alert(1)</script>`',
  '| a |\n| - |\n| <script>alert(1)</script> |',
  '> [!NOTE]<script>alert(1)</script>\n> x',
  '> [!NOTE]\n> <img src=x onerror=alert(1)>',
  '- [x] <input onfocus=alert(1) autofocus>',
  '@"><script>alert(1)</script> #1"><script>',
  'https://a.example/<script>alert(1)</script>',
  '<b>*x</b>*<script>',
];

const Bodies = z.object({
  llm: z.array(z.object({ body: z.string() })),
  channels: z.array(z.object({ body: z.string() })),
});
const { llm, channels } = Bodies.parse(injection);
const INJECTED = [...llm, ...channels].map(({ body }) => body);

const CONTEXTS: readonly ((vector: string) => string)[] = [
  (vector) => vector,
  (vector) => `# ${vector}`,
  (vector) => `- ${vector}\n- [ ] ${vector}`,
  (vector) => `> [!TIP]\n> ${vector}`,
  (vector) => `| a |\n| - |\n| ${vector} |`,
  (vector) => `[${vector}](${vector})`,
  (vector) => `![${vector}](${vector})`,
  (vector) => `a[^1]\n\n[^1]: ${vector}`,
  (vector) => `<details><summary>${vector}</summary>\n\n${vector}\n\n</details>`,
  (vector) => `<a href="${vector}" title='${vector}'>${vector}</a>`,
  (vector) => `<button><p>${vector}<p>${vector}</button>`,
  (vector) => `\`\`\`${vector}\n${vector}\n\`\`\``,
];

for (const [name, vectors] of Object.entries({ HTML, MARKDOWN, INJECTED })) {
  test(`nothing unsafe is let out, and browsers read what we wrote: ${name}`, () => {
    for (const vector of vectors) {
      for (const wrap of CONTEXTS) {
        const notes = wrap(vector);
        const html = renderNotes(notes, context, DEFAULT_LIMITS);
        assert.deepEqual(findUnsafe(html), [], `${notes}\n→ ${html}`);
        assert.equal(sanitizeHtml(html), html, notes);
      }
    }
  });
}

test('the check sees what is unsafe', () => {
  for (const vector of HTML) assert.notDeepEqual(findUnsafe(vector), [], vector);
});

test('what is harmless beside it stays', () => {
  const notes = 'a <script>alert(1)</script><b onclick="x">b</b> <font color="red">c</font> <blink>d</blink>';
  assert.equal(renderNotes(notes, {}, DEFAULT_LIMITS), '<p>a <b>b</b> c d</p>');
});

test('the tree is read again until it is what was written', () => {
  const notes = '<button><p>a<p>b</button>';
  assert.equal(renderNotes(notes, {}, DEFAULT_LIMITS), '<p></p><p>a</p><p>b</p><p></p>');
  assert.equal(renderNotes('<h1><x><h2>a</h2></x></h1>', {}, DEFAULT_LIMITS), '<h3></h3><h4>a</h4>');
});
