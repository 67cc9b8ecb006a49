import { type Badge, LABEL_COLOUR, TONE_COLOURS } from './badge.ts';

/** A badge for those who draw it themselves. https://shields.io/badges/endpoint-badge */
export function endpointJson({ label, message, tone }: Badge): string {
  const colours = { labelColor: LABEL_COLOUR, color: TONE_COLOURS[tone] };
  return `${JSON.stringify({ schemaVersion: 1, label, message, ...colours, isError: tone === 'alarm' })}\n`;
}
