import { offerCopy } from './offer-copy.ts';

for (const snippet of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const name = snippet.dataset['copy'] ?? '';
  const button = offerCopy({ words: 'Copy', name, text: snippet.textContent });
  if (button !== undefined) snippet.after(button);
}
