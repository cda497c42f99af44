import type { PlainSection, ProxlbProblem } from "./check-value.js";
import { numberOf, sectionOf, textsOf } from "./read-value.js";

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

const START = /^\s*([a-z]+)\s*,\s*(\d{1,2}):(\d{2})\s*$/i;

const MINUTES_PER_DAY = 1440;

const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;

const PATH = "proxmox_cluster.maintenance_nodes_schedule";

/** Returns the minutes since the week began on Sunday, in the time zone of the machine. */
const minuteOfWeek = (date: Date): number => date.getDay() * MINUTES_PER_DAY + date.getHours() * 60 + date.getMinutes();

const parseStart = (text: string): number | undefined => {
  const [, day = "", hour = "", minute = ""] = START.exec(text) ?? [];
  const weekday = WEEKDAYS.indexOf(day.toLowerCase());
  const isTime = Number(hour) < 24 && Number(minute) < 60;
  return weekday < 0 || !isTime ? undefined : weekday * MINUTES_PER_DAY + Number(hour) * 60 + Number(minute);
};

/** The nodes in maintenance, and what is wrong with the schedule. */
export interface Windows {
  readonly nodes: readonly string[];
  readonly problems: readonly ProxlbProblem[];
}

/** Finds the nodes whose weekly maintenance, its `pre-migration` minutes included, is under way at a moment. */
export const nodesInWindow = (schedule: PlainSection, now: Date): Windows => {
  const before = numberOf(schedule, "pre-migration") ?? 0;
  const length = before + 60 * (numberOf(schedule, "duration") ?? 0);
  const minute = minuteOfWeek(now);
  const isOpen = (start: number): boolean =>
    (minute - start + before + 2 * MINUTES_PER_WEEK) % MINUTES_PER_WEEK < Math.min(length, MINUTES_PER_WEEK);
  const schedules = sectionOf(schedule, "schedules");
  const entries = Object.keys(schedules).flatMap((node) =>
    (textsOf(schedules, node) ?? []).map((text, index) => ({ node, index, start: parseStart(text) })),
  );
  return {
    nodes: [...new Set(entries.filter(({ start }) => start !== undefined && isOpen(start)).map(({ node }) => node))],
    problems: entries
      .filter(({ start }) => start === undefined)
      .map(({ node, index }) => ({
        path: `${PATH}.schedules.${node}[${index}]`,
        message: 'A weekday in English and a time of 24 hours are expected, such as "Monday, 8:00".',
      })),
  };
};
