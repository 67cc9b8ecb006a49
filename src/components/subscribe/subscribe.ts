import type { Subscribable } from '../../feeds/subscription.ts';
import { element } from '../element.ts';
import { link } from '../links.ts';
import { saveFile } from '../save-file.ts';
import { type ChosenFeeds, chosenFeeds, readerUrl } from './chosen-feeds.ts';
import { copyLines } from './copy-lines.ts';

const chooser = document.querySelector<HTMLElement>('[data-subscribe]');
const boxes = [...document.querySelectorAll<HTMLInputElement>('input[data-place]')];
const tickers = [...document.querySelectorAll<HTMLButtonElement>('[data-subscribe] button')];
const status = document.querySelector<HTMLElement>('#chosen-status');
const result = document.querySelector<HTMLElement>('#chosen');
const tools = document.querySelector<HTMLElement>('#chosen-tools');
const addresses = document.querySelector<HTMLTextAreaElement>('#addresses');
const links = document.querySelector<HTMLElement>('#reader-links');
let chosen: ChosenFeeds | undefined;

function show(): void {
  const kind = checked('kind');
  const places = boxes.filter((box) => box.checked).map(toPlace);
  chosen = chosenFeeds({
    places,
    kind: { path: kind?.value ?? '', title: kind?.dataset['title'] ?? '' },
    file: checked('format')?.value ?? '',
    siteUrl: new URL(link(''), location.href).href,
  });
  say(chosen.says);
  for (const part of [result, tools]) part?.toggleAttribute('hidden', places.length === 0);
  for (const ticker of tickers) ticker.textContent = isAllTicked(ticker) ? 'Untick all' : 'Tick all';
  if (addresses !== null) addresses.value = chosen.addresses;
  links?.replaceChildren(
    ...chosen.feeds.map(({ title, feedUrl }) =>
      element('li', {}, element('a', { href: readerUrl(feedUrl) }, title)),
    ),
  );
}

function checked(name: string): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`);
}

function toPlace({ value, dataset }: HTMLInputElement): Subscribable {
  return {
    path: value,
    name: dataset['name'] ?? '',
    tags: (dataset['tags'] ?? '').split(' ').filter((tag) => tag !== ''),
  };
}

function say(text: string): void {
  if (status !== null) status.textContent = text;
}

function download(): void {
  if (chosen === undefined) return;
  saveFile('subscriptions.opml', 'text/x-opml', chosen.opml);
  say('The file is among your downloads: import it in your feed reader.');
}

async function copy(): Promise<void> {
  if (addresses === null) return;
  say(await copyLines(addresses, (text) => navigator.clipboard.writeText(text)));
}

/** The places of the table that a button stands above. */
function boxesBelow(ticker: HTMLButtonElement): HTMLInputElement[] {
  const table = ticker.closest('section');
  return boxes.filter((box) => table?.contains(box));
}

function isAllTicked(ticker: HTMLButtonElement): boolean {
  return boxesBelow(ticker).every((box) => box.checked);
}

/** Ticks every place of a table, or none where all are ticked already. */
function tickAll(ticker: HTMLButtonElement): void {
  const isTicked = isAllTicked(ticker);
  for (const box of boxesBelow(ticker)) box.checked = !isTicked;
  show();
}

chooser?.addEventListener('change', show);
for (const ticker of tickers) ticker.addEventListener('click', () => tickAll(ticker));
document.querySelector('#copy-addresses')?.addEventListener('click', () => void copy());
document.querySelector('#download-opml')?.addEventListener('click', download);
for (const part of document.querySelectorAll('[data-tool]')) part.removeAttribute('hidden');
show();
