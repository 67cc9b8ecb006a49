/** What upstream may write into a title. */
export const HOSTILE_TEXTS = [
  'plain 1.21.1',
  'ends ]]> the ]]> section ]]>',
  '<script>alert(1)</script>',
  'control \u0000\u0007\u001b[31m and \u0085 and \uffff',
  'emoji \u{1f600} and a lone \ud800 surrogate \udfff',
  'entities & &amp; &#39; " \'',
  'lines\n\r\tand \u2028 more',
];
