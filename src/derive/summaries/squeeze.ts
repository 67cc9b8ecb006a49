/** The one form in which a quotation is compared with notes: NFC, and every run of white space as one space. Nothing else. */
export function squeeze(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').trim();
}
