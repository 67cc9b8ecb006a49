import { html } from '../../core/html.ts';
import type { Card } from './card.ts';
import { type Faces, layOut, MARGIN, SIZE } from './lay-out.ts';
import type { Typeface } from './typeface.ts';

/** The light tokens of src/styles/site.css, as sRGB. */
const COLOURS = { paper: '#f7fafc', ink: '#131e2a', soft: '#4a5762', tide: '#005985' };

const MOON = { x: SIZE.width - MARGIN - 40, y: 92, radius: 36 };
const WAVE = { y: 586, length: 75, height: 11, stroke: 7 };

/** The faces of a card: its texts, and the name of the site. */
export interface CardFaces extends Faces {
  readonly wordmark: Typeface;
}

/** A card as SVG of outlines alone: the mark of the site drawn large, a half moon over the line of the tide, and the text between. */
export function drawCard(card: Card, faces: CardFaces): string {
  const { name, description, ships } = layOut(card, faces);
  const { x, y, radius } = MOON;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}">
<rect width="100%" height="100%" fill="${COLOURS.paper}"/>
<g fill="${COLOURS.ink}">${faces.wordmark.draw('Tidings', { x: MARGIN, y: 105, size: 42 })}${name.map((line) => faces.serif.draw(line.text, line))}</g>
<g fill="${COLOURS.soft}">${[...description, ...ships].map((line) => faces.sans.draw(line.text, line))}</g>
<g fill="none" stroke="${COLOURS.tide}" stroke-width="${WAVE.stroke}"><circle cx="${x}" cy="${y}" r="${radius}"/><path d="${wave()}"/></g>
<path fill="${COLOURS.tide}" d="M${x} ${y - radius}a${radius} ${radius} 0 0 1 0 ${2 * radius}z"/>
</svg>`.markup;
}

/** From beyond one edge to beyond the other. */
function wave(): string {
  const { y, length, height } = WAVE;
  const half = length / 2;
  let path = `M${-length} ${y}`;
  for (let at = -length; at < SIZE.width + length; at += length) {
    path += `c${half * 0.36} ${-height * 1.33} ${half * 0.64} ${-height * 1.33} ${half} 0s${half * 0.64} ${height * 1.33} ${half} 0`;
  }
  return path;
}
