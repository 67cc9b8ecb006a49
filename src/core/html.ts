import { escapeHtml } from './escape.ts';

/** Markup that is safe to send: made by `html`, or vouched for by `trusted`. */
export interface Html {
  readonly markup: string;
}

type Value = Html | string | number | undefined | false | readonly Value[];

/** A template whose every value is escaped, unless it is Html already. Nothing comes of `undefined` and `false`. */
export function html(literals: TemplateStringsArray, ...values: readonly Value[]): Html {
  let markup = literals[0] ?? '';
  for (const [index, value] of values.entries()) markup += write(value) + (literals[index + 1] ?? '');
  return { markup };
}

/** Markup that another part of the program made safe: rendered notes. */
export function trusted(markup: string): Html {
  return { markup };
}

function write(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return 'markup' in value ? value.markup : value.map(write).join('');
}
