import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

/** What React costs by itself: one line of text. */
createRoot(document.getElementById('root') as HTMLElement).render(createElement('p', { className: 'there' }, 'Ankan'))
