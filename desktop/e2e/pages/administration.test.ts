import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openSeat, type Seat, signInAs } from '../testing/browser.ts'
import { TestCenter } from '../testing/center.ts'

let browser: Browser
let center: TestCenter
let admin: Seat

beforeAll(async () => {
  // The scene has its own tests; what it would draw here only takes time.
  browser = await openBrowser({ webgl: false })
  center = await TestCenter.start()
  admin = await openSeat(browser, center.url, { width: 1366, height: 768 })
  await signInAs(admin, '管理员')
})
afterAll(async () => {
  await browser?.close()
  await center?.close()
})

const row = (page: Page, text: string) => page.locator('.ant-table-row:visible', { hasText: text })
const menu = (page: Page, name: string) => page.locator('.admin-menu').getByRole('link', { name }).click()
const dialog = (page: Page) => page.getByRole('dialog')

test('a user is created, signs in, is seen and ended, and all of it is on record and in the export', async () => {
  const { page } = admin
  await page.getByRole('button', { name: '系统管理' }).click()
  await menu(page, '用户')
  await row(page, 'guanli').waitFor()
  await page.getByRole('button', { name: '新建用户' }).click()
  const field = (name: string) => page.locator(`.ant-drawer #${name}`)
  await field('account').fill('guanli')
  await field('name').fill('=新人')
  await field('phone').fill('not a phone')
  await field('password').fill('newcomer')
  await field('repeat').fill('newcomer')
  await page.getByRole('button', { name: '保存' }).click()
  await page.locator('.ant-form-item-explain-error', { hasText: '只能是数字' }).waitFor()
  await page.locator('.ant-form-item-explain-error', { hasText: '至少 10 个字符' }).waitFor()
  await field('phone').fill('138 0000 0000')
  for (const name of ['password', 'repeat']) await field(name).fill('correct horse 7')
  await page.getByRole('button', { name: '保存' }).click()
  // What the server alone knows is said at its field as well.
  await page
    .locator('.ant-form-item', { has: page.locator('#account') })
    .getByText('账号已存在')
    .waitFor()

  // An alarm interrupts: what was typed is still there afterwards.
  const detector = await center.device('smoke-detector-b19-f03')
  await detector.sends({ smoke: 12.5, temperature: 41 })
  await page.locator('.alarm-strip button', { hasText: '锦绣西里3栋 3 层' }).click()
  await page.locator('.detail', { hasText: '调看附近摄像机' }).waitFor()
  expect(new URL(page.url()).hash).toBe('')
  await page.goBack()
  expect(await field('name').inputValue()).toBe('=新人')
  await field('account').fill('xinren')
  await page.getByRole('button', { name: '保存' }).click()
  await row(page, 'xinren').waitFor()

  const newcomer = await openSeat(browser, center.url)
  await newcomer.page.getByLabel('账号').fill('xinren')
  await newcomer.page.getByLabel('密码').fill('correct horse 7')
  await newcomer.page.keyboard.press('Enter')
  await newcomer.page.locator('.band.live').waitFor()
  // Of administration an operator has what was, and nothing of users.
  await newcomer.page.getByRole('button', { name: '系统管理' }).click()
  await newcomer.page.locator('.admin-menu a').first().waitFor()
  expect(await newcomer.page.locator('.admin-menu a').allTextContents()).toEqual(['交接班', '报警记录', '报警统计'])

  await menu(page, '登录会话')
  await row(page, '本次登录').waitFor()
  await row(page, 'xinren').getByRole('button', { name: '结束', exact: true }).click()
  await dialog(page).getByRole('button', { name: '结束', exact: true }).click()
  await newcomer.page.getByText('本次登录已被结束').waitFor()
  await row(page, 'xinren').waitFor({ state: 'detached' })

  await menu(page, '审计日志')
  await page.getByLabel('文字：姓名、地址、内容、结果').fill('xinren')
  // Created and signed in; the refused attempt had another account in it.
  await expect.poll(() => page.locator('.ant-table-row:visible').count()).toBe(2)
  await row(page, '新建用户').waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^审计日志-.*\.csv$/)
  const bytes = await readFile(await download.path())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = bytes.toString('utf8').trimEnd().split('\r\n')
  expect(lines).toHaveLength(1 + 2)
  expect(
    lines.filter((line) => line.includes(',user:create,done,') && line.includes('""account"":""xinren""')),
  ).toHaveLength(1)
  expect(lines.join()).not.toContain('correct horse')
  await page.getByRole('button', { name: '刷新' }).click()
  await row(page, '导出审计日志').getByRole('button', { name: '详情' }).click()
  await page.locator('.admin-content', { hasText: '"format": "csv"' }).waitFor()
  await page.keyboard.press('Escape')
  await newcomer.context.close()
})

