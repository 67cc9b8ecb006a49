import { defaultSchema, type Options } from 'rehype-sanitize';

/**
 * All that may leave render/. GitHub's list, cut: no images or other loads, no style, no ids, no forms but task boxes, and
 * classes from closed sets.
 */
export const SCHEMA: Options = {
  tagNames: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'blockquote', 'pre', 'hr', 'br', 'div', 'span'],
    ...['a', 'b', 'code', 'del', 'em', 'i', 'ins', 'kbd', 'q', 's', 'samp', 'strong', 'sub', 'sup', 'var'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'input', 'details', 'summary', 'figure', 'figcaption'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'ruby', 'rt', 'rp'],
  ],
  attributes: {
    '*': ['title', ['dir', 'ltr', 'rtl', 'auto'], ['lang', /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,3}$/i]],
    a: ['href'],
    blockquote: [
      ['className', 'alert', 'alert-note', 'alert-tip', 'alert-important', 'alert-warning', 'alert-caution'],
    ],
    code: [['className', /^language-[\w+#.-]{1,30}$/]],
    details: [['open', true]],
    input: [
      ['type', 'checkbox'],
      ['disabled', true],
      ['checked', true],
      ['ariaLabel', 'Completed task', 'Incomplete task'],
    ],
    li: [['className', 'task-list-item']],
    ol: [
      ['className', 'contains-task-list'],
      ['start', /^\d{1,9}$/],
    ],
    td: [
      ['align', 'left', 'center', 'right'],
      ['colSpan', /^\d{1,3}$/],
      ['rowSpan', /^\d{1,3}$/],
    ],
    th: [
      ['align', 'left', 'center', 'right'],
      ['colSpan', /^\d{1,3}$/],
      ['rowSpan', /^\d{1,3}$/],
      ['scope', 'col', 'row', 'colgroup', 'rowgroup'],
    ],
    ul: [['className', 'contains-task-list']],
  },
  ancestors: defaultSchema.ancestors ?? {},
  protocols: { href: ['http', 'https', 'mailto'] },
  required: { input: { type: 'checkbox', disabled: true } },
  clobber: ['id', 'name'],
  clobberPrefix: 'user-content-',
  strip: [
    ...['script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'math', 'textarea'],
    ...['title', 'xmp', 'plaintext', 'noembed', 'noframes', 'select'],
  ],
};
