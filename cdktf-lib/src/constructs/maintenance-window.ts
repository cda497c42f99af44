/** A day of the week. */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** When a window opens, and for how long. */
export interface MaintenanceWindowProps {
  /**
   * The days on which the window opens.
   *
   * @default every day
   */
  readonly days?: readonly Weekday[];
  /** Time of day at which the window opens, from `00:00` to `23:59`. */
  readonly start: string;
  /** How long the window stays open, in minutes, from 1 to 1440; it may reach into the next day. */
  readonly durationMinutes: number;
  /**
   * Difference between the local time of `start` and UTC. Terraform knows no time zones, so that daylight saving time has
   * to be written down.
   *
   * @default "+00:00"
   */
  readonly utcOffset?: string;
}

const DAYS: readonly Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const DAY_MINUTES = 1440;
const WEEK_MINUTES = 7 * DAY_MINUTES;
const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;
const OFFSET = /^([+-])(0\d|1[0-4]):([0-5]\d)$/;

const minutesOf = (text: string): number => {
  const match = CLOCK.exec(text);
  if (match === null) throw new Error(`MaintenanceWindow: \`start\` is "${text}", but a time is written like "02:30".`);
  return Number(match[1]) * 60 + Number(match[2]);
};

const offsetOf = (text: string): number => {
  const match = OFFSET.exec(text);
  if (match === null)
    throw new Error(`MaintenanceWindow: \`utcOffset\` is "${text}", but an offset is written like "+01:00".`);
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
};

const modulo = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor;

/**
 * A time of the week in which guests may be moved. Outside of it, a `BalancedCluster` plans no migrations, and refuses to
 * execute a plan that was made inside.
 *
 * @example
 * MaintenanceWindow.weekly({ days: ["sunday"], start: "02:00", durationMinutes: 180, utcOffset: "+01:00" });
 */
export class MaintenanceWindow {
  /** Minutes from Monday 00:00 UTC at which the window opens. */
  readonly #openings: readonly number[];
  readonly #durationMinutes: number;

  private constructor({ days = DAYS, start, durationMinutes, utcOffset = "+00:00" }: MaintenanceWindowProps) {
    if (days.length === 0) throw new Error("MaintenanceWindow: `days` is empty, so the window never opens.");
    if (!Number.isInteger(durationMinutes) || durationMinutes < 1 || durationMinutes > DAY_MINUTES)
      throw new Error(
        `MaintenanceWindow: \`durationMinutes\` is ${durationMinutes}, but it is from 1 to ${DAY_MINUTES}.`,
      );
    const opening = minutesOf(start) - offsetOf(utcOffset);
    this.#openings = days.map((day) => modulo(DAYS.indexOf(day) * DAY_MINUTES + opening, WEEK_MINUTES));
    this.#durationMinutes = durationMinutes;
  }

  /**
   * Declares a window that opens on certain days of every week.
   *
   * @throws Error when a property is not of its form
   */
  public static weekly(props: MaintenanceWindowProps): MaintenanceWindow {
    return new MaintenanceWindow(props);
  }

  /**
   * Writes the Terraform expression that is true while the window is open.
   *
   * @param instant a Terraform expression of an RFC 3339 time in UTC, such as `plantimestamp()`
   */
  public isOpenAt(instant: string): string {
    const day = `index(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], formatdate("EEE", ${instant}))`;
    const now = `${day} * ${DAY_MINUTES} + tonumber(formatdate("h", ${instant})) * 60 + tonumber(formatdate("m", ${instant}))`;
    const open = `(${now} - opening + ${WEEK_MINUTES}) % ${WEEK_MINUTES} < ${this.#durationMinutes}`;
    return `anytrue([for opening in [${this.#openings.join(", ")}] : ${open}])`;
  }
}
