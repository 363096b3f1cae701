import { stepsOf } from '#models/mapping/json-path.ts'
import { refuse } from '#shared/errors.ts'
import type { Channel } from '#shared/world/notice-channels.ts'
import type { Route } from '#shared/world/notice-routes.ts'
import type { Shifts } from '#shared/world/shifts.ts'
import type { World } from '#shared/world/world.ts'
import { strangeName } from '../../notify/template.ts'

/** Said by the connection itself; written by hand they would only lie about it. */
const OWN_HEADERS = new Set(['host', 'content-length', 'transfer-encoding', 'connection', 'upgrade', 'expect'])

const pointless = (why: string, name = '') => refuse('channel.pointless', { name }, why)

/** Refuses a channel that could never say anything, before an alarm finds out. */
export function checkChannel({ form }: Channel): void {
  if (form.kind === 'mail') return
  const texts = [form.url, form.body ?? '', ...form.headers.map(({ value }) => value)]
  for (const text of texts) {
    const name = strangeName(text)
    if (name !== undefined) pointless(`there is no placeholder ${name}`, name)
  }
  for (const { name } of form.headers)
    if (OWN_HEADERS.has(name.toLowerCase())) pointless(`the header ${name} is said by the connection itself`, name)
  if (!URL.canParse(form.url.replace(/\{\{[^{}]*\}\}/g, 'x'))) pointless('no address', 'url')
  if (form.kind === 'webhook') {
    if (form.body !== undefined) checkJson(form.body)
    return
  }
  if (form.body !== undefined && form.content === 'json') checkJson(form.body)
  const said = `${texts.join(' ')}`
  if (!said.includes('{{')) pointless('it says neither to whom nor what', 'body')
  for (const path of [form.success?.path, form.id, form.receipt?.id, form.receipt?.state])
    if (path !== undefined && stepsOf(path) === null) pointless(`${path} is no path`, path)
}

function checkJson(body: string): void {
  try {
    JSON.parse(body)
  } catch {
    pointless('the body is not JSON; placeholders stand within its texts', 'body')
  }
}

/** Refuses what names somebody, or something, that is not there. */
export function checkRoute(world: World, { steps }: Route): void {
  for (const { channels, accounts, roles, onDuty } of steps) {
    for (const channel of channels)
      if (!world.channels.has(channel)) refuse('channel.unknown', { channel }, 'no such channel')
    for (const account of accounts)
      if (!world.users.has(account)) refuse('account.unknown', { account }, 'no such account')
    const reachesPeople = channels.some((id) => world.channels.get(id)?.form.kind !== 'webhook')
    if (reachesPeople && accounts.length === 0 && roles.length === 0 && !onDuty)
      refuse('route.pointless', {}, 'a step by mail or telephone says who is meant')
  }
}

export function checkShifts(world: World, { teams }: Shifts): void {
  for (const account of teams.flatMap(({ members }) => members))
    if (!world.users.has(account)) refuse('account.unknown', { account }, 'no such account')
}
