import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listDevices } from '#shared/contract/devices.ts'
import { openBrowser, openSeat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'

let browser: Browser
let center: TestCenter

beforeAll(async () => {
  browser = await openBrowser({ webgl: false })
  center = await TestCenter.start()
})
afterAll(async () => {
  await browser?.close()
  await center?.close()
})

test('an alarm is raised, taken, handled and closed; others are shelved and had back together', async () => {
  const [fire, ...others] = await Promise.all(
    ['smoke-detector-b01-f01', 'smoke-detector-b02-f01', 'smoke-detector-b04-f01'].map((id) => center.device(id)),
  )
  for (const one of [fire, ...others]) await one?.sends({ smoke: 20 })
  const operator = await openSeat(browser, center.url)
  const commander = await openSeat(browser, center.url)
  await signInAs(operator, '值班员')
  await signInAs(commander, '指挥员')
  const { page } = operator
  const rows = page.locator('.alarms [data-alarm]')
  const row = (place: string) => rows.filter({ hasText: place })
  const dialog = page.getByRole('dialog')
  const card = page.locator('.detail .card').first()
  const tab = (name: string) => page.getByRole('tab', { name })
  await rows.nth(2).waitFor()

  // Taken: by key, and in hand of somebody else.
  await row('锦绣新村1栋').click()
  await page.keyboard.press('Space')
  await row('锦绣新村1栋').getByText('李值班').waitFor()
  await row('锦绣新村1栋').click()
  await page.keyboard.press('a')
  await dialog.getByText('陈指挥').click()
  await dialog.getByRole('button', { name: '指派' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await commander.page.locator('.alarms [data-alarm]', { hasText: '处置人' }).waitFor()

  // A case is not closed while it burns; when it does not, it waits for its papers.
  await card.getByText('陈指挥').waitFor()
  expect(await card.getByRole('button', { name: '结案' }).count()).toBe(0)
  await fire?.sends({ smoke: 1 })
  await tab('待结案 1').click()
  await row('锦绣新村1栋').getByRole('button', { name: '结案' }).click()
  const close = dialog.getByRole('button', { name: '结案' })
  expect(await close.isDisabled()).toBe(true)
  await dialog.getByText('误报').click()
  await dialog.getByRole('button', { name: '烹饪油烟' }).click()
  await dialog.getByLabel('处置').fill('已到场，关火通风')
  await close.click()
  await page.getByText('没有等待结案的报警').waitFor()

  // What was done stays to be read, and can be opened again.
  await tab('未结 2').click()
  await page.locator('.closed-row', { hasText: '锦绣新村1栋' }).click()
  await card.getByText('误报；烹饪油烟；已到场，关火通风').waitFor()
  expect(await card.locator('.history li').count()).toBe(5)
  await card.getByRole('button', { name: '重新打开' }).click()
  await tab('待结案 1').waitFor()

  // Many at once: shelved with a reason, and back.
  await page.locator('.alarms-rows').focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('toolbar', { name: '已选 2 条' }).getByRole('button', { name: '搁置' }).click()
  await dialog.getByText('30 分钟').click()
  await dialog.getByRole('button', { name: '现场施工' }).click()
  await dialog.getByRole('button', { name: '搁置' }).click()
  await tab('搁置停用 2').click()
  await row('锦绣新村2栋').getByText('现场施工').waitFor()
  await row('锦绣新村2栋').getByRole('button', { name: '恢复报警' }).click()
  await dialog.getByRole('button', { name: '恢复报警' }).click()
  await tab('未结 1').click()
  await row('锦绣新村2栋').getByText('待确认').waitFor()

  // A filter finds it by what is said of it.
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('searchbox').first().fill('4栋')
  await page.getByText('没有符合筛选条件的报警').waitFor()
  // A filter that is wanted again is one click away, also after a reload.
  await page.getByRole('button', { name: '存为常用' }).click()
  await page.reload()
  await row('锦绣新村2栋').waitFor()
  await page.getByRole('button', { name: '未结 · 4栋' }).click()
  await page.getByText('没有符合筛选条件的报警').waitFor()
  await page.getByRole('button', { name: '不再保留“未结 · 4栋”' }).click()
  await page.getByRole('button', { name: '存为常用' }).waitFor()
  expect(operator.complaints).toEqual([])
})

test('a flood folds into what began it by itself, and what has another cause stays beside it', async () => {
  const home = await TestCenter.start()
  try {
    const { devices } = await home.ask(listDevices, {}, 'administrator')
    const inTower = (kind: string) => devices.filter((one) => one.kind === kind && String(one.place).includes('/b62/'))
    const operator = await openSeat(browser, home.url)
    await signInAs(operator, '值班员')
    const { page } = operator
    const smoke = inTower('smoke-detector').slice(0, 11)
    for (const { device } of smoke) await (await home.device(device)).sends({ smoke: 20 })
    await (await home.device(inTower('elevator')[0]?.device ?? '')).sends({ trapped: 1 })
    await (await home.device('smoke-detector-b02-f01')).sends({ smoke: 20 })

    const cluster = page.locator('[data-cluster]')
    await page.getByText('报警集中出现').waitFor()
    await cluster.getByText('停运 1').waitFor()
    await page.locator('[data-alarm]', { hasText: '锦绣新村2栋' }).waitFor()
    expect(await page.locator('.alarms-rows [role=row]').count()).toBe(2)
    // The first is named, with the reason.
    expect(await cluster.getAttribute('data-cluster')).toContain(smoke[0]?.device)
    await cluster.getByText('最先报警').waitFor()

    await page.locator('.alarms-rows').focus()
    await cluster.click()
    await page.keyboard.press('ArrowRight')
    await page.locator('.alarm.within').first().waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.locator('.alarm.within').first().waitFor({ state: 'detached' })
    // The lift is stuck for another reason: it is taken out.
    await page.getByRole('searchbox').first().fill('困人')
    await page.locator('[data-alarm]', { hasText: '困人' }).click()
    await page.locator('.alarm-actions').getByRole('button', { name: '拆分' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '拆分' }).click()
    // As long as it closes it holds the focus, and what is typed goes there.
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('searchbox').first().fill('')
    await cluster.waitFor()
    await page.locator('[data-alarm]', { hasText: '困人' }).waitFor()

    await cluster.getByRole('button', { name: '全部确认' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确认' }).click()
    await cluster.getByText('待确认').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '按起因归并' }).click()
    await cluster.waitFor({ state: 'detached' })
    expect(operator.complaints).toEqual([])
  } finally {
    await home.close()
  }
})