test('what is refused is said, and nothing typed is lost by a slip', async () => {
  const { page } = admin
  await menu(page, '用户')
  await row(page, 'guanli').getByRole('button', { name: '删除' }).click()
  await dialog(page).getByRole('button', { name: '删除' }).click()
  await page.getByText('至少保留一名管理员').waitFor()

  await row(page, 'xinren').getByRole('button', { name: '修改' }).click()
  await page.locator('.ant-drawer #name').fill('另一个名字')
  await page.keyboard.press('Escape')
  await page.locator('.ant-modal-confirm-title', { hasText: '放弃未保存的修改？' }).waitFor()
  await page.getByRole('button', { name: '继续填写' }).click()
  expect(await page.locator('.ant-drawer #name').inputValue()).toBe('另一个名字')

  // Somebody else removes the user meanwhile.
  const other = await openSeat(browser, center.url)
  await signInAs(other, '管理员')
  await other.page.goto(`${center.url}#admin=users`)
  await row(other.page, 'xinren').getByRole('button', { name: '删除' }).click()
  await dialog(other.page).getByRole('button', { name: '删除' }).click()
  await row(other.page, 'xinren').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('该用户已被他人删除').waitFor()
  expect(await page.locator('.ant-drawer #name').inputValue()).toBe('另一个名字')
  await other.context.close()
  expect(admin.complaints).toEqual([])
})

test('a device is added, changed and retired; a spreadsheet is taken in whole, once it is right, and the archive taken out', async () => {
  const { page } = admin
  await menu(page, '设备档案')
  const search = page.getByPlaceholder('名称、编号、位置')
  const drawer = page.locator('.ant-drawer:visible')
  const save = () => drawer.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '新增设备' }).click()
  const typed = { device: 'e2e-1', name: '=测试烟感', place: 'nowhere', lon: '114.0579', lat: '22.5431' }
  for (const [field, value] of Object.entries(typed)) await drawer.locator(`#${field}`).fill(value)
  await save()
  // What is missing is said at its field, and what the server alone knows as well.
  await drawer.locator('.ant-form-item-explain-error', { hasText: '请填写' }).waitFor()
  await drawer.locator('#kind').fill('感烟探测器')
  await page.keyboard.press('Enter')
  await save()
  await drawer
    .locator('.ant-form-item', { has: page.locator('#place') })
    .getByText('社区里没有这个位置')
    .waitFor()
  await drawer.locator('#place').fill('jinxiu/z1')
  await save()
  await drawer.waitFor({ state: 'hidden' })

  // By the initials of pinyin.
  await search.fill('csyg')
  await row(page, 'e2e-1').getByRole('button', { name: '=测试烟感' }).click()
  await drawer.locator('#keeper').fill('王工')
  await drawer.locator('#phone').fill('138 0000 0000')
  await save()
  await drawer.waitFor({ state: 'hidden' })
  await row(page, 'e2e-1').getByRole('button', { name: '=测试烟感' }).click()
  await drawer.locator('.history summary').click()
  await drawer.locator('.history li', { hasText: '修改档案 · 王管理：维护责任人 空 → 王工' }).waitFor()
  expect(await drawer.locator('#phone').inputValue()).toBe('')
  await drawer.getByRole('button', { name: '查看' }).click()
  await drawer.getByText('138 0000 0000').waitFor()
  await drawer.getByRole('button', { name: '发放密钥' }).click()
  const secret = dialog(page).locator('.device-secret code')
  expect((await secret.textContent())?.length).toBeGreaterThan(40)
  await dialog(page).getByRole('button', { name: '关闭' }).last().click()
  await drawer.getByRole('button', { name: '收回密钥' }).waitFor()
  await drawer.getByRole('button', { name: '退役' }).click()
  await page.getByLabel('原因').fill('测试完毕')
  await page.locator('.ant-modal').getByRole('button', { name: '退役' }).click()
  await row(page, 'e2e-1').waitFor({ state: 'detached' })
  await page.getByRole('combobox', { name: '资产状态' }).click()
  await page.locator('.ant-select-item', { hasText: '退役 (1)' }).click()
  await row(page, 'e2e-1').getByRole('button', { name: '=测试烟感' }).click()
  await drawer.getByText('测试完毕').first().waitFor()
  await drawer.getByRole('button', { name: '关闭' }).last().click()

  const sheet = (date: string) => {
    const lines = ['设备编号,名称,类别,安装位置,经度,纬度,安装日期']
    for (const n of [2, 3])
      lines.push(`e2e-${n},表格烟感${n},感烟探测器,jinxiu/z1,114.0579,22.5431,${n === 3 ? date : ''}`)
    return { name: '设备.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${lines.join('\r\n')}`) }
  }
  await page.getByRole('button', { name: '导入' }).click()
  const choose = page.locator('.ant-modal input[type=file]')
  await choose.setInputFiles(sheet('昨天'))
  await page.locator('.ant-modal .ant-table-row', { hasText: '写法不对，应如 2026-01-31' }).waitFor()
  expect(await page.getByRole('button', { name: /^导入 \d+ 台$/ }).isDisabled()).toBe(true)
  await choose.setInputFiles(sheet('2026/1/5'))
  await page.getByRole('button', { name: '导入 2 台' }).click()
  await page.getByText('已导入：新增 2 台，修改 0 台').waitFor()
  await page.locator('.ant-select-clear').first().click({ force: true })
  await search.fill('表格烟感')
  await row(page, 'e2e-3').waitFor()

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.getByRole('button', { name: '导出' }).click()
      await page.getByRole('menuitem', { name: 'CSV 文件' }).click()
    })(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  expect(text).toContain('e2e-3,表格烟感3,感烟探测器,jinxiu/z1,')
  // Nothing that a spreadsheet would run, and no number that nobody asked for.
  expect(text).toContain("#e2e-1,'=测试烟感,")
  expect(text).not.toContain('138 0000 0000')
  expect(admin.complaints).toEqual([])
})

