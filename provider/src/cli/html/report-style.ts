import { Markup } from "./html-text.js";

/**
 * How the report looks: light or dark as the browser is set, without any font or picture from elsewhere. Text has a contrast of
 * at least 4.5 to 1 to what is behind it, bars of 3 to 1.
 */
export const REPORT_STYLE = new Markup(`
:root {
  color-scheme: light dark;
  --ground: #ffffff; --raised: #f4f5f7; --text: #1c2128; --quiet: #57606a; --line: #d0d7de;
  --before: #7a8694; --after: #0b66c3; --good: #1a7f37; --bad: #b42318;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1318; --raised: #1a2028; --text: #e6edf3; --quiet: #9aa7b4; --line: #323b46;
    --before: #748292; --after: #58a6ff; --good: #4ac26b; --bad: #ff8a80;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 72rem; padding: 2rem 1.25rem 3rem; background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
}
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.2rem; }
.quiet { color: var(--quiet); }
.good { color: var(--good); font-weight: 600; }
.bad { color: var(--bad); font-weight: 600; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 0.75rem; margin: 1.5rem 0 0; }
.figures div { padding: 0.75rem 1rem; background: var(--raised); border: 1px solid var(--line); border-radius: 0.5rem; }
.figures dt { color: var(--quiet); font-size: 0.85rem; }
.figures dd { margin: 0; font-size: 1.15rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 0.5rem; }
.scroll:focus-visible { outline: 2px solid var(--after); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; }
caption { padding: 0.6rem 0.9rem; text-align: left; color: var(--quiet); font-size: 0.9rem; }
th, td { padding: 0.5rem 0.9rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--raised); font-size: 0.85rem; white-space: nowrap; }
tbody th { min-width: 8rem; font-weight: 600; overflow-wrap: break-word; }
tbody th .quiet { font-weight: 400; white-space: nowrap; }
.way { white-space: nowrap; }
.reason { min-width: 22rem; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.load { min-width: 15rem; }
.bar { display: grid; grid-template-columns: 1fr 4.2rem; align-items: center; gap: 0.6rem; font-size: 0.85rem; }
.track { height: 0.65rem; background: var(--raised); border-radius: 0.33rem; overflow: hidden; }
.track span { display: block; height: 100%; border-radius: 0.33rem; }
.before span { background: var(--before); }
.after span { background: var(--after); }
.key { display: inline-block; width: 0.75rem; height: 0.75rem; margin-right: 0.35rem; border-radius: 0.2rem; }
.key.before { background: var(--before); }
.key.after { margin-left: 1rem; background: var(--after); }
@media print { body { max-width: none; padding: 0; } .track { border: 1px solid var(--line); } }
`);
