import type { Pressures } from "../../planning/model/cluster-snapshot.js";
import type { BalanceMethod, PsiThresholds } from "../../planning/model/policy.js";
import { hotMethods, pressureLevel } from "../../planning/objectives/psi-heat.js";
import { bar } from "./bar.js";
import { html, type Markup } from "./html-text.js";

/** The pressures of a node as they were measured and as they are expected; undefined where nothing is known. */
export interface PressuresOfNode {
  readonly before: Pressures | undefined;
  readonly after: Pressures | undefined;
}

/** Shows how much a node waits for one resource before and after a plan, and whether that makes it hot. */
export function pressureCell(
  method: BalanceMethod,
  { before, after }: PressuresOfNode,
  thresholds: PsiThresholds,
): Markup {
  const [from, to] = [pressureLevel(before, method), pressureLevel(after, method)];
  if (from === null) return html`<td class="load"><span class="quiet">not known</span></td>`;
  const isHot = (pressures: Pressures | undefined): boolean =>
    hotMethods(pressures, thresholds, { methods: [method], part: 1 }).length > 0;
  const later = to === null ? unsettled(isHot(before)) : html`${bar("after", to)}${heat(isHot(before), isHot(after))}`;
  return html`<td class="load">${bar("before", from)}${later}</td>`;
}

/** What a node will show that gives away as many guests as one plan may take is not known before it is measured. */
function unsettled(isHot: boolean): Markup {
  return isHot
    ? html`<div class="bad">hot, to be measured again</div>`
    : html`<div class="quiet">to be measured again</div>`;
}

function heat(wasHot: boolean, isHot: boolean): Markup {
  if (wasHot) return isHot ? html`<div class="bad">stays hot</div>` : html`<div class="good">no longer hot</div>`;
  return isHot ? html`<div class="bad">becomes hot</div>` : html``;
}
