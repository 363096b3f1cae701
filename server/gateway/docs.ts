import { type Call, routeOf } from '#shared/contract/call.ts'
import { allCalls } from '#shared/contract/contract.ts'
import { type Role, roles } from '#shared/contract/roles.ts'
import { schemaOf } from './openapi.ts'

/** The contract for people: a page without any script, made from the same declarations. */
export function docsPage(version: string): string {
  const byNoun = new Map<string, Call[]>()
  for (const call of allCalls()) {
    const noun = call.name.split(':')[0] as string
    byNoun.set(noun, [...(byNoun.get(noun) ?? []), call])
  }
  const toc = [...byNoun].map(([noun, calls]) => `<li><a href="#${noun}">${noun}</a> ${calls.length}</li>`).join('')
  const body = [...byNoun].map(([noun, calls]) => `<h2 id="${noun}">${noun}</h2>${calls.map(entry).join('')}`).join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ankan 安瞰 API ${escaped(version)}</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/api/docs.css"></head><body>
<header><h1>Ankan 安瞰 API</h1><p>Version ${escaped(version)}. Every call is <code>POST</code> with JSON, over HTTP or, under the same
name, as socket message <code>ask(name, input)</code>. Sign in with <a href="#session">session:sign-in</a> and send
<code>Authorization: Bearer &lt;token&gt;</code>; devices send <code>Basic device:secret</code>. Refusals are
<code>{"error":{"code","message","details"}}</code>. For programs: <a href="/api/openapi.json">openapi.json</a>.</p>
<ul>${toc}</ul></header><main>${body}</main></body></html>`
}

docsPage.style = `:root{color-scheme:dark light}body{font:15px/1.55 system-ui,"Noto Sans CJK SC",sans-serif;margin:0 auto;max-width:960px;
padding:24px;background:#12161c;color:#d6dde6}a{color:#7fb4e6}h1{margin:0}h2{margin:40px 0 8px;border-bottom:1px solid #2b333e}
ul{columns:4;padding-left:18px}article{margin:12px 0;padding:12px 16px;background:#181e26;border-radius:6px}
h3{margin:0;font-size:16px}h3 code{color:#9ad1a8}p{margin:6px 0}small{color:#93a0af}summary{cursor:pointer}
pre{overflow:auto;background:#0d1116;padding:10px;border-radius:4px;font-size:13px}
@media(max-width:600px){ul{columns:2}}`

function entry(call: Call): string {
  const holders = (Object.keys(roles) as Role[]).filter((role) => (roles[role] as readonly string[]).includes(call.may))
  const may = call.may === 'anyone' || call.may === 'signed-in' ? call.may : `${call.may} (${holders.join(', ')})`
  return `<article><h3>${escaped(call.name)}</h3><p><code>POST ${routeOf(call)}</code> · ${call.kind} · <small>${escaped(may)}</small></p>
<p>${escaped(call.help)}</p>${details('Input', schemaOf(call.input, 'input'))}${details('Output', schemaOf(call.output, 'output'))}</article>`
}

function details(title: string, schema: unknown): string {
  return `<details><summary>${title}</summary><pre>${escaped(JSON.stringify(schema, null, 2))}</pre></details>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}