test('a rule is tried on the past, changed, holds at once, and is had back', async () => {
  const seat = await openSeat(browser, center.url, { width: 1366, height: 768 })
  const { page } = seat
  await signInAs(seat, '指挥员')
  const detector = await center.device('smoke-detector-b44-f09')
  const readings = async (...course: number[]) => {
    for (const smoke of course) await detector.sends({ smoke, temperature: 30 })
  }
  await readings(1, 12, 1)
  await page.getByRole('button', { name: '系统管理' }).click()
  await menu(page, '报警规则')
  await page.getByPlaceholder('设备类型、规则名称、指标').fill('感烟')
  await row(page, '烟雾浓度 高于 8 %/m，回差 2 %/m')
    .filter({ hasText: '烟雾报警' })
    .filter({ hasNotText: '同层' })
    .getByRole('button')
    .click()
  const drawer = page.locator('.ant-drawer:visible')
  const tryIt = () => drawer.locator('.rule-try').getByRole('button', { name: '试运行' }).click()
  await tryIt()
  await drawer.locator('.rule-try li', { hasText: '云锦苑2栋9层感烟探测器' }).waitFor()
  await drawer.getByLabel('限值', { exact: true }).first().fill('100')
  await drawer.getByRole('button', { name: '保存并生效' }).click()
  await drawer.getByText('这条规则永远不会报警').waitFor()
  await drawer.getByLabel('限值', { exact: true }).first().fill('20')
  await tryIt()
  await drawer.getByText('过去 7 天不会报警').waitFor()
  await drawer.getByLabel('修改说明').fill('隔壁是厨房')
  await drawer.getByRole('button', { name: '保存并生效' }).click()
  await row(page, '烟雾浓度 高于 20 %/m').getByText('已修改').waitFor()

  const operator = await openSeat(browser, center.url)
  await signInAs(operator, '值班员')
  const alarm = operator.page.locator('.alarm', { hasText: '云锦苑2栋 9 层' })
  await alarm.locator('.alarm-ack').click()
  await alarm.waitFor({ state: 'detached' })
  await readings(15, 25)
  await alarm.getByText('25.00 %/m，上限 20.00 %/m').waitFor()

  await row(page, '烟雾浓度 高于 20 %/m').getByRole('button').click()
  await drawer.locator('.rule-versions', { hasText: '隔壁是厨房' }).waitFor()
  await drawer.getByRole('button', { name: '恢复默认' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '恢复默认' }).last().click()
  await row(page, '烟雾浓度 高于 8 %/m').first().waitFor()
  expect([...seat.complaints, ...operator.complaints]).toEqual([])
  for (const { context } of [seat, operator]) await context.close()
})

