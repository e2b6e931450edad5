"""The one style sheet of the pages: no font, picture or script from anywhere."""

from __future__ import annotations

STYLE = """\
:root { --ink: #1c2733; --muted: #5a6875; --line: #d5dce3; --paper: #fff; --ground: #f3f5f8;
  --brand: #0b5394; --good: #1b6e3c; --warn: #8a5a00; --bad: #a61b1b; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--ground);
  font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", Arial, sans-serif; }
header { background: var(--brand); color: #fff; padding: .6rem 1.5rem; display: flex;
  flex-wrap: wrap; gap: .4rem 1.5rem; align-items: baseline; }
header strong { font-size: 1.05rem; }
header form { margin-left: auto; display: flex; gap: .8rem; align-items: baseline; }
header .practice { background: #ffd54a; color: #3a2c00; padding: 0 .6rem; border-radius: .3rem; }
nav { background: var(--paper); border-bottom: 1px solid var(--line); padding: 0 1.2rem; }
nav a { display: inline-block; padding: .6rem .7rem; color: var(--ink); text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav a.here { font-weight: 600; box-shadow: inset 0 -3px var(--brand); }
main { padding: 1rem 1.5rem 3rem; max-width: 90rem; }
h1 { font-size: 1.4rem; margin: .4rem 0 .8rem; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; }
p { max-width: 48rem; margin: .4rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; background: var(--paper); width: 100%;
  font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .45rem .7rem;
  border-bottom: 1px solid var(--line); }
th { background: #e9eef3; }
td { min-width: 4rem; }
summary { cursor: pointer; color: var(--brand); }
td form { display: inline; }
td details, td .mark + form { display: block; margin-top: .3rem; }
td details form { display: flex; flex-wrap: wrap; gap: .4rem; margin: .4rem 0; }
code { font: .92em ui-monospace, Consolas, "DejaVu Sans Mono", monospace; word-break: break-all; }
.muted, .empty { color: var(--muted); }
.muted { font-size: .92em; }
.mark { border: 1px solid currentColor; border-radius: .3rem; padding: 0 .4rem;
  display: inline-block; font-size: .92em; }
.mark.good { color: var(--good); }
.mark.warn { color: var(--warn); background: #fff7e3; }
.mark.bad { color: var(--bad); background: #fdeeee; }
.panel { background: var(--paper); border: 1px solid var(--line); border-radius: .4rem;
  padding: .8rem 1rem; margin: .8rem 0; max-width: 60rem; }
.panel.wrong { border-color: var(--bad); }
.panel.done { border-color: var(--good); }
.big { font-size: 1.6rem; letter-spacing: .06em; }
form.lines { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: .5rem 1rem;
  max-width: 46rem; }
form.lines button { grid-column: 2; justify-self: start; }
form.row { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; }
dl { display: grid; grid-template-columns: 12rem 1fr; gap: .2rem 1rem; margin: 0; }
dt { color: var(--muted); }
dd { margin: 0; }
input, select, textarea, button { font: inherit; padding: .35rem .55rem; border-radius: .3rem;
  border: 1px solid #8795a3; background: #fff; color: var(--ink); max-width: 100%; }
textarea { min-height: 4.5rem; }
button { background: var(--brand); border-color: var(--brand); color: #fff; cursor: pointer; }
button.quiet { background: #fff; color: var(--brand); }
button.danger { background: #fff; color: var(--bad); border-color: var(--bad); }
a { color: var(--brand); }
:focus-visible { outline: 3px solid #f2a900; outline-offset: 2px; }
@media (max-width: 44rem) { form.lines, dl { grid-template-columns: 1fr; }
  form.lines button { grid-column: 1; } main { padding: .8rem; } }
"""
