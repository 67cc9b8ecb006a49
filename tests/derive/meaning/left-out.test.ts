import { testSamples } from './test-samples.ts';

testSamples('what notes say, and what only stands in them', {
  'text behind a quotation': {
    notes: ['> [!WARNING]', '> You must update it.', 'We removed a joke.'],
    items: ['breaking alert: You must update it.'],
  },
  alerts: {
    notes: [
      '> [!WARNING]',
      '> You must update the configuration',
      '> by hand.',
      '',
      '> [!NOTE]',
      '> Nothing more.',
      '',
      '> This drops support for Node 18.',
    ],
    items: [
      'breaking alert: You must update the configuration by hand.',
      'breaking drops-support: This drops support for Node 18.',
    ],
  },
  'notes of others': {
    notes: [
      'Bumps x from 1 to 2.',
      '<details>',
      '<blockquote>',
      '<h2>Breaking changes</h2>',
      '<ul><li>gone</li></ul>',
      '</blockquote>',
      '</details>',
      '> ## Breaking',
      '> - gone too',
      '',
      '- fix: ours',
    ],
    items: ['fix type: fix: ours'],
  },
  'code and comments': {
    notes: [
      '```',
      '- BREAKING CHANGE: no',
      '```',
      '~~~~',
      '```',
      '- fix: no',
      '~~~~',
      '<!-- - fix: no',
      '- fix: no -->',
      '<!-- - fix: one --> - fix: yes',
      '- fix: the `<!--` of a page',
      '- fix: last',
    ],
    items: ['fix type: fix: yes', 'fix type: fix: the <!-- of a page', 'fix type: fix: last'],
  },
  'code on a line and in blocks': {
    notes: ['```npm i tool```', '- fix: a', '```', '```js', '- fix: no', '```', '- fix: b'],
    items: ['fix type: fix: a', 'fix type: fix: b'],
  },
  'nothing to say': {
    notes: [
      '### Breaking changes',
      '- None.',
      '- Nothing yet',
      '### Fixes',
      'n/a',
      '- (abc1234)',
      '---',
      '* * *',
      '[1]: https://x.test',
      '![a](https://x.test/a.png)',
    ],
    items: [],
  },
  'a paragraph alone': {
    notes: ['Maintenance release. Nothing else.'],
    items: ['other verb: Maintenance release.'],
  },
  'no notes': { notes: [''], items: [] },
});
