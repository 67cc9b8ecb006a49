import { type Html, html } from '../../core/html.ts';
import type { StepKind } from '../step.ts';
import { type Badge, LABEL_COLOUR, TONE_COLOURS } from './badge.ts';
import { textWidth } from './text-width.ts';

const HEIGHT = 20;
const FONT_SIZE = 11;
const PADDING = 7;
const MOON = 14;
const FONTS = "Verdana, 'DejaVu Sans', Geneva, sans-serif";

/** A badge as a file of SVG: all that it needs is in it, and its text is read out as a picture’s is. */
export function drawBadge({ label, message, tone, phase }: Badge): string {
  const left = toText(label, PADDING);
  const border = left.width + 2 * PADDING;
  const room = phase === undefined ? 0 : MOON;
  const right = toText(message, border + PADDING + room);
  const width = border + room + right.width + 2 * PADDING;
  const said = `${label}: ${message}`;
  return `${
    html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${said}">
<title>${said}</title>
<path fill="${LABEL_COLOUR}" d="M3 0H${border}V20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z"/>
<path fill="${TONE_COLOURS[tone]}" d="M${border} 0H${width - 3}a3 3 0 0 1 3 3V17a3 3 0 0 1-3 3H${border}z"/>
${phase && moon(phase, border + PADDING + 4)}<g fill="#fff" font-family="${FONTS}" font-size="${FONT_SIZE}">${left.text}${right.text}</g>
</svg>`.markup
  }\n`;
}

/** A text that fills its place in any font. */
function toText(text: string, x: number): { width: number; text: Html | undefined } {
  const width = Math.ceil((textWidth(text) * FONT_SIZE) / 1000);
  if (width === 0) return { width, text: undefined };
  return {
    width,
    text: html`<text x="${x}" y="14" textLength="${width}" lengthAdjust="spacingAndGlyphs">${text}</text>`,
  };
}

/** What is bright of a moon of radius 4 around 0, 0. */
const BRIGHT: Readonly<Record<StepKind, string>> = {
  major: 'M0-4a4 4 0 0 1 0 8a4 4 0 0 1 0-8z',
  minor: 'M0-4a4 4 0 0 1 0 8z',
  patch: 'M0-4a4 4 0 0 1 0 8a5.5 5.5 0 0 0 0-8z',
  prerelease: '',
  other: '',
};

function moon(phase: StepKind, x: number): Html {
  const dashes = phase === 'prerelease' && html` stroke-dasharray="2 1.14"`;
  const bright = BRIGHT[phase] !== '' && html`<path fill="#fff" d="${BRIGHT[phase]}"/>`;
  return html`<g transform="translate(${x} 10)"><circle r="4" fill="none" stroke="#fff"${dashes}/>${bright}</g>
`;
}
