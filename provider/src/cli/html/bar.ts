import { html, type Markup } from "./html-text.js";

/**
 * Draws a percentage. The figure beside the bar says what the bar shows, so that the bar itself is left out when a page is
 * read aloud.
 */
export function bar(moment: "before" | "after", percent: number): Markup {
  const width = Math.min(100, Math.max(0, percent)).toFixed(1);
  return html`<div class="bar">
    <div class="track ${moment}" aria-hidden="true"><span style="width:${width}%"></span></div>
    <span class="number">${percent.toFixed(1)} %</span>
  </div>`;
}
