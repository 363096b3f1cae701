/**
 * Chromium, and Electron with it, asks its maker for updates, lists and guesses by itself. The network of a command
 * center is closed: it does not ask.
 */
export const offlineFlags = [
  'no-first-run',
  'no-default-browser-check',
  'no-pings',
  'disable-background-networking',
  'disable-component-update',
  'disable-default-apps',
  'disable-domain-reliability',
  'disable-breakpad',
  'disable-quic',
  'disable-sync',
  'disable-search-engine-choice-screen',
  'disable-features=Translate,OptimizationHints,MediaRouter,InterestFeedContentSuggestions,AutofillServerCommunication',
] as const

/** An alarm must sound before anybody has clicked. */
export const soundFlag = 'autoplay-policy=no-user-gesture-required'
