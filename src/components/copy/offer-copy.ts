import { element } from '../element.ts';

/** What a button says, what it is called where several say the same, and what it copies. */
export interface CopyOffer {
  readonly words: string;
  readonly name: string;
  readonly text: string;
}

const SHOWN_FOR = 2_000;

/** One place of the page in which a screen reader hears what was copied. */
const status = element('p', { class: 'hidden' });
status.setAttribute('role', 'status');

/** A button that copies a text, in a browser that lets a page do so: it does over https and on this machine alone. */
export function offerCopy({ words, name, text }: CopyOffer): HTMLButtonElement | undefined {
  if (!('clipboard' in navigator)) return undefined;
  if (!status.isConnected) document.body.append(status);
  const button = element('button', { type: 'button', class: 'copy' }, words);
  button.setAttribute('aria-label', name);
  button.addEventListener('click', async () => {
    const isCopied = await copy(text);
    button.textContent = isCopied ? 'Copied' : 'Not copied';
    status.textContent = isCopied
      ? `Copied: ${name}`
      : 'The browser did not let this page copy; select the text';
    setTimeout(() => {
      button.textContent = words;
      status.textContent = '';
    }, SHOWN_FOR);
  });
  return button;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
