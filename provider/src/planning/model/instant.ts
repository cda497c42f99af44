const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

const SECONDS_PER_DAY = 86_400;

/** Parses an RFC 3339 time into whole seconds since 1970, or gives null when the text is none. */
export function parseInstant(text: string): number | null {
  const match = RFC_3339.exec(text);
  if (match === null) {
    return null;
  }
  const part = (i: number): number => Number(match[i] ?? 0);
  const time = part(4) * 3600 + part(5) * 60 + part(6);
  const offset = (match[7] === "-" ? -1 : 1) * (part(8) * 3600 + part(9) * 60);
  return daysSince1970(part(1), part(2), part(3)) * SECONDS_PER_DAY + time - offset;
}

/** Counts days in years that begin in March, so that the leap day comes last. */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + dayOfYear - DAYS_UNTIL_1970;
}

/** Days from March of the year 0 to January 1970. */
const DAYS_UNTIL_1970 = 719_468;
