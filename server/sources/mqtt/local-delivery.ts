import memory from 'aedes-persistence'
import mqemitter, { type Message } from 'mqemitter'

/**
 * Readings are taken at the gate: nobody may subscribe to them, so the broker need not look for subscribers,
 * online or away, for each of them. That look costs more than all of our own work on a reading.
 */
function isTakenAtTheGate(topic: string): boolean {
  return topic.startsWith('devices/') && topic.endsWith('/readings')
}

export function deliveryWithoutReadings() {
  const mq = mqemitter({ concurrency: 100, matchEmptyLevels: true })
  const emit = mq.emit.bind(mq)
  mq.emit = (message: Message, done?: (error?: Error) => void) => {
    if (!isTakenAtTheGate(message.topic)) return emit(message, done)
    done?.()
    return mq
  }
  const persistence = memory() as unknown as { subscriptionsByTopic(topic: string): Promise<unknown[]> }
  const subscriptionsByTopic = persistence.subscriptionsByTopic.bind(persistence)
  const nobody = Promise.resolve([])
  persistence.subscriptionsByTopic = (topic) => (isTakenAtTheGate(topic) ? nobody : subscriptionsByTopic(topic))
  return { mq, persistence }
}