test('a rule that listens to an event is made by hand: it raises with the event and is over by the other', async () => {
  const seat = await openSeat(browser, center.url, { width: 1366, height: 768 })
  const { page } = seat
  await signInAs(seat, '指挥员')
  await page.getByRole('button', { name: '系统管理' }).click()
  await menu(page, '报警规则')
  await page.getByRole('button', { name: '新建规则' }).click()
  const drawer = page.locator('.ant-drawer:visible')
  const choose = async (field: string, option: string) => {
    // What is required has a star before its name.
    const name = new RegExp(`^(\\* ?)?${field}$`)
    await drawer.getByRole('combobox', { name }).click()
    await page.locator('.ant-select-item:visible').getByText(option, { exact: true }).click()
  }
  await choose('设备类型', '感烟探测器')
  await choose('条件类型', '发生事件')
  // Nothing that belongs to readings is left over, and an event has to be chosen.
  expect(await drawer.getByLabel('限值', { exact: true }).count()).toBe(0)
  for (const [name, text] of [
    ['中文名称', '烟感被动过'],
    ['英文名称', 'Somebody was at it'],
    ['处置提示（中文）', '去看看'],
    ['处置提示（英文）', 'Go and see'],
  ] as const)
    await drawer.getByLabel(name).fill(text)
  await drawer.getByRole('button', { name: '保存并生效' }).click()
  await drawer.getByText('请填写').first().waitFor()
  await choose('引发报警的事件', '被取下')
  await choose('何时解除', '另一事件发生时')
  await choose('解除报警的事件', '已装回')
  await drawer.getByRole('button', { name: '保存并生效' }).click()
  await page.getByPlaceholder('设备类型、规则名称、指标').fill('烟感被动过')
  await row(page, '被取下，到“已装回”为止').getByText('自建').waitFor()

  const operator = await openSeat(browser, center.url)
  await signInAs(operator, '值班员')
  const detector = await center.device('smoke-detector-b44-f09')
  detector.says('devices/smoke-detector-b44-f09/events', { event: 'removed' })
  const alarm = operator.page.locator('.alarm', { hasText: '烟感被动过' })
  await alarm.waitFor()
  detector.says('devices/smoke-detector-b44-f09/events', { event: 'refitted' })
  await operator.page.locator('.alarm.returned', { hasText: '烟感被动过' }).waitFor()
  expect([...seat.complaints, ...operator.complaints]).toEqual([])
  for (const { context } of [seat, operator]) await context.close()
})

test('a commander sees the pages of the system and of alarms, stays on one over a reload, and changes the own password', async () => {
  const seat = await openSeat(browser, center.url, { width: 1366, height: 768 })
  const { page } = seat
  await signInAs(seat, '指挥员')
  await page.getByRole('button', { name: '系统管理' }).click()
  await page.locator('.admin-menu a').first().waitFor()
  expect(await page.locator('.admin-menu a').allTextContents()).toEqual([
    '交接班',
    '报警记录',
    '报警统计',
    '报警规则',
    '联动',
    '拒收消息',
    '审计日志',
    '系统设置',
  ])
  await menu(page, '系统设置')
  await page.reload()
  await page.locator('.admin-facts', { hasText: '读数保留' }).getByText('400 天').waitFor()
  await page.goto(`${center.url}#admin=users`)
  await page.getByText('您的角色不能查看此页').waitFor()

  await page.locator('.top-user:visible').click()
  await page.getByLabel('当前密码').fill('not the password')
  for (const name of ['password', 'repeat']) await page.locator(`#${name}`).fill('another good one')
  await page.keyboard.press('Enter')
  await page.getByText('当前密码不正确').waitFor()
  await page.getByLabel('当前密码').fill('demo-commander')
  await page.keyboard.press('Enter')
  await page.getByText('密码已修改').waitFor()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('账号').fill('zhihui')
  await page.getByLabel('密码').fill('another good one')
  await page.keyboard.press('Enter')
  await page.getByText('您的角色不能查看此页').waitFor()
  await seat.context.close()
})
