import memory from 'aedes-persistence'
import mqemitter, { type Message } from 'mqemitter'

/**
 * What devices bring is taken at the gate: nobody may subscribe to it, so the broker need not look for subscribers,
 * online or away, for each message. That look costs more than all of our own work on a reading.
 */
function isTakenAtTheGate(topic: string): boolean {
  return topic.startsWith('devices/') && !topic.endsWith('/commands')
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
