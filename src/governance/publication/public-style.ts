/** The public pages' own style: a document on paper, on screen and in print. */
export const publicStyle = `
:root { color-scheme: light dark; --ink: #1c2422; --soft: #55605c; --paper: #fdfcf9; --line: #d9d8d1; --mark: #aab0aa; --accent: #1f5a4a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebe8; --soft: #a9b3ae; --paper: #161b19; --line: #38403d; --mark: #5b6661; --accent: #8fc9b5; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.55 Georgia, 'Times New Roman', serif; }
header, main, footer { max-width: 44rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1.5rem; border-bottom: 1px solid var(--line); font: 1rem/1.5 system-ui, sans-serif; }
header p { margin: 0; font-weight: 600; } header nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
a { color: var(--accent); text-underline-offset: .2em; } a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
h1, h2, p, dd, li { overflow-wrap: anywhere; hyphens: auto; }
h1 { font-size: 2rem; line-height: 1.25; margin: 2rem 0 1.5rem; text-wrap: balance; }
@media (max-width: 30rem) { h1 { font-size: 1.625rem; margin-top: 1.25rem; } }
h2 { font-size: 1.375rem; line-height: 1.3; margin: 2.5rem 0 .5rem; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); font: .9375rem/1.5 system-ui, sans-serif; }
pre { overflow-x: auto; margin: 1rem 0; padding: .75rem 1rem; border-left: 3px solid var(--accent); font: .875rem/1.6 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
p { margin: .75rem 0; } h3, h4 { font-size: 1.125rem; line-height: 1.3; margin: 1.75rem 0 .5rem; }
.ska, .bor { text-decoration: underline 1px; text-decoration-color: var(--mark); text-underline-offset: .3em; } .bor { text-decoration-style: dotted; text-decoration-thickness: 2px; } a, .sentence a { text-decoration: underline 2px; text-decoration-color: currentcolor; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font: 1rem/1.45 system-ui, sans-serif; } th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; min-width: 6rem; }
.note { padding: .75rem 1rem; border: 1px solid var(--line); border-left: 4px solid var(--accent); font: 1rem/1.5 system-ui, sans-serif; }
.small { color: var(--soft); font: .875rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; } aside { margin-top: 3rem; border-top: 1px solid var(--line); font: 1rem/1.5 system-ui, sans-serif; } aside h2 { font-size: 1.125rem; margin: 1.5rem 0 .5rem; } aside ul, .documents { padding-left: 1.25rem; } .documents li { margin: .5rem 0; }
.adoption { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .75rem 2rem; margin: 0 0 2rem; padding: 1rem 0; border-block: 1px solid var(--line); font: 1rem/1.4 system-ui, sans-serif; }
.adoption dt { color: var(--soft); font-size: .875rem; } .adoption dd { margin: 0; }
.contents ol { columns: 2 16rem; padding-left: 1.25rem; font: 1rem/1.9 system-ui, sans-serif; }
fieldset { margin: 1.5rem 0; padding: .75rem 1.25rem; border: 1px solid var(--line); } legend { font-weight: 600; padding: 0 .25rem; } label { display: inline-block; min-height: 1.75rem; }
input:not([type='radio']) { box-sizing: border-box; width: 100%; max-width: 26rem; padding: .5rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--soft); }
button { padding: .75rem 1.5rem; font: 600 1.125rem/1.2 system-ui, sans-serif; color: var(--paper); background: var(--accent); border: 0; cursor: pointer; }
button:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
ins { text-decoration-thickness: 2px; } del { color: var(--soft); } [role='alert'] { padding: .25rem 1rem; border-left: 4px solid #b3261e; }
footer h2 { font-size: 1rem; margin: 0; } footer ul { margin: .25rem 0; padding: 0; list-style: none; }
@media print { :root { --ink: #000; --mark: #777; --paper: #fff; --accent: #000; --soft: #000; } header nav, .contents, .screen { display: none; } body { font-size: 11pt; } h2 { break-after: avoid; } }
`;
