import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readFileIfThere, writeFileQuick } from '../files.ts';
import { parseIfJson } from '../parse-if-json.ts';

/** What a host gave us to ask “has it changed?” with. */
export const Validator = z.strictObject({
  etag: z.string().min(1).max(1024).optional(),
  lastModified: z.string().min(1).max(100).optional(),
  /** Where a host gives no validator: a hash of what it said, made by whoever asked. */
  fingerprint: z.string().optional(),
  /** Hash of the address that answered, after redirects. */
  answeredBy: z.string().optional(),
});
export type Validator = z.infer<typeof Validator>;

/** A validator that waits until what it stands for was persisted. */
export interface Receipt {
  readonly key: string;
  readonly validator: Validator;
}

/** The disposable memory of validators: what is missing or broken costs one full request, never an error. */
export interface Validators {
  read(key: string): Promise<Validator | undefined>;
  /** To be called after the parsed reply was persisted: before, a crash would hide a release behind a 304. */
  remember(receipt: Receipt): Promise<void>;
}

/** @param folder such as .cache/http; one file a key */
export function openValidators(folder: string): Validators {
  const pathOf = (key: string) => join(folder, `${hash(key)}.json`);
  return {
    async read(key) {
      const text = (await readFileIfThere(pathOf(key))) ?? '';
      return Validator.safeParse(parseIfJson(text)).data;
    },
    async remember({ key, validator }) {
      await writeFileQuick(pathOf(key), `${JSON.stringify(validator)}\n`);
    },
  };
}

/** SHA-256 as hex: keys may hold addresses and credentials, which are not for the disk. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
