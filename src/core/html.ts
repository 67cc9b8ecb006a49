import { escapeHtml } from './escape.ts';

/** Markup that is safe to send: made by `html`, or vouched for by `trusted`. */
export interface Html {
  readonly markup: string;
}

type Value = Html | string | number | undefined | false | readonly Value[];

/** A template whose every value is escaped, unless it is Html already. Nothing comes of `undefined` and `false`. */
export function html(literals: TemplateStringsArray, ...values: readonly Value[]): Html {
  let markup = literals[0] ?? '';
  // Most of a site is written here: an iterator of pairs, and a list to join, took half as long again.
  for (let index = 0; index < values.length; index += 1) {
    markup += write(values[index]) + (literals[index + 1] ?? '');
  }
  return { markup };
}

/** Markup that another part of the program made safe: rendered notes. */
export function trusted(markup: string): Html {
  return { markup };
}

function write(value: Value): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  let markup = '';
  for (const one of value) markup += write(one);
  return markup;
}
