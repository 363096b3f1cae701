import { rm } from 'node:fs/promises'
import { tempFolder } from '../../testing/start.ts'
import { storageContract } from '../storage-contract.ts'
import { openSqliteStorage } from './sqlite-storage.ts'

storageContract('SQLite', async () => {
  const folder = await tempFolder()
  return { open: () => openSqliteStorage(folder), drop: () => rm(folder, { recursive: true, force: true }) }
})
