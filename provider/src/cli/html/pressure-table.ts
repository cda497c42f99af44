import { html, type Markup } from "./html-text.js";
import { type BeforeAndAfter, TITLES } from "./load-table.js";
import { pressureCell } from "./pressure-cell.js";

/** Shows, where the plan goes by it, how much every node waits before and after, a column for each method. */
export function pressureTable({ before, after, policy }: BeforeAndAfter): Markup {
  const { methods, mode, psi } = policy;
  if (mode !== "psi") return html``;
  const later = new Map(after.nodes.map(({ name, pressure }) => [name, pressure]));
  const nodes = [...before.nodes].sort((a, b) => (a.name < b.name ? -1 : 1));
  return html`<h2 id="pressure">Pressure per node</h2>
    <div class="scroll" role="region" aria-labelledby="pressure" tabindex="0">
      <table>
        <caption>
          <span class="key before"></span
          >as measured<span class="key after"></span
          >as expected after the migrations, in percent of the time in which everything waited, for the CPU in which
          anything did.
        </caption>
        <thead>
          <tr>
            <th scope="col">Node</th>
            ${methods.map((method) => html`<th scope="col">${TITLES[method]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${nodes.map(
            ({ name, pressure }) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${methods.map((method) => pressureCell(method, { before: pressure, after: later.get(name) }, psi.nodes))}
              </tr> `,
          )}
        </tbody>
      </table>
    </div> `;
}
