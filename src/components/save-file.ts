import { element } from './element.ts';

/** Puts a text among the reader’s downloads. It is made here: no address of it exists. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const anchor = element('a', { href: address });
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(address);
}
