import { ConfigError } from '../../platform/errors.ts';

/** What a million tokens cost, in any one currency. */
export interface Price {
  readonly in: number;
  readonly out: number;
}

const NUMBER = '(\\d{1,6}(?:\\.\\d{1,6})?)';
const FORM = new RegExp(`^${NUMBER}/${NUMBER}$`);

/** @throws ConfigError for a text of another form than `0.15/0.60` */
export function readPrice(text: string | undefined): Price | undefined {
  if (text === undefined) return undefined;
  const [, input, output] = FORM.exec(text) ?? [];
  if (input === undefined || output === undefined) {
    throw new ConfigError(`summarize: “${text}” is no price`, {
      remedy: 'write what a million tokens cost, in and out: --price 0.15/0.60',
    });
  }
  return { in: Number(input), out: Number(output) };
}

/** What tokens cost. */
export function costIn({ in: input, out }: Price, tokensIn: number, tokensOut: number): number {
  return (tokensIn * input + tokensOut * out) / 1_000_000;
}
