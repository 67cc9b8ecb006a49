/** Marks that a script of the notes would leave on the page. */
const PWN = 'window.__pwned=1';

/** Ways to get a script to run, by markdown, by HTML, and by what one makes of the other. */
const VECTORS = [
  `<script>${PWN}</script>`,
  `<img src=x onerror="${PWN}">`,
  `<svg onload="${PWN}"><script>${PWN}</script></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${PWN}></style></mglyph></table></mtext></math>`,
  `<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>`,
  `<a href="javascript:${PWN}">one</a> [two](javascript:${PWN}) [three](JaVaScRiPt&colon;${PWN})`,
  `[four](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)`,
  `<details open ontoggle="${PWN}"><summary>five</summary></details>`,
  `<form action="https://evil.example/"><input autofocus onfocus="${PWN}"><button>six</button></form>`,
  `<style>*{background:url(https://evil.example/css)}</style>`,
  `<link rel="stylesheet" href="https://evil.example/x.css"><meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<object data="https://evil.example/o"></object><embed src="https://evil.example/e">`,
  `<base href="https://evil.example/"><p id="main" class="skip" style="position:fixed;inset:0">seven</p>`,
  `</div></section></main><script>${PWN}</script>`,
  '```"><script>window.__pwned=1</script>\ncode\n```',
  `<!--><img src=x onerror=${PWN}>-->`,
  `@@title@@ @@body@@ ]]> </textarea></title><script>${PWN}</script>`,
];

const IMAGES = `## Pictures

![a chart](https://images.example/chart.png) <img src="https://images.example/pixel.gif" width="1" height="1" alt="">
<picture><source srcset="https://images.example/dark.png"><img src="https://images.example/light.png" alt="themed"></picture>
[![build](https://img.shields.io/badge/build-passing.svg)](https://ci.example/)
<video src="https://images.example/film.mp4" poster="https://images.example/poster.png"></video>`;

const FLAVOUR = `# A title of the notes

> [!WARNING]
> Mind the gap.

| option | default | what it does |
| --- | :-: | --: |
| \`--a-rather-long-option-name\` | \`none\` | ${'a long cell '.repeat(12)} |

- [x] done
- [ ] not done

\`\`\`ts
export const everything = await import('a-package-with-a-name-that-is-too-long-for-any-phone/and-a-path-below-it');
\`\`\`

## Ünïcode & <b title="## x">bold</b>

## Again

A footnote[^1], an issue #42, a person @octocat and ${'c0ffee'.repeat(6)}c0de.

## Again

The end.

[^1]: At the end.`;

/** Notes of releases that a page must bear, by the version that has them. */
export const HOSTILE_NOTES: Readonly<Record<string, string>> = {
  'v1.0.0': `## Injected\n\n${VECTORS.join('\n\n')}\n\nThe end of the vectors.`,
  'v1.1.0': IMAGES,
  'v1.2.0': `## Huge\n\n${'All work and no play makes a long changelog. <b>Bold.</b>\n\n'.repeat(1500)}`,
  'v1.3.0': '## מה חדש\n\nשלום עולם, this is mixed.\n\n- الإصدار الجديد\n\n\u202eexe.txt\u202c',
  'v1.4.0': `## Long words\n\n${'w'.repeat(600)} and https://example.com/${'path'.repeat(120)}`,
  'v1.5.0': FLAVOUR,
};
