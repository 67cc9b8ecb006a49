// Pages carry absolute dates; how long ago that was depends on the reader's day, so the reader's browser says it.
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const UNITS = [
  ['year', 365.25],
  ['month', 30.44],
  ['week', 7],
  ['day', 1],
] as const;

function ageOf(instant: string): string {
  const midnight = (date: Date) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  const days = (midnight(new Date(instant)) - midnight(new Date())) / 86_400_000;
  const [unit, length] = UNITS.find(([, unitLength]) => Math.abs(days) >= unitLength) ?? ['day', 1];
  return relative.format(Math.trunc(days / length), unit);
}

for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-age]')) {
  const comma = document.createElement('span');
  comma.className = 'age-comma';
  comma.textContent = ', ';
  const age = document.createElement('span');
  age.className = 'age';
  age.textContent = ageOf(time.dateTime);
  time.append(comma, age);
}
