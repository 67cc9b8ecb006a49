import { checksumLines } from '../../derive/checksums.ts';
import { offerCopy } from './offer-copy.ts';

for (const list of document.querySelectorAll('.files')) {
  const files = [...list.querySelectorAll('.digest')].map((code) => ({
    code,
    name: code.parentElement?.querySelector('.file')?.textContent ?? '',
    digest: code.textContent,
  }));
  for (const { code, name, digest } of files) {
    const button = offerCopy({ words: 'Copy digest', name: `Copy digest of ${name}`, text: digest });
    if (button !== undefined) code.before(button);
  }
  const lines = checksumLines(files);
  const words = `Copy ${lines.length} as sha256sums`;
  const all = lines.length > 1 && offerCopy({ words, name: words, text: `${lines.join('\n')}\n` });
  if (all) list.after(all);
}
