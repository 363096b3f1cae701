import { exportAlarmFigures, listShifts, readAlarmFigures } from './alarm-figures.ts'
import { exportAlarms, searchAlarms } from './alarm-history.ts'
import {
  acknowledgeAlarms,
  assignAlarms,
  closeAlarms,
  commentAlarms,
  countAlarms,
  gradeAlarms,
  listAlarms,
  listHandlers,
  partAlarms,
  readAlarmHistory,
  reopenAlarm,
  resetAlarms,
  shelveAlarms,
  takeBackAlarms,
  uniteAlarms,
} from './alarms.ts'
import { endAside, listAsides, takeOutOfService } from './asides.ts'
import { exportAudit, listAudit } from './audit.ts'
import type { Call } from './call.ts'
import { listConnectors, removeConnector, saveConnector } from './connectors.ts'
import {
  issueCredential,
  listDevices,
  pushReading,
  readDeviceHistory,
  readSeries,
  revokeCredential,
} from './devices.ts'
import { handOverShift, readHandOver, takeOverShift } from './hand-overs.ts'
import { readMoment, readReel, readTimeline } from './history.ts'
import { checkImport, importDevices, readImport } from './imports.ts'
import { listLayouts, removeLayout, saveLayout } from './layouts.ts'
import {
  listLinkages,
  resetLinkage,
  reviewLinkage,
  saveLinkage,
  setLinkageBack,
  setLinkageMode,
  tryLinkage,
} from './linkages.ts'
import {
  issueReceiptToken,
  listDeliveries,
  previewNotice,
  readNoticeSettings,
  removeChannel,
  removeRoute,
  saveChannel,
  saveRoute,
  saveShifts,
  tryChannel,
} from './notices.ts'
import { agreeToOrder, giveOrder, listOrders, withdrawOrder } from './orders.ts'
import { findPeople, readLiving } from './people.ts'
import { findPlaces, readInside, readSite, readTiles } from './place.ts'
import {
  appendRecording,
  beginRecording,
  checkRecording,
  keepRecording,
  listRecordings,
  playRecording,
  readRecording,
  removeRecording,
  steerReplay,
} from './recordings.ts'
import {
  changeDevice,
  exportDevices,
  moveDevice,
  readArchive,
  readCredentials,
  readKeeperPhone,
  registerDevice,
  restoreDevice,
  retireDevice,
  serviceDevice,
} from './registry.ts'
import { listRules, readRuleHistory, resetRule, saveRule, tryRule } from './rules.ts'
import {
  aboutCenter,
  changePassword,
  endAllSessions,
  endSession,
  listSessions,
  setUp,
  signIn,
  signOut,
  whoAmI,
} from './session.ts'
import { listDeadLetters, readHealth, readHistory, readSettings } from './system.ts'
import { exportTracks, readTracks, searchTracks } from './tracks.ts'
import { exportReadings, readTrend } from './trends.ts'
import { changeUser, createUser, listUsers, removeUser, resetPassword } from './users.ts'

/** Every call there is. A new one is declared in its area's file and named here. */
export const contract = [
  aboutCenter,
  setUp,
  signIn,
  signOut,
  whoAmI,
  changePassword,
  listSessions,
  endSession,
  endAllSessions,
  listUsers,
  createUser,
  changeUser,
  removeUser,
  resetPassword,
  listLayouts,
  saveLayout,
  removeLayout,
  countAlarms,
  listAlarms,
  acknowledgeAlarms,
  takeBackAlarms,
  commentAlarms,
  assignAlarms,
  gradeAlarms,
  resetAlarms,
  closeAlarms,
  reopenAlarm,
  uniteAlarms,
  partAlarms,
  shelveAlarms,
  readAlarmHistory,
  listHandlers,
  searchAlarms,
  exportAlarms,
  readAlarmFigures,
  exportAlarmFigures,
  listShifts,
  handOverShift,
  takeOverShift,
  readHandOver,
  takeOutOfService,
  endAside,
  listAsides,
  listDevices,
  readArchive,
  registerDevice,
  changeDevice,
  moveDevice,
  retireDevice,
  restoreDevice,
  serviceDevice,
  readKeeperPhone,
  issueCredential,
  revokeCredential,
  readCredentials,
  checkImport,
  readImport,
  importDevices,
  exportDevices,
  pushReading,
  readDeviceHistory,
  readSeries,
  listConnectors,
  saveConnector,
  removeConnector,
  listRecordings,
  readRecording,
  beginRecording,
  appendRecording,
  checkRecording,
  keepRecording,
  playRecording,
  steerReplay,
  removeRecording,
  readNoticeSettings,
  saveChannel,
  removeChannel,
  tryChannel,
  issueReceiptToken,
  saveRoute,
  removeRoute,
  saveShifts,
  previewNotice,
  listDeliveries,
  giveOrder,
  agreeToOrder,
  withdrawOrder,
  listOrders,
  readTrend,
  exportReadings,
  searchTracks,
  readTracks,
  exportTracks,
  readMoment,
  readReel,
  readTimeline,
  listRules,
  saveRule,
  resetRule,
  readRuleHistory,
  tryRule,
  listLinkages,
  saveLinkage,
  setLinkageMode,
  resetLinkage,
  setLinkageBack,
  tryLinkage,
  reviewLinkage,
  readSite,
  readTiles,
  findPlaces,
  readInside,
  readLiving,
  findPeople,
  readHistory,
  listAudit,
  exportAudit,
  listDeadLetters,
  readHealth,
  readSettings,
] as const

const byName = new Map<string, Call>()
for (const call of contract as readonly unknown[] as readonly Call[]) {
  if (byName.has(call.name)) throw new Error(`call ${call.name} is declared twice`)
  byName.set(call.name, call)
}

export function callNamed(name: string): Call | undefined {
  return byName.get(name)
}

export function allCalls(): Call[] {
  return [...byName.values()]
}
